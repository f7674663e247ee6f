import { setTimeout as pause } from 'node:timers/promises'
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Keeps one person from taking what belongs to all. */
export type FloodGate = {
  /**
   * Resolves when the next thing this person sent may be handled: at once as long as they send no more than people do,
   * then one a second. `skip`: too many of theirs wait already. `warn` is called when they first have to wait. After
   * `go`, call `leave`. Rejects with an AbortError when we are being stopped.
   */
  readonly enter: (person: string, warn: () => void) => Promise<'go' | 'skip'>
  readonly leave: (person: string) => void
}

/** Nobody reads thirty answers in half a minute; then one a second, which is also what Telegram allows in one chat. */
const burst = { points: 29, duration: 30 }
const steady = { points: 1, duration: 1 }

/** As many as the burst lets through at once, and twenty that wait. */
const mostInside = burst.points + 1 + 20

/** A person who goes on is not told again before this, in seconds. */
const silence = { points: 1, duration: 600 }

type Person = { inside: number; lastTurn: Promise<void> }

/** Counts people by name in memory, so that a restart forgives. `stopping` rejects those who wait. */
export function openFloodGate(stopping: AbortSignal): FloodGate {
  const limiter = burstLimiter()
  const warnings = new RateLimiterMemory({ keyPrefix: 'warning', ...silence })
  const people = new Map<string, Person>()

  return {
    async enter(name, warn) {
      const person = people.getOrInsertComputed(name, () => ({ inside: 0, lastTurn: Promise.resolve() }))
      if (person.inside >= mostInside) return 'skip'
      person.inside++
      // One after the other, or those that came first would not go first.
      person.lastTurn = person.lastTurn.then(() => waitForTurn(name, warn))
      try {
        await person.lastTurn
        return 'go'
      } catch (error) {
        leave(name)
        throw error
      }
    },
    leave,
  }

  function leave(name: string): void {
    const person = people.get(name)
    if (person && --person.inside === 0) people.delete(name)
  }

  async function waitForTurn(name: string, warn: () => void): Promise<void> {
    for (;;) {
      const pauseMs = await take(limiter, name)
      if (pauseMs === 0) return
      if ((await take(warnings, name)) === 0) warn()
      await pause(pauseMs, undefined, { signal: stopping })
    }
  }
}

/** The same for what can't wait: more than that is not allowed just now. */
export function limitToPeople(): Limit {
  const limiter = burstLimiter()
  return async (person) => (await take(limiter, person)) === 0
}

function burstLimiter(): BurstyRateLimiter {
  return new BurstyRateLimiter(new RateLimiterMemory(steady), new RateLimiterMemory({ keyPrefix: 'burst', ...burst }))
}

/** Keeps those who ask faster than anyone types from taking all the time there is. */
export type Limit = (person: string) => Promise<boolean>

/** Whether one more is allowed of so many in so many seconds. */
export function limitTo(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (person) => (await take(limiter, person)) === 0
}

/** 0, or the milliseconds after which to try again. */
async function take(limiter: { consume: (key: string) => Promise<unknown> }, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    return Math.max(1, rejection.msBeforeNext)
  }
}
