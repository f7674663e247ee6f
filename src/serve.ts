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
import { OperatorError } from './knowledge/fault.ts'
import { loadPack } from './knowledge/load.ts'

const tidyEveryMs = 5 * 60_000

/** Serves people on the platforms that are set until a signal to stop; then finishes what it is answering. */
export async function serve(config: Config, bulletin: string): Promise<void> {
  const log = createLog(config.logLevel, secretsOf(config))
  const stopping = abortOnSignal()
  try {
    const pack = loadPack(config.knowledge ?? bulletin)
    await using store = await openStore(config.databaseUrl)
    const assistant = createAssistant(pack, config.defaultLanguage)
    const desk = openDesk({ assistant, people: store.people, feedback: store.feedback, defaultLanguage: config.defaultLanguage, onAnswered: (facts) => log.info(facts, 'answered') })
    using _tidying = repeating(() => desk.tidy(now()), tidyEveryMs)
    await using telegram = await connectTelegram({
      settings: { ...config.telegram!, organizers: config.organizers.telegram },
      desk, pack, people: store.people, updates: store.telegramUpdates, log, now, stopping,
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
    if (error instanceof Stopped) return
    if (error instanceof OperatorError) throw error
    // Through the log, which cuts secrets from what libraries say.
    log.fatal({ err: error }, 'stopped by a fault')
    process.exitCode = 1
  }
}

/** The first signal stops in order; the second one, whichever it is, at once: for whoever does not want to wait. */
function abortOnSignal(): AbortSignal {
  const controller = new AbortController()
  const signals = ['SIGTERM', 'SIGINT'] as const
  const stop = (): void => {
    controller.abort()
    for (const signal of signals) process.off(signal, stop)
  }
  for (const signal of signals) process.on(signal, stop)
  return controller.signal
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))
}

function now(): Date {
  return new Date()
}

function repeating(act: () => void, ms: number): Disposable {
  const timer = setInterval(act, ms)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
