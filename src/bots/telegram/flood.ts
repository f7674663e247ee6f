import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Keeps one person from taking what belongs to all. */
export type FloodGate = {
  /**
   * Resolves when the next thing this person sent may be handled: at once as long as they send no more than people do,
   * then one a second. `skip`: too many of theirs wait already. `warn` is called when they first have to wait.
   */
  readonly enter: (person: string, warn: () => Promise<void>) => Promise<'go' | 'skip'>
  readonly leave: (person: string) => void
}

/** Nobody reads thirty answers in half a minute; then one a second, which is also what Telegram allows in one chat. */
const burst = { points: 29, duration: 30 }
const pace = { points: 1, duration: 1 }

const mostWaiting = 20

/** A person who goes on is not told again before this. */
const silenceMs = 10 * 60_000

/** The oldest make room. */
const mostWarned = 10_000

/** When `stopping` is aborted, whoever waits is rejected with an AbortError. */
export function openFloodGate(log: Logger, stopping: AbortSignal, now: () => number = () => Date.now()): FloodGate {
  const limiter = new BurstyRateLimiter(new RateLimiterMemory(pace), new RateLimiterMemory({ keyPrefix: 'burst', ...burst }))
  const inside = new Map<string, number>()
  const warnedAt = new Map<string, number>()
  const lanes = new Map<string, Promise<void>>()

  return {
    async enter(person, warn) {
      const waiting = (inside.get(person) ?? 0) + 1
      if (waiting > mostWaiting + burst.points) return 'skip'
      inside.set(person, waiting)
      // One after the other, or those that came first would not go first.
      const turn = (lanes.get(person) ?? Promise.resolve()).then(() => waitForTurn(person, warn))
      lanes.set(person, turn)
      await turn
      return 'go'
    },
    leave(person) {
      const left = (inside.get(person) ?? 1) - 1
      if (left > 0) inside.set(person, left)
      else {
        inside.delete(person)
        lanes.delete(person)
      }
    },
  }

  async function waitForTurn(person: string, warn: () => Promise<void>): Promise<void> {
    for (;;) {
      const pauseMs = await take(person)
      if (pauseMs === 0) return
      await warnOnce(person, warn)
      await pause(pauseMs, undefined, { signal: stopping })
    }
  }

  /** 0, or the milliseconds after which to try again. */
  async function take(person: string): Promise<number> {
    try {
      await limiter.consume(person)
      return 0
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection
      return Math.max(1, rejection.msBeforeNext)
    }
  }

  async function warnOnce(person: string, warn: () => Promise<void>): Promise<void> {
    const time = now()
    if (time - (warnedAt.get(person) ?? -Infinity) < silenceMs) return
    warnedAt.delete(person)
    warnedAt.set(person, time)
    if (warnedAt.size > mostWarned) warnedAt.delete(warnedAt.keys().next().value!)
    log.warn({ person }, 'slowed down')
    await warn()
  }
}
