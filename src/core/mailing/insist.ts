import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { backOff } from '../back-off.ts'

export type Insist = <Written>(write: () => Promise<Written>) => Promise<Written>

const pauses = { firstMs: 100, longestMs: 2000 }

/**
 * What happened must be written down, however long the store is away: tries a write again until it succeeds. Rejects
 * with the store's reason only when we are being stopped.
 */
export function insistUntil(stopping: AbortSignal, log: Pick<Logger, 'warn'>): Insist {
  return async (write) => {
    for (let failures = 1; ; failures++) {
      try {
        return await write()
      } catch (error) {
        if (stopping.aborted) throw error
        const pauseMs = Math.round(backOff(failures, pauses))
        log.warn({ err: error, pauseMs }, 'outcome not written down; trying again')
        await pause(pauseMs, undefined, { ref: false })
      }
    }
  }
}
