/** Lets messages out at the rate that Telegram allows, fairly among chats. */
export type Pace = {
  /** Resolves when a call may be sent: first come, first served, chats that have to wait passed over. Rejects with Stopped. */
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

/** Telegram counts whole seconds by its own clock. Announcements are many and their waits add up; timers are never so early. */
const marginMs = { answer: 150, bulk: 20 }

/** A bot-wide limit answers one chat after the other with 429: so many in a row, with no success between, and all wait. */
const tellingRefusals = 3

/** Seconds; then somebody else is tried, since three chats may also have been refused each for itself. */
const longestForAll = 5

/**
 * Announcements leave evenly, so that an answer between them waits for some 35 ms and not for the end of a burst; after a
 * pause that was asked for, up to half the window is made up for at once. Even ones do not bunch on the way as much as
 * answers do, so the window may be nearer to a second (measured as above).
 */
const bulkAllowed = { windowMs: 1040, burst: 15 }

/** Where several processes send, none knows of the answers that another gives: so much of the window is left to them. */
const sparedForAnswers = 2

/** Milliseconds between messages of announcements in one chat: one a second, in groups (negative ids) 20 a minute (same page). */
const bulkLaneMs = { private: 1000, group: 3000 }

type Waiter = Passing & { readonly go: () => void; readonly fail: (error: Error) => void }

/** `stopping` rejects calls of answers that have not begun, `cutOff` all of them. */
export function createPace(
  stopping: AbortSignal,
  cutOff: AbortSignal,
  now: () => number = () => performance.now(),
): Pace {
  let waiting: Waiter[] = []
  const sentAt: number[] = []
  const heldUntil = new Map<string, number>()
  const refusedLanes = new Set<string>()
  const bulkLaneFreeAt = new Map<string, number>()
  let allHeldUntil = 0
  let bulkHeldUntil = 0
  let nextBulkAt = 0
  let processes = 1
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined

  stopping.addEventListener('abort', rejectStopped)
  cutOff.addEventListener('abort', rejectStopped)

  return {
    pass: (call) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...call, go: resolve, fail: reject })
        rejectStopped()
        turn ??= setImmediate(release)
      }),
    hold,
    refused(lane, seconds, bulk = false) {
      hold(lane, seconds * 1000 + (bulk ? marginMs.bulk : marginMs.answer))
      holdBulk(seconds * 1000 + marginMs.bulk)
      if (bulk) return release()
      refusedLanes.add(lane)
      const all = Math.min(seconds, longestForAll) * 1000 + marginMs.answer
      if (refusedLanes.size >= tellingRefusals) allHeldUntil = Math.max(allHeldUntil, now() + all)
      release()
    },
    succeeded: () => refusedLanes.clear(),
    isHeld: (lane) => Math.max(bulkHeldUntil, heldUntil.get(lane) ?? 0) > now(),
    holdBulk,
    share: (count) => void (processes = Math.max(1, count)),
  }

  function holdBulk(ms: number): void {
    bulkHeldUntil = Math.max(bulkHeldUntil, now() + ms)
  }

  function isStopped({ begun }: Waiter): boolean {
    return cutOff.aborted || (stopping.aborted && !begun)
  }

  function rejectStopped(): void {
    const stopped = waiting.filter(isStopped)
    if (stopped.length === 0) return
    waiting = waiting.filter((waiter) => !isStopped(waiter))
    for (const { fail } of stopped) fail(new Stopped())
  }

  function hold(lane: string, ms: number): void {
    heldUntil.set(lane, Math.max(now() + ms, heldUntil.get(lane) ?? 0))
  }

  /**
   * Sends off the first who may go, and comes back for the next. One in each turn of the event loop: what is marked as
   * begun leaves before anything else is marked, and a kill in between cuts off one answer at most.
   */
  function release(): void {
    const time = now()
    while (sentAt.length > 0 && sentAt[0]! <= time - allowed.windowMs) sentAt.shift()
    for (const held of [heldUntil, bulkLaneFreeAt])
      for (const [lane, until] of held) if (until <= time) held.delete(lane)
    clearTimeout(timer)
    clearImmediate(turn)
    turn = undefined
    const mayGo = inTurn(time)
    const first = waiting.findIndex((waiter) => mayGo(waiter) && freeAt(waiter) <= time)
    if (first >= 0) {
      const [{ counts, go, bulk, lane }] = waiting.splice(first, 1) as [Waiter]
      if (counts) sentAt.push(time)
      if (bulk) {
        // From when it was due, or timers that fire late would slow down the whole.
        nextBulkAt = Math.max(nextBulkAt, time - bulkGapMs()) + bulkGapMs()
        bulkLaneFreeAt.set(lane, time + (lane.startsWith('-') ? bulkLaneMs.group : bulkLaneMs.private))
      }
      go()
      turn = setImmediate(release)
    } else if (waiting.length > 0) {
      const next = waiting.filter(mayGo).reduce((least, waiter) => Math.min(least, freeAt(waiter)), Infinity)
      timer = setTimeout(release, Math.max(1, Math.ceil(next - time)))
      // Whoever waits is no reason not to end.
      timer.unref()
    }
  }

  /** Answers first: while one waits for nothing but room, no announcement takes it. */
  function inTurn(time: number): (waiter: Waiter) => boolean {
    const answerWaits = waiting.some((waiter) => !waiter.bulk && unheldAt(waiter) <= time)
    return ({ bulk }) => !bulk || !answerWaits
  }

  function unheldAt({ lane }: Waiter): number {
    return Math.max(heldUntil.get(lane) ?? 0, allHeldUntil)
  }

  function freeAt(waiter: Waiter): number {
    const { lane, counts, bulk } = waiter
    const free = unheldAt(waiter)
    if (bulk) return Math.max(free, bulkFreeAt(lane))
    return counts ? Math.max(free, roomAt(allowed.messages, allowed.windowMs)) : free
  }

  function bulkFreeAt(lane: string): number {
    const evenly = sentAt.length * processes < bulkAllowed.burst ? 0 : nextBulkAt
    return Math.max(
      bulkHeldUntil,
      evenly,
      bulkLaneFreeAt.get(lane) ?? 0,
      roomAt(Math.max(1, Math.floor(bulkMessages() / processes)), bulkAllowed.windowMs),
    )
  }

  function bulkGapMs(): number {
    return (bulkAllowed.windowMs / bulkMessages()) * processes
  }

  /** How many of a window all processes together may take. */
  function bulkMessages(): number {
    return processes > 1 ? allowed.messages - sparedForAnswers : allowed.messages
  }

  /** When there is room for one more of so many messages in any such window. */
  function roomAt(messages: number, windowMs: number): number {
    return sentAt.length >= messages ? sentAt[sentAt.length - messages]! + windowMs : 0
  }
}
