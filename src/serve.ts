import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { announcementCommands, measuresIn } from './announcement-commands.ts'
import { healthApp } from './operation/health.ts'
import { startHttpServer, type WebApp } from './operation/http-server.ts'
import { repeating } from './bots/lifetime.ts'
import type { Common } from './bots/platform.ts'
import type { Who } from './core/mailing/act.ts'
import { startMailings } from './core/mailing/engine.ts'
import { reportProgress, type Voice } from './core/organizers/progress.ts'
import { notifierFor } from './core/mailing/notices.ts'
import { openOrganizersChat } from './core/organizers/chat.ts'
import { openAssistant } from './core/answering/assistant.ts'
import type { Config } from './operation/config.ts'
import { openDesk } from './core/desk/desk.ts'
import { createMetrics } from './operation/metrics.ts'
import type { Status } from './operation/status.ts'
import { rememberRecent } from './core/people/recent.ts'
import { openStore } from './core/store/open.ts'
import { openKnowledge } from './core/knowledge-base/follow-pack.ts'
import { describeFault, OperatorError } from './knowledge/fault.ts'
import type { Pack } from './knowledge/pack.ts'

const tidyEveryMs = 5 * 60_000

/** A file of another format may have a fault in each line; who mends these sees the others then. */
const mostFaults = 10

const backOffMs = { first: 1000, longest: 60_000 }

/** What the process lends: when to stop, what time it is, where to log, and who is told where the health page is. */
export type Surroundings = {
  readonly stopping: AbortSignal
  readonly now: () => Date
  readonly log: Logger
  /** Told the address of the health page, once it can be asked. */
  readonly onListening: (address: string) => void
}

/**
 * Serves people on the platforms that are set until `stopping` is aborted; then finishes what it is answering. A
 * platform that fails does not stop the other. Throws an OperatorError if there is none left that can be served.
 * Nothing of the process is touched, so that tests may serve several in one.
 */
