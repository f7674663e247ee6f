import type { Logger } from 'pino'
import type { Platform } from '../people/people.ts'
import type { Act, Who } from './act.ts'
import { longestRestMs } from './circuit-breaker.ts'
import type { Delivery, Outcome } from './delivery.ts'
import type { Mailing, Pause, State } from './mailing.ts'
import type { NoticeBoard, Notifier, OrganizerNotice } from './notices.ts'
import type { Hold } from './outbox.ts'
import { countRuns } from './runs.ts'
import { deadlineOf, quietUntil, startUnder, waitsSince } from './schedule.ts'

/** In the name of whom the program acts by itself. */
const itself = 'jauap'

/** Seconds of a pause that organizers are told of. */
const longWait = 60

/** What the scheduler needs of the store. */
export type ScheduleStore = {
  /**
   * What is to be looked after at a moment: scheduled for then or before, paused until then or before, being sent
   * though it is too late, or being sent with nothing left to send. `waitsSince`: at night, without those that keep
   * quiet hours, were due since then and have not passed their deadline.
   */
  readonly due: (now: Date, waitsSince?: Date) => Promise<Mailing[]>
  readonly find: (id: string) => Promise<Mailing | undefined>
  /** Fixes who receives it: one delivery for each destination. False unless it was scheduled until now. */
  readonly start: (id: string, notAfter: Date, act: Act) => Promise<boolean>
  /** Mailings of which nothing is left to be sent, now marked as sent; leaves notices of each, all or nothing. */
  readonly finish: (now: Date, who: Who, noticesOf?: Notifier['of']) => Promise<Mailing[]>
  /**
   * Changes a mailing that is in a state, records the act and leaves notices, all or nothing. False in another state.
   */
  readonly move: (
    id: string,
    from: State,
    to: { readonly state: State; readonly pause: Pause | undefined },
    act: Act,
    notices?: readonly OrganizerNotice[],
  ) => Promise<boolean>
  /** Whether something is left to be sent on another platform. */
  readonly hasPendingBeside: (id: string, platform: Platform) => Promise<boolean>
  readonly hold: (hold: Hold) => Promise<void>
}

export type SchedulerParts = {
  readonly store: ScheduleStore
  readonly notices: NoticeBoard
  readonly notifier: Notifier
  /** The venue's at the moment: it comes with what is known, which may be replaced. */
  readonly timeZone: () => string
  readonly log: Logger
}

/** Decides when mailings start, rest, go on and are done, on all platforms. */
export type Scheduler = {
  /** To be called when a mailing may be due. Writes nothing unless one is. */
  readonly look: (now: Date) => Promise<void>
  /** Told how each attempt ended that began at a moment. */
  readonly note: (delivery: Delivery, outcome: Outcome, begunAt: Date, now: Date) => Promise<void>
}

/** Rejects only with what the store rejects with; to be called again then. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { store, notices, notifier, timeZone, log } = parts
  const runs = countRuns()
  const waitsTold = new Map<Platform, Date>()
  return {
    async look(now) {
      const due = await store.due(now, waitsSince(now, timeZone()))
      const finished = due.some(({ state }) => state === 'sending') ? await store.finish(now, itself, notifier.of) : []
      for (const { id } of finished) {
        log.info({ mailing: id }, 'mailing sent')
        runs.ended(id)
      }
      for (const mailing of due) if (finished.every(({ id }) => id !== mailing.id)) await advance(mailing, now, parts)
    },
    async note({ mailing, destination: { platform } }, outcome, begunAt, now) {
      if (outcome.kind === 'done') runs.succeeded(mailing, platform)
      if (outcome.kind === 'later' && outcome.seconds >= longWait) await tellOfWait(mailing, platform, outcome, now)
      if (outcome.kind !== 'trouble' && outcome.kind !== 'refused') return
      const restUntil = runs.failed(mailing, platform, begunAt, now)
      if (!restUntil) return
      // What was refused once is refused again: that does not pass by itself.
      const until = outcome.kind === 'trouble' ? restUntil : undefined
      await rest(mailing, platform, { why: 'trouble', reason: outcome.reason, until }, now, parts)
    },
  }

  /** Once for each wait, however many refusals it comes with. */
  async function tellOfWait(
    id: string,
    platform: Platform,
    { seconds }: Extract<Outcome, { kind: 'later' }>,
    now: Date,
  ): Promise<void> {
    log.warn({ platform, mailing: id, seconds }, 'the platform wants a long pause')
    if (now < (waitsTold.get(platform) ?? 0)) return
    waitsTold.set(platform, new Date(now.getTime() + seconds * 1000))
    const mailing = await store.find(id)
    if (mailing) await notices.post(notifier.of(mailing))
  }
}

