import { bulkAllowance } from './bulk-allowance.ts'
import { laneHolds } from './lane-holds.ts'
import { createQueue, type Next } from './queue.ts'
import { slidingWindow } from './sliding-window.ts'

/** Lets messages out at the rate that Telegram allows, fairly among chats. */
export type Pace = {
  /**
   * Resolves when a call may be sent: first come, first served, chats that have to wait passed over. Rejects with
   * Stopped.
   */
  readonly pass: (call: Passing) => Promise<void>
  /** No call in this lane before so much time has passed. */
  readonly hold: (lane: string, ms: number) => void
  /** Telegram refused a call in this lane, and wants none before so many seconds have passed. */
  readonly refused: (lane: string, seconds: number, bulk?: boolean) => void
  /** Whether an announcement's message must not go into a lane now, whoever's turn it is. */
  readonly isHeld: (lane: string) => boolean
  /** No message of an announcement before so much time has passed. */
  readonly holdBulk: (ms: number) => void
  /** So many processes send announcements side by side. */
  readonly share: (processes: number) => void
  /** A message went through. */
  readonly succeeded: () => void
}

export type Passing = {
  /** The chat, or the person where there is none: what Telegram limits one by one. */
  readonly lane: string
  /** Whether this is a message, of which only so many a second may be sent. */
  readonly counts: boolean
  /** How many, if one call sends several. */
  readonly messages?: number
  /** Part of an answer of which something was sent already: it is finished also while we are being stopped. */
  readonly begun: boolean
  /** Part of an announcement, which answers to people go before. */
  readonly bulk?: boolean
}

/** We are being stopped, and the call was not sent. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * About 30 messages a second over all chats (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * The window is longer than a second, because what leaves evenly may arrive in bunches: at 1040 ms a server that counts
 * strictly still refused some (`npm run bench:telegram -- --rate 100 --limit 30`). There is no limit per chat: the one
 * message a second of the same page is a mean, and a person who asks twice in a second wants both answers now.
 */
const allowed = { messages: 30, windowMs: 1060 }

/**
 * Telegram counts whole seconds by its own clock. Announcements are many and their waits add up; timers are never so
 * early.
 */
const marginMs = { answer: 150, bulk: 20 }

/** Seconds; then somebody else is tried, since three chats may also have been refused each for itself. */
const longestForAll = 5

type Waiting = { readonly call: Passing }

/** `stopping` rejects calls of answers that have not begun with Stopped, `cutOff` all of them. */
export function createPace(
  stopping: AbortSignal,
  cutOff: AbortSignal,
  now: () => number = () => performance.now(),
): Pace {
  const window = slidingWindow(allowed.windowMs)
  const bulkLeft = bulkAllowance(window, allowed.messages)
  const holds = laneHolds()
  const queue = createQueue<Passing>({ next, left, now })
  for (const signal of [stopping, cutOff]) signal.addEventListener('abort', rejectStopped)

  return {
    pass(call) {
      const passed = queue.wait(call)
      rejectStopped()
      return passed
    },
    hold: (lane, ms) => holds.hold(lane, now() + ms),
    refused(lane, seconds, bulk = false) {
      const time = now()
      holds.hold(lane, time + seconds * 1000 + (bulk ? marginMs.bulk : marginMs.answer))
      bulkLeft.hold(time + seconds * 1000 + marginMs.bulk)
      if (!bulk) holds.refused(lane, time + Math.min(seconds, longestForAll) * 1000 + marginMs.answer)
      queue.look()
    },
    succeeded: holds.succeeded,
    isHeld: (lane) => Math.max(bulkLeft.heldUntil(), holds.heldUntil(lane)) > now(),
    holdBulk: (ms) => bulkLeft.hold(now() + ms),
    share: bulkLeft.share,
  }

  function rejectStopped(): void {
    queue.reject(
      ({ begun }) => cutOff.aborted || (stopping.aborted && !begun),
      () => new Stopped(),
    )
  }

  function next(waiting: readonly Waiting[], time: number): Next {
    holds.forget(time)
    return firstFree(waiting, time, {
      unheldAt: ({ lane }) => holds.freeAt(lane),
      freeAt: (call) => freeAt(call, time),
    })
  }

  function freeAt({ lane, counts, messages = 1, bulk }: Passing, time: number): number {
    const free = holds.freeAt(lane)
    if (bulk) return Math.max(free, bulkLeft.freeAt(lane, time, messages))
    return counts ? Math.max(free, window.roomAt(allowed.messages, allowed.windowMs, messages)) : free
  }

  function left({ lane, counts, messages = 1, bulk }: Passing, time: number): void {
    if (counts) for (let nth = 0; nth < messages; nth++) window.add(time)
    if (bulk) bulkLeft.sent(lane, time, messages)
  }
}

/** Answers first: while one waits for nothing but room, no announcement takes it. */
function firstFree(
  waiting: readonly Waiting[],
  time: number,
  { unheldAt, freeAt }: { unheldAt: (call: Passing) => number; freeAt: (call: Passing) => number },
): Next {
  const answerWaits = waiting.some(({ call }) => !call.bulk && unheldAt(call) <= time)
  let at = Infinity
  for (const [index, { call }] of waiting.entries()) {
    if (call.bulk && answerWaits) continue
    const moment = freeAt(call)
    if (moment <= time) return { index }
    at = Math.min(at, moment)
  }
  return { at }
}
