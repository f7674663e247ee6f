import { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { startHttpServer } from './bots/http-server.ts'
import { connectTelegram } from './bots/telegram/telegram.ts'
import { Stopped } from './bots/telegram/pace.ts'
import { createAssistant } from './core/assistant.ts'
import { secretsOf, type Config } from './core/config.ts'
import { openDesk } from './core/desk/desk.ts'
import { createLog } from './core/log.ts'
import { openStore } from './core/store/open.ts'
import { loadPack } from './knowledge/load.ts'

/** Serves people on the platforms that are set until a signal to stop; then finishes what it is answering. */
export async function serve(config: Config, bulletin: string): Promise<void> {
  const log = createLog(config.logLevel, secretsOf(config))
  const stopping = abortOnSignal()
  const pack = loadPack(config.knowledge ?? bulletin)
  await using store = await openStore(config.databaseUrl)
  const assistant = createAssistant(pack, config.defaultLanguage)
  const desk = openDesk({ assistant, people: store.people, feedback: store.feedback, defaultLanguage: config.defaultLanguage })
  try {
    await using telegram = await connectTelegram({
      settings: { ...config.telegram!, organizers: config.organizers.telegram },
      desk, pack, updates: store.telegramUpdates, latestFeedback: store.feedback.latest, log, now: () => new Date(), stopping,
    })
    const app = new Hono<{ Bindings: HttpBindings }>()
    if (telegram.app) app.route('/', telegram.app)
    await using http = telegram.app && (await startHttpServer(app, config.http.host, config.http.port))
    if (http) process.stdout.write(`listening on ${http.address}\n`)
    await telegram.receive()
    log.info({ pack: pack.id, entries: pack.entries.length, uptimeMs: Math.round(process.uptime() * 1000) }, 'ready')
    await aborted(stopping)
    log.info('stopping')
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}

/** The first signal stops in order; the second one at once, for whoever does not want to wait. */
function abortOnSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))
}
