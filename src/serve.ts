import { Hono } from 'hono'
import { healthApp } from './bots/health.ts'
import { startHttpServer, type WebApp } from './bots/http-server.ts'
import { repeating } from './bots/lifetime.ts'
import type { Status } from './bots/platform.ts'
import { createAssistant } from './core/assistant.ts'
import { secretsOf, type Config } from './core/config.ts'
import { openDesk } from './core/desk/desk.ts'
import { subjectOf } from './core/desk/welcome.ts'
import { createLog } from './core/log.ts'
import { createMetrics } from './core/metrics.ts'
import { rememberRecent } from './core/people/recent.ts'
import { openStore } from './core/store/open.ts'
import { OperatorError } from './knowledge/fault.ts'
import { loadPack } from './knowledge/load.ts'

const tidyEveryMs = 5 * 60_000

/**
 * Serves people on the platforms that are set until a signal to stop; then finishes what it is answering. A platform that
 * fails does not stop the other. Throws an OperatorError if there is none left that can be served.
 */
export async function serve(config: Config, bulletin: string): Promise<void> {
  const log = createLog(config.logLevel, secretsOf(config))
  try {
    await run(config, bulletin, log)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    // Through the log, which cuts secrets from what libraries say.
    log.fatal({ err: error }, 'stopped by a fault')
    process.exitCode = 1
  }
}

async function run(config: Config, bulletin: string, log: ReturnType<typeof createLog>): Promise<void> {
  const stopping = abortOnSignal()
  const pack = loadPack(config.knowledge ?? bulletin)
  await using store = await openStore(config.databaseUrl)
  const people = rememberRecent(store.people)
  const metrics = createMetrics()
  const assistant = createAssistant(pack, config.defaultLanguage)
  const desk = openDesk({
    assistant, people, feedback: store.feedback, defaultLanguage: config.defaultLanguage,
    onAnswered(facts) {
      metrics.answered(facts)
      log.info(facts, 'answered')
    },
  })
  using _tidying = repeating(() => desk.tidy(now()), tidyEveryMs)

  const statuses = new Map<string, Status>()
  const app: WebApp = new Hono()
  app.route('/', healthApp({
    platforms: () => statuses,
    ping: store.ping,
    knows: () => assistant.ask({ text: subjectOf(pack, config.defaultLanguage), now: now() }).reply.status === 'answered',
    metrics: metrics.text,
  }))
  // An app takes no new routes once it has answered: what is mounted later is asked for here.
  let webhook: WebApp | undefined
  app.post('*', (context) => webhook?.fetch(context.req.raw, context.env) ?? context.text('not here, or not yet', 503))
  await using _http = await serveHttp()

  const { telegram, discord } = config
  const common = { desk, pack, log, now, stopping }
  // A platform that is not set is not loaded: its library takes some 20 MB.
  await Promise.all([
    telegram && serveApart('telegram', async (report) => {
      const { serveTelegram } = await import('./bots/telegram/telegram.ts')
      const settings = { ...telegram, organizers: config.organizers.telegram }
      await serveTelegram({ ...common, settings, report, people, updates: store.telegramUpdates, mount: (mounted) => (webhook = mounted) })
    }),
    discord && serveApart('discord', async (report) => {
      const { serveDiscord } = await import('./bots/discord/discord.ts')
      await serveDiscord({ ...common, settings: discord, report })
    }),
  ])
  const reasons = [...statuses.values()].flatMap((status) => (status.state === 'refused' ? [status.reason] : []))
  if (reasons.length === statuses.size) throw new OperatorError(reasons.join('\n'))

  /** Health is no reason not to serve; a webhook that nobody can reach is. */
  async function serveHttp(): Promise<AsyncDisposable> {
    try {
      const server = await startHttpServer(app, config.http.host, config.http.port)
      process.stdout.write(`listening on ${server.address}\n`)
      return server
    } catch (error) {
      if (config.telegram?.webhook || !(error instanceof OperatorError)) throw error
      log.warn({ reason: error.message }, 'no health page')
      return { [Symbol.asyncDispose]: () => Promise.resolve() }
    }
  }

  /** Until it ends; what it is refused for is known to the health page, and in the end to the operator. */
  async function serveApart(name: string, platform: (report: (status: Status) => void) => Promise<void>): Promise<void> {
    const report = (status: Status): void => {
      statuses.set(name, status)
      metrics.up(name, status.state === 'up')
      if (status.state === 'down') metrics.failed(name)
    }
    report({ state: 'connecting' })
    try {
      await platform(report)
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error
      log.error({ platform: name, reason: error.message }, 'platform refused')
      report({ state: 'refused', reason: error.message })
    }
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

function now(): Date {
  return new Date()
}
