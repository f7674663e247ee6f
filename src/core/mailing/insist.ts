import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

export type Insist = (write: () => Promise<void>) => Promise<void>

const pauseMs = { first: 100, longest: 2000 }

/**
 * What happened must be written down, however long the store is away: tries a write again until it succeeds. Rejects
 * with the store's reason only when we are being stopped.
 */
export function insistUntil(stopping: AbortSignal, log: Pick<Logger, 'warn'>): Insist {
  return async (write) => {
    for (let ms = pauseMs.first; ; ms = Math.min(ms * 2, pauseMs.longest)) {
      try {
        return await write()
      } catch (error) {
        if (stopping.aborted) throw error
        log.warn({ err: error, pauseMs: ms }, 'outcome not written down; trying again')
        await pause(ms, undefined, { ref: false })
      }
    }
  }
}