async function advance(mailing: Mailing, now: Date, parts: SchedulerParts): Promise<void> {
  const { id, state, notAfter } = mailing
  if (state === 'scheduled') return startIfDue(mailing, now, parts)
  if (notAfter !== undefined && now > notAfter) return tooLate(mailing, now, parts)
  if (state !== 'paused') return
  // Also at night: what has begun is finished.
  const sending = { state: 'sending', pause: undefined } as const
  if (await parts.store.move(id, state, sending, { act: 'resume', who: itself, at: now }))
    parts.log.info({ mailing: id }, 'mailing goes on')
}

async function startIfDue(mailing: Mailing, now: Date, parts: SchedulerParts): Promise<void> {
  const { id, startAt, createdAt, policy } = mailing
  const { store, timeZone, log } = parts
  const start = startUnder(policy, startAt ?? createdAt, timeZone())
  const deadline = deadlineOf(mailing, start)
  // Also of what waits for a morning that comes after its deadline: its author can still do something about it.
  if (now > deadline) return tooLate(mailing, now, parts)
  if (now < start) return
  if (policy.quietHours === 'wait' && quietUntil(now, timeZone())) return
  if (await store.start(id, deadline, { act: 'start', who: itself, at: now }))
    log.info({ mailing: id }, 'mailing being sent')
}

/** Its time has passed: its author is asked, or it is dropped. */
async function tooLate(mailing: Mailing, now: Date, parts: SchedulerParts): Promise<void> {
  const { id, state, policy } = mailing
  if (policy.late === 'ask') return pauseFor(mailing, { why: 'late' }, now, parts)
  const act = { act: 'cancel', who: itself, at: now, detail: 'late' } as const
  if (await parts.store.move(id, state, { state: 'cancelled', pause: undefined }, act))
    parts.log.info({ mailing: id }, 'mailing dropped: too late')
}

/** On this platform alone where another has something left to send, or where nobody looks after it; else altogether. */
async function rest(id: string, platform: Platform, pause: Pause, now: Date, parts: SchedulerParts): Promise<void> {
  const { store, notices, notifier, log } = parts
  const mailing = await store.find(id)
  if (mailing?.state !== 'sending') return
  const { trouble } = mailing.policy
  const until = pause.until ?? (trouble === 'hold' ? new Date(now.getTime() + longestRestMs) : undefined)
  if (until === undefined || (trouble === 'pause' && !(await store.hasPendingBeside(id, platform))))
    return pauseFor(mailing, pause, now, parts)
  const { reason } = pause
  log.warn({ platform, mailing: id, reason, until }, 'mailings rest on one platform after a run of failures')
  await store.hold({ platform, until, why: 'trouble' })
  await notices.post(notifier.of(mailing))
}

async function pauseFor(mailing: Mailing, pause: Pause, now: Date, parts: SchedulerParts): Promise<void> {
  const { store, notifier, log } = parts
  const { id, state } = mailing
  const { why, reason, until } = pause
  const act = { act: 'pause', who: itself, at: now, detail: reason ?? why } as const
  if (await store.move(id, state, { state: 'paused', pause }, act, notifier.of(mailing)))
    log.warn({ mailing: id, why, reason, until }, 'mailing paused')
}
