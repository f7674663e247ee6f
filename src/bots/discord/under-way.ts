import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

/** The answers that are being given. */
export type UnderWay = {
  /** Gives an answer, unless one was begun for the same id, or after a stop. Rejects as the answer does. */
  readonly once: (id: string, answer: () => Promise<void>) => Promise<void>
  /** Begins nothing more, and waits for what was begun, `graceMs` at most. */
  readonly stop: (graceMs: number) => Promise<void>
}

/** Discord's gateway may hand out again what came before a drop. */
const mostSeen = 10_000

/**
 * Keeps track of answers by the ids of what they answer; of the last ten thousand ids it knows that they were begun.
 * An answer that outlasts the grace is not broken off, only no longer waited for.
 */
export function countUnderWay(): UnderWay {
  const seen = new LRUCache<string, true>({ max: mostSeen })
  const answers = new Set<Promise<void>>()
  let stopped = false
  return {
    async once(id, answer) {
      if (stopped || seen.has(id)) return
      seen.set(id, true)
      const given = answer()
      answers.add(given)
      await given.finally(() => answers.delete(given))
    },
    async stop(graceMs) {
      stopped = true
      const over = new AbortController()
      const late = pause(graceMs, undefined, { signal: over.signal }).catch(() => {})
      await Promise.race([Promise.allSettled(answers), late])
      over.abort()
    },
  }
}
