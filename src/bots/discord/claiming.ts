import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { inTime, longPatienceMs, typingPatienceMs } from '../../core/pages/visitor.ts'
import type { Claims } from '../../core/store/claims.ts'

/**
 * Whether this process is the one to act on an interaction or a message, by its id. Never rejects. `soon`: what can't
 * be deferred does not wait for a store that is late.
 */
export type Claim = (id: string, how?: { readonly soon?: boolean }) => Promise<boolean>

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
  return async (id, { soon = false } = {}) => {
    try {
      const taken = claims.take('discord', id, owner, now())
      return (await inTime(taken, soon ? typingPatienceMs : longPatienceMs)) ?? true
    } catch (error) {
      log.warn({ platform: 'discord', err: error }, 'not claimed; acting all the same')
      return true
    }
  }
}
