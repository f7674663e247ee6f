import type { Logger } from 'pino'
import type { Platform } from '../people/people.ts'
import type { Announcement, Pause } from './announcement.ts'
import type { Delivery, Outcome } from './delivery.ts'
import type { Ledger, Outbox } from './ledger.ts'
import type { Informer } from './inform.ts'
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
export type Supervisor = {
  /** To be called now and then. */
  readonly look: (now: Date) => Promise<void>
  /** Told how each attempt ended. */
  readonly note: (delivery: Delivery, outcome: Outcome, now: Date) => Promise<void>
}

export function supervise({ platform, ledger, outbox, informer, timeZone, log }: {
  readonly platform: Platform
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly informer: Informer
  readonly timeZone: string
  readonly log: Logger
}): Supervisor {
  let waitTold = new Date(0)
  const runs = new Map<string, { failures: number; rests: number }>()
  return {
    async look(now) {
      for (const finished of await outbox.finish(now, itself)) {
        log.info({ announcement: finished.id }, 'announcement sent')
        runs.delete(finished.id)
        if (finished.origin === 'organizer') await informer.tell(finished)
      }
      for (const announcement of await outbox.unfinished(now)) await advance(announcement, now)
    },
    async note({ announcement }, outcome, now) {
      if (outcome.kind === 'done') runs.delete(announcement)
      if (outcome.kind === 'later' && outcome.seconds >= longWait) await tellOfWait(announcement, outcome.seconds, now)
      if (outcome.kind !== 'trouble' && outcome.kind !== 'refused') return
      const run = runs.getOrInsertComputed(announcement, () => ({ failures: 0, rests: 0 }))
      run.failures++
      if (run.failures < longestRun) return
      run.failures = 0
      // What was refused will be refused again.
      const until = outcome.kind === 'trouble' ? new Date(now.getTime() + Math.min(restMs.first * 2 ** run.rests++, restMs.longest)) : undefined
      await rest(announcement, { why: 'trouble', reason: outcome.reason, until }, now)
    },
  }

  /** Once for each wait, however many refusals it comes with. */
  async function tellOfWait(id: string, seconds: number, now: Date): Promise<void> {
    log.warn({ platform, announcement: id, seconds }, 'the platform wants a long pause')
    if (now < waitTold) return
    waitTold = new Date(now.getTime() + seconds * 1000)
    const announcement = await ledger.find(id)
    if (announcement) await informer.tell(announcement)
  }

  async function advance(announcement: Announcement, now: Date): Promise<void> {
    const { id, state, notAfter, urgency, origin } = announcement
    if (state === 'scheduled') return startIfDue(announcement, now)
    if (notAfter !== undefined && now > notAfter) return tooLate(announcement, now)
    if (state !== 'paused') return
    if (urgency === 'routine' && origin === 'organizer' && quietUntil(now, timeZone)) return
    if (await ledger.change(id, ['paused'], { state: 'sending', pause: undefined }, { act: 'resume', who: itself, at: now })) log.info({ announcement: id }, 'announcement goes on')
  }

  async function startIfDue(announcement: Announcement, now: Date): Promise<void> {
    const { id, sendAt, createdAt, urgency, origin } = announcement
    const due = sendAt ?? createdAt
    const start = origin === 'reminder' ? due : startOf(due, urgency, timeZone)
    if (now < start) return
    const deadline = deadlineOf(announcement, start)
    if (now > deadline) return tooLate(announcement, now)
    if (urgency === 'routine' && origin === 'organizer' && quietUntil(now, timeZone)) return
    if (await outbox.start(id, deadline, { act: 'start', who: itself, at: now })) log.info({ announcement: id }, 'announcement being sent')
  }

  /** News are asked about; a reminder of what has begun reminds of nothing. */
  async function tooLate({ id, state, origin }: Announcement, now: Date): Promise<void> {
    if (origin === 'reminder') return void (await ledger.change(id, [state], { state: 'cancelled' }, { act: 'cancel', who: itself, at: now, detail: 'late' }))
    await pauseFor(id, [state], { why: 'late' }, now)
  }

  /** Rests on this platform alone where another has something left to send; else the announcement is paused. */
  async function rest(id: string, pause: Pause, now: Date): Promise<void> {
    const tally = await ledger.tally(id)
    const others = tally.some((row) => row.platform !== platform && row.outcome === 'pending')
    if (!others || pause.until === undefined) return pauseFor(id, ['sending'], pause, now)
    log.warn({ platform, announcement: id, reason: pause.reason, until: pause.until }, 'announcements rest on one platform after a run of failures')
    await outbox.hold(platform, pause.until)
  }

  async function pauseFor(id: string, from: readonly Announcement['state'][], pause: Pause, now: Date): Promise<void> {
    const paused = await ledger.change(id, from, { state: 'paused', pause }, { act: 'pause', who: itself, at: now, detail: pause.reason ?? pause.why })
    if (!paused) return
    log.warn({ announcement: id, why: pause.why, reason: pause.reason, until: pause.until }, 'announcement paused')
    await informer.tell(paused)
  }
}
