import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Claims } from '../../core/store/claims.ts'

/** Whether this process is the one to act on an interaction or a message, by its id. Never rejects. */
export type Claim = (id: string) => Promise<boolean>

/** As long as the store is waited for elsewhere; a first response that takes as long is deferred meanwhile. */
const patienceMs = 8000

/**
 * Every process that is connected hears of everything. A store that is away is no reason not to answer: then each acts
 * as if it were alone, and Discord takes the first response that comes.
 */
export function openClaiming({
  claims,
  log,
  now,
}: {
  readonly claims: Claims
  readonly log: Logger
  readonly now: () => Date
}): Claim {
  const owner = randomUUID()
  return async (id) => {
    const { promise: late, resolve } = Promise.withResolvers<true>()
    const timer = setTimeout(() => resolve(true), patienceMs)
    try {
      return await Promise.race([claims.take('discord', id, owner, now()), late])
    } catch (error) {
      log.warn({ platform: 'discord', err: error }, 'not claimed; acting all the same')
      return true
    } finally {
      clearTimeout(timer)
    }
  }
}
