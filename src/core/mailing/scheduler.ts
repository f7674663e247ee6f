import type { Logger } from 'pino'
import type { Platform } from '../people/people.ts'
import type { Announcement, Pause } from './announcement.ts'
import type { Delivery, Outcome } from './delivery.ts'
import type { Ledger, Outbox } from './ledger.ts'
import type { Notifier } from './notices.ts'
import { deadlineOf, quietUntil, startOf } from './schedule.ts'

/** In the name of whom the program acts by itself. */
const itself = 'jauap'

/** So many failures with no success between are no matter of single chats. */
const longestRun = 10

/** Seconds of a pause that organizers are told of. */
const longWait = 60

/** How long sending rests when the platform is in trouble; each time longer. */
const restMs = { first: 30_000, longest: 5 * 60_000 }

/** Decides when announcements start, rest, go on and are done. */
export type Scheduler = {
  /** To be called now and then. */
  readonly look: (now: Date) => Promise<void>
  /** Told how each attempt ended that began at a moment. */
  readonly note: (delivery: Delivery, outcome: Outcome, begunAt: Date, now: Date) => Promise<void>
}

export function createScheduler({
  platform,
  ledger,
  outbox,
  notifier,
  timeZone,
  log,
}: {
  readonly platform: Platform
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly notifier: Notifier
  readonly timeZone: string
  readonly log: Logger
}): Scheduler {
  let waitTold = new Date(0)
  const runs = new Map<string, { failures: number; rests: number; restedAt: Date }>()
  return {
    async look(now) {
      for (const finished of await outbox.finish(now, itself)) {
        log.info({ announcement: finished.id }, 'announcement sent')
        runs.delete(finished.id)
        if (finished.origin === 'organizer') await ledger.post(notifier.of(finished))
      }
      for (const announcement of await outbox.unfinished(now)) await advance(announcement, now)
    },
    async note({ announcement }, outcome, begunAt, now) {
      if (outcome.kind === 'done') runs.delete(announcement)
      if (outcome.kind === 'later' && outcome.seconds >= longWait) await tellOfWait(announcement, outcome.seconds, now)
      if (outcome.kind !== 'trouble' && outcome.kind !== 'refused') return
      const run = runs.getOrInsertComputed(announcement, () => ({ failures: 0, rests: 0, restedAt: new Date(0) }))
      // Those that were under way when the others failed say nothing new.
      if (begunAt <= run.restedAt) return
      run.failures++
      if (run.failures < longestRun) return
      run.failures = 0
      run.restedAt = now
      const rest = new Date(now.getTime() + Math.min(restMs.first * 2 ** run.rests++, restMs.longest))
      await restFrom(
        announcement,
        { why: 'trouble', reason: outcome.reason, until: outcome.kind === 'trouble' ? rest : undefined },
        now,
      )
    },
  }

  /** Once for each wait, however many refusals it comes with. */
  async function tellOfWait(id: string, seconds: number, now: Date): Promise<void> {
    log.warn({ platform, announcement: id, seconds }, 'the platform wants a long pause')
    if (now < waitTold) return
    waitTold = new Date(now.getTime() + seconds * 1000)
    const announcement = await ledger.find(id)
    if (announcement?.origin === 'organizer') await ledger.post(notifier.of(announcement))
  }

  async function advance(announcement: Announcement, now: Date): Promise<void> {
    const { id, state, notAfter } = announcement
    if (state === 'scheduled') return startIfDue(announcement, now)
    if (notAfter !== undefined && now > notAfter) return tooLate(announcement, now)
    if (state !== 'paused') return
    // Also at night: what has begun is finished.
    if (
      await ledger.change(
        id,
        ['paused'],
        { state: 'sending', pause: undefined },
        { act: 'resume', who: itself, at: now },
      )
    )
      log.info({ announcement: id }, 'announcement goes on')
  }

  async function startIfDue(announcement: Announcement, now: Date): Promise<void> {
    const { id, startAt, createdAt, urgency, origin } = announcement
    const due = startAt ?? createdAt
    const start = origin === 'reminder' ? due : startOf(due, urgency, timeZone)
    if (now < start) return
    const deadline = deadlineOf(announcement, start)
    if (now > deadline) return tooLate(announcement, now)
    if (urgency === 'routine' && origin === 'organizer' && quietUntil(now, timeZone)) return
    if (await outbox.start(id, deadline, { act: 'start', who: itself, at: now }))
      log.info({ announcement: id }, 'announcement being sent')
  }

  /** News are asked about; a reminder of what has begun reminds of nothing. */
  async function tooLate(announcement: Announcement, now: Date): Promise<void> {
    const { id, state, origin } = announcement
    if (origin === 'reminder')
      return void (await ledger.change(
        id,
        [state],
        { state: 'cancelled' },
        { act: 'cancel', who: itself, at: now, detail: 'late' },
      ))
    await pauseFor(announcement, { why: 'late' }, now)
  }

  /** On this platform alone where another has something left to send, or where nobody watches over it; else altogether. */
  async function restFrom(id: string, pause: Pause, now: Date): Promise<void> {
    const announcement = await ledger.find(id)
    if (announcement?.state !== 'sending') return
    const tally = await ledger.tally(id)
    const others = tally.some((row) => row.platform !== platform && row.outcome === 'pending')
    const until =
      pause.until ?? (announcement.origin === 'reminder' ? new Date(now.getTime() + restMs.longest) : undefined)
    if (until === undefined || (!others && announcement.origin === 'organizer'))
      return pauseFor(announcement, pause, now)
    log.warn(
      { platform, announcement: id, reason: pause.reason, until },
      'announcements rest on one platform after a run of failures',
    )
    await outbox.hold({ platform, until, why: 'trouble' })
    if (announcement.origin === 'organizer') await ledger.post(notifier.of(announcement))
  }

  async function pauseFor(announcement: Announcement, pause: Pause, now: Date): Promise<void> {
    const { id, state } = announcement
    const paused = await ledger.change(
      id,
      [state],
      { state: 'paused', pause },
      { act: 'pause', who: itself, at: now, detail: pause.reason ?? pause.why },
      notifier.of(announcement),
    )
    if (paused)
      log.warn({ announcement: id, why: pause.why, reason: pause.reason, until: pause.until }, 'announcement paused')
  }
}
