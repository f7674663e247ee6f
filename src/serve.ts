import type { Logger } from 'pino'
import { announcementCommands, measuresIn, type Venue } from './platforms/announcement-commands.ts'
import { repeating } from './bots/lifetime.ts'
import type { Who } from './core/mailing/act.ts'
import { startMailings } from './core/mailing/engine.ts'
import { reportProgress, type Voice } from './core/organizers/progress.ts'
import { notifierFor } from './core/mailing/notices.ts'
import { openOrganizersChat } from './core/organizers/chat.ts'
import { openWatchedPages } from './core/organizers/watched-pages.ts'
import type { Assistant } from './core/answering/assistant.ts'
import { openEvents } from './core/events/events-assistant.ts'
import type { Config } from './operation/config.ts'
import { openDesk, type Desk } from './core/desk/desk.ts'
import { checkClock } from './operation/clock.ts'
import { createMetrics, type Metrics } from './operation/metrics.ts'
import type { Status } from './operation/status.ts'
import type { PeopleStore } from './core/people/people.ts'
import { rememberRecent } from './core/people/recent.ts'
import { openStore, type Store } from './core/store/open.ts'
import { openPacks } from './core/knowledge-base/open-packs.ts'
import { OperatorError } from './knowledge/fault.ts'
import { partsOf } from './knowledge/joint-pack.ts'
import { shortTitle } from './knowledge/pack-subject.ts'
import type { Pack } from './knowledge/pack.ts'
import { followKnowledge, summaryOf } from './serve/follow-knowledge.ts'
import { followProgramme } from './serve/follow-programme.ts'
import { keepServing } from './serve/keep-serving.ts'
import { platformsOf } from './serve/platforms.ts'
import { openWeb } from './serve/web.ts'

const tidyEveryMs = 5 * 60_000

const telegramRoot = 'https://api.telegram.org'

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
  const knowledge = await openPacks(config.knowledge ?? [bulletin], stopping).catch((error: unknown) => {
    // A pack that is being compiled when we are stopped is nobody's fault.
    if (!stopping.aborted) throw error
  })
  if (!knowledge) return
  await using store = await openStore(config.databaseUrl)
  await store.probe()
  const { notices, destinations, files, stars } = store
  const metrics = createMetrics()
  const assistant = openEvents(knowledge.each, config.defaultLanguage)
  const currentPack = (): Pack => assistant.pack
  const venue = venueOf(currentPack)
  const people = rememberRecent(store.people)
  const notifier = notifierFor(config.organizers)
  const desk = deskOver({ assistant, people, store, metrics, config, log })
  const { organizersChat, watches } = organizersChatOver({ assistant, desk, store, config })
  const [{ uncertain }, onSettled] = [config, metrics.delivered]
  await using mailings = startMailings({ ...store, ...venue, notifier, uncertain, log, now, onSettled })
  using _tidying = repeating(() => desk.tidy(now()), tidyEveryMs)
  const statuses = new Map<string, Status>()
  const vitals = {
    platforms: () => statuses,
    ping: store.ping,
    knows: () => partsOf(assistant.pack).every(({ entries }) => assistant.choose(entries[0]!.id, { now: now() })),
    metrics: metrics.text,
    noteDatabase: metrics.databaseUp,
  }
  await using web = await openWeb(vitals, config, { log, onListening })
  await using _following = followKnowledge(knowledge, { notices, notifier, log })
  await using _telling = followProgramme(currentPack, knowledge, { stars, now, log })
  log.info(summaryOf(assistant.pack), 'started')
  if (config.telegram) void checkClock('Telegram', config.telegram.apiRoot ?? telegramRoot, { log, stopping })
  const shared = {
    desk,
    currentPack,
    onPackReplaced: knowledge.onReplaced,
    log,
    now,
    stopping,
    failed: metrics.failed,
    deliver: mailings.deliver,
    notifyOrganizers: (voice: Voice, stopped: AbortSignal) =>
      reportProgress({ ...store, watches, organizersChat, voice, pulse: mailings.pulse, now, log, stopping: stopped }),
    organizersChat,
    destinations,
    tellOfDestination: (id: number, to: Who | undefined) => notices.post(notifier.ofDestination(id, to)),
    attachment: files.attachment,
  }
  const platforms = platformsOf(config, shared, { people, store, web })
  const keeping = { statuses, metrics, log, stopping }
  await Promise.all(platforms.map(({ name, serve }) => keepServing(name, serve, keeping)))
  log.info('stopping')
  const reasons = [...statuses.values()].flatMap((status) => (status.state === 'refused' ? [status.reason] : []))
  if (reasons.length === statuses.size) throw new OperatorError(reasons.join('\n'))
}

/** Where the clock of the event stands, and what it is called, as its pack says at the moment. */
function venueOf(currentPack: () => Pack): Venue {
  return { timeZone: () => currentPack().timeZone, eventName: (language) => shortTitle(currentPack(), language) }
}

/** The desk, whose answers are counted and logged. */
function deskOver({
  assistant,
  people,
  store: { feedback, destinations, topics, stars },
  metrics,
  config,
  log,
}: {
  assistant: Assistant
  people: PeopleStore
  store: Store
  metrics: Metrics
  config: Config
  log: Logger
}): Desk {
  return openDesk({
    assistant,
    people,
    feedback,
    destinations,
    topics,
    stars,
    defaultLanguage: config.defaultLanguage ?? assistant.pack.languages[0]!,
    onAnswered(facts) {
      metrics.answered(facts)
      log.info(facts, 'answered')
    },
  })
}

function organizersChatOver({
  assistant,
  desk: { languageFor },
  store,
  config: { organizers, approvalAbove: above },
}: {
  assistant: Assistant
  desk: Desk
  store: Store
  config: Config
}) {
  const venue = venueOf(() => assistant.pack)
  const watches = openWatchedPages(store.watches)
  const organizersChat = openOrganizersChat({
    commands: announcementCommands(store, venue, { above, organizers }),
    stores: { ...store, watches },
    destinations: store.destinations,
    readText: assistant.read,
    organizers,
    measures: measuresIn(venue),
    ...venue,
    languageFor,
  })
  return { organizersChat, watches }
}