export async function serve(
  config: Config,
  bulletin: string,
  { stopping, now, log, onListening }: Surroundings,
): Promise<void> {
  const knowledge = await openKnowledge(config.knowledge ?? bulletin, stopping)
  await using store = await openStore(config.databaseUrl)
  await store.probe()
  const people = rememberRecent(store.people)
  const metrics = createMetrics()
  const assistant = openAssistant(knowledge, config.defaultLanguage)
  const timeZone = (): string => assistant.pack.timeZone
  const desk = openDesk({
    assistant,
    people,
    feedback: store.feedback,
    destinations: store.destinations,
    mailings: store.mailings,
    defaultLanguage: config.defaultLanguage,
    onAnswered(facts) {
      metrics.answered(facts)
      log.info(facts, 'answered')
    },
  })
  const { notices, destinations } = store
  const notifier = notifierFor(config.organizers)
  const organizersChat = openOrganizersChat({
    commands: announcementCommands(store, () => assistant.pack),
    stores: store,
    destinations,
    organizers: config.organizers,
    measures: measuresIn(timeZone),
    timeZone,
    languageFor: desk.languageFor,
  })
  await using mailings = startMailings({
    ...store,
    notifier,
    uncertain: config.uncertain,
    timeZone,
    log,
    now,
    onSettled: metrics.delivered,
  })
  using _tidying = repeating(() => desk.tidy(now()), tidyEveryMs)

  const statuses = new Map<string, Status>()
  const app: WebApp = new Hono()
  app.route(
    '/',
    healthApp({
      platforms: () => statuses,
      ping: store.ping,
      knows: () => assistant.choose(assistant.pack.entries[0]!.id, { now: now() }) !== undefined,
      metrics: metrics.text,
    }),
  )
  // An app takes no new routes once it has answered: what is mounted later is asked for here.
  let webhook: WebApp | undefined
  if (config.telegram?.webhook)
    app.post('*', (context) => webhook?.fetch(context.req.raw, context.env) ?? context.text('not yet', 503))
  await using _http = await serveHttp()

  await using _following = knowledge.follow({
    onReplaced: ({ pack }) => log.info(sizeOf(pack), 'knowledge replaced'),
    onRefused(faults) {
      const described = faults.slice(0, mostFaults).map(describeFault)
      log.error({ faults: described }, 'knowledge refused')
      const told = notices.post(notifier.ofKnowledge(described.join('\n')))
      told.catch((error: unknown) => log.warn({ err: error }, 'organizers are not told of refused knowledge'))
    },
  })

  log.info(sizeOf(assistant.pack), 'started')
  const { telegram, discord } = config
  // A platform that is not set is not loaded, nor its library.
  await Promise.all([
    telegram &&
      serveApart('telegram', async (common) => {
        const { serveTelegram } = await import('./bots/telegram/telegram.ts')
        const settings = { ...telegram, organizers: config.organizers.telegram }
        await serveTelegram({
          ...common,
          settings,
          people,
          updates: store.telegramUpdates,
          mount: (mounted) => (webhook = mounted),
        })
      }),
    discord &&
      serveApart('discord', async (common) => {
        const { serveDiscord } = await import('./bots/discord/discord.ts')
        await serveDiscord({ ...common, settings: { ...discord, organizers: config.organizers.discord } })
      }),
  ])
  log.info('stopping')
  const reasons = [...statuses.values()].flatMap((status) => (status.state === 'refused' ? [status.reason] : []))
  if (reasons.length === statuses.size) throw new OperatorError(reasons.join('\n'))

  function tellOfDestination(id: number, to: Who | undefined): Promise<void> {
    return notices.post(notifier.ofDestination(id, to))
  }

  function notifyOrganizers(voice: Voice, stopped: AbortSignal): Promise<void> {
    return reportProgress({ ...store, organizersChat, voice, pulse: mailings.pulse, now, log, stopping: stopped })
  }

  /** Health is no reason not to serve; a webhook that nobody can reach is. */
  async function serveHttp(): Promise<AsyncDisposable> {
    try {
      const server = await startHttpServer(app, config.http.host, config.http.port)
      onListening(server.address)
      return server
    } catch (error) {
      if (config.telegram?.webhook || !(error instanceof OperatorError)) throw error
      log.warn({ reason: error.message }, 'no health page')
      return { [Symbol.asyncDispose]: () => Promise.resolve() }
    }
  }

  /**
   * Again and again until we are stopped, with growing pauses, so that nothing that befalls one platform stops another.
   * What it is refused for is known to the health page, and in the end to the operator.
   */
  async function serveApart(name: string, platform: (common: Common) => Promise<void>): Promise<void> {
    let upSince: number | undefined
    const report = (status: Status): void => {
      statuses.set(name, status)
      metrics.up(name, status.state === 'up')
      if (status.state === 'down') metrics.failed(name)
      if (status.state === 'up') upSince ??= performance.now()
    }
    report({ state: 'connecting' })
    for (let failures = 0; !stopping.aborted; failures++) {
      try {
        return await platform({
          desk,
          currentPack: () => assistant.pack,
          log,
          now,
          stopping,
          report,
          failed: () => metrics.failed(name),
          deliver: mailings.deliver,
          notifyOrganizers,
          organizersChat,
          destinations,
          tellOfDestination,
          attachment: store.files.attachment,
        })
      } catch (error) {
        if (error instanceof OperatorError) {
          log.error({ platform: name, reason: error.message }, 'platform refused')
          return report({ state: 'refused', reason: error.message })
        }
        if (upSince !== undefined && performance.now() - upSince > backOffMs.longest) failures = 0
        upSince = undefined
        const ms = Math.min(backOffMs.first * 2 ** failures, backOffMs.longest)
        log.warn({ platform: name, err: error, pauseMs: ms }, 'platform lost; trying again')
        report({ state: 'down', reason: error instanceof Error ? error.message : String(error) })
        await pause(ms, undefined, { signal: stopping }).catch(() => {})
      }
    }
  }
}

function sizeOf({ id, entries }: Pack): { pack: string; entries: number } {
  return { pack: id, entries: entries.length }
}
