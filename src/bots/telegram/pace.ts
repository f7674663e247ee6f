/** Lets messages out at the rate that Telegram allows, fairly among chats. */
export type Pace = {
  /**
   * Resolves when a call for this chat may be sent: first come, first served, chats that have to wait passed over.
   * `counts`: whether the call is a message, of which only so many a second may be sent. Rejects with Stopped.
   */
  readonly pass: (chat: string, counts: boolean) => Promise<void>
  /** No call for this chat before so much time has passed. */
  readonly hold: (chat: string, ms: number) => void
  /** Telegram refused a call for this chat, and wants none before so many seconds have passed. */
  readonly refused: (chat: string, seconds: number) => void
  /** A call went through. */
  readonly succeeded: () => void
}

/** We are being stopped, and the call was not sent. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * About 30 messages a second over all chats (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * The window is longer than a second, because what leaves evenly may arrive in bunches. There is no limit per chat: the
 * one message a second of the same page is a mean, and a person who asks twice in a second wants both answers now.
 */
const allowed = { messages: 30, windowMs: 1060 }

/** Telegram counts whole seconds by its own clock. */
const marginMs = 150

/** A bot-wide limit answers one chat after the other with 429: so many in a row, with no success between, and all wait. */
const tellingRefusals = 3

type Waiter = { readonly chat: string; readonly counts: boolean; readonly go: () => void; readonly fail: (error: Error) => void }

/** When `stopping` is aborted, whatever waits and whatever comes is rejected with Stopped. */
export function createPace(stopping: AbortSignal, now: () => number = () => performance.now()): Pace {
  const waiting: Waiter[] = []
  const sentAt: number[] = []
  const heldUntil = new Map<string, number>()
  const refusedChats = new Set<string>()
  let allHeldUntil = 0
  let timer: NodeJS.Timeout | undefined

  stopping.addEventListener('abort', () => {
    clearTimeout(timer)
    for (const { fail } of waiting.splice(0)) fail(new Stopped())
  })

  return {
    pass: (chat, counts) => new Promise((resolve, reject) => {
      if (stopping.aborted) return reject(new Stopped())
      waiting.push({ chat, counts, go: resolve, fail: reject })
      release()
    }),
    hold: (chat, ms) => void hold(chat, ms),
    refused(chat, seconds) {
      const until = hold(chat, seconds * 1000 + marginMs)
      refusedChats.add(chat)
      if (refusedChats.size >= tellingRefusals) allHeldUntil = Math.max(allHeldUntil, until)
      release()
    },
    succeeded: () => refusedChats.clear(),
  }

  function hold(chat: string, ms: number): number {
    const until = Math.max(now() + ms, heldUntil.get(chat) ?? 0)
    heldUntil.set(chat, until)
    return until
  }

  /** Sends off whoever may go, and comes back when the next one may. */
  function release(): void {
    const time = now()
    while (sentAt.length > 0 && sentAt[0]! <= time - allowed.windowMs) sentAt.shift()
    for (const [chat, until] of heldUntil) if (until <= time) heldUntil.delete(chat)
    let next = Infinity
    for (let at = 0; at < waiting.length;) {
      const waiter = waiting[at]!
      const free = freeAt(waiter)
      if (free > time) {
        next = Math.min(next, free)
        at++
        continue
      }
      waiting.splice(at, 1)
      if (waiter.counts) sentAt.push(time)
      waiter.go()
    }
    clearTimeout(timer)
    if (next < Infinity) timer = setTimeout(release, Math.max(1, Math.ceil(next - time)))
  }

  function freeAt({ chat, counts }: Waiter): number {
    const full = counts && sentAt.length >= allowed.messages ? sentAt[sentAt.length - allowed.messages]! + allowed.windowMs : 0
    return Math.max(full, heldUntil.get(chat) ?? 0, allHeldUntil)
  }
}
