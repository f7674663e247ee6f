import type { SlidingWindow } from './sliding-window.ts'

/** What announcements may send beside answers, which they share a window with. Times in milliseconds. */
export type BulkAllowance = {
  /** From when so many messages may go into a lane by one call; what is past if they may now. */
  readonly freeAt: (lane: string, now: number, messages?: number) => number
  readonly sent: (lane: string, now: number, messages?: number) => void
  /** None before this, whatever the lane. */
  readonly hold: (until: number) => void
  readonly heldUntil: () => number
  /** So many processes send announcements side by side. */
  readonly share: (processes: number) => void
}

/**
 * Announcements leave evenly, so that an answer between them waits for some 35 ms and not for the end of a burst; after
 * a pause that was asked for, up to half the window is made up for at once. Even ones do not bunch on the way as much
 * as answers do, so the window may be nearer to a second (measured as in pace.ts).
 */
const bulkAllowed = { windowMs: 1040, burst: 15 }

/**
 * Where several processes send, none knows of the answers that another gives: so much of the window is left to them.
 */
const sparedForAnswers = 2

/**
 * Milliseconds between messages in one chat: one a second, in groups (negative ids) 20 a minute
 * (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
const laneMs = { private: 1000, group: 3000 }

/** `most`: how many messages all processes together may send in a window, answers included. */
export function bulkAllowance(window: SlidingWindow, most: number): BulkAllowance {
  const laneFreeAt = new Map<string, number>()
  let heldUntil = 0
  let nextAt = 0
  let processes = 1
  return {
    freeAt(lane, now, messages = 1) {
      const evenly = window.count(now) * processes < bulkAllowed.burst ? 0 : nextAt
      const room = window.roomAt(Math.max(1, Math.floor(together() / processes)), bulkAllowed.windowMs, messages)
      return Math.max(heldUntil, evenly, laneFreeAt.get(lane) ?? 0, room)
    },
    sent(lane, now, messages = 1) {
      for (const [other, until] of laneFreeAt) if (until <= now) laneFreeAt.delete(other)
      // From when it was due, or timers that fire late would slow down the whole.
      nextAt = Math.max(nextAt, now - gapMs()) + gapMs() * messages
      laneFreeAt.set(lane, now + (lane.startsWith('-') ? laneMs.group : laneMs.private) * messages)
    },
    hold: (until) => void (heldUntil = Math.max(heldUntil, until)),
    heldUntil: () => heldUntil,
    share: (count) => void (processes = Math.max(1, count)),
  }

  function gapMs(): number {
    return (bulkAllowed.windowMs / together()) * processes
  }

  /** How many of a window all processes together may take. */
  function together(): number {
    return processes > 1 ? most - sparedForAnswers : most
  }
}
