import { countRecentCalls, type RecentCalls } from './recent-calls.ts'

/** `even`: requests a second while nothing is in the way; `most`: that a server may count in any second. */
export type PerSecond = { readonly even: number; readonly most: number }

/** When requests may be made. Knows no clock and no timer, only the times it is told, in milliseconds. */
export type PacePlan = {
  /** When it is the turn of the next one, perhaps in the past; Infinity until one of those under way is answered. */
  readonly turnAt: (now: number) => number
  /** When a server has room for the next one; the same. */
  readonly roomAt: (now: number) => number
  /** So many have their turn. */
  readonly take: (requests: number, now: number) => void
  /** So many are made next. */
  readonly allow: (requests: number, now: number) => void
  /** Nobody has waited until now: nothing is to be made up for. */
  readonly startAt: (now: number) => void
  readonly hold: (until: number) => void
  readonly isHeld: (now: number) => boolean
  readonly share: (processes: number) => void
  /** Another one was answered, which waited for no turn. */
  readonly giveWay: (now: number) => void
  readonly calls: Pick<RecentCalls, 'begin' | 'end'>
}

/** A machine that was busy for a moment makes up for so many milliseconds of it. */
const slackMs = 400

/** The second in which Discord counts, and what clocks and timers are inexact by. */
const windowMs = 1005

/** Evenly, and never more in a second than a server may count. */
export function planPace({ even, most }: PerSecond): PacePlan {
  const calls = countRecentCalls(windowMs)
  let heldUntil = 0
  let nextAt = 0
  let processes = 1
  const share = (): number => Math.max(1, Math.floor(most / processes))
  // As much below its share of the most as the whole pace is below the whole.
  const gapMs = (): number => (1000 * most) / (even * share())
  return {
    calls,
    turnAt(now) {
      // What a pause takes is not made up for, or all that waited for it would go at once.
      if (heldUntil > now) nextAt = Math.max(nextAt, heldUntil)
      return Math.max(nextAt, roomAt(now))
    },
    roomAt,
    take: (requests, now) => void (nextAt = Math.max(nextAt, now - slackMs) + gapMs() * requests),
    allow(requests, now) {
      for (let nth = 0; nth < requests; nth++) calls.allow(now)
    },
    startAt: (now) => void (nextAt = Math.max(nextAt, now)),
    hold: (until) => void (heldUntil = Math.max(heldUntil, until)),
    isHeld: (now) => heldUntil > now,
    share: (count) => void (processes = Math.max(1, count)),
    giveWay(now) {
      calls.note(now)
      nextAt += gapMs()
    },
  }

  function roomAt(now: number): number {
    return calls.count(now) >= share() ? calls.nextPastAt() : 0
  }
}
