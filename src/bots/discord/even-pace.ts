import { setTimeout as pause } from 'node:timers/promises'
import type { Courier } from '../../core/mailing/courier.ts'

/** One delivery after the other at an even pace, rather than all at once and then refused. */
export function evenPace(
  requestsPerSecond: number,
  stopping: AbortSignal,
): Pick<Courier<unknown>, 'turn' | 'isHeld' | 'holdUntil'> {
  let heldUntil = 0
  let nextAt = 0
  return {
    async turn({ kind, route }) {
      // A private channel may have to be opened first.
      const requests = 1 + (kind === 'person' && route === undefined ? 1 : 0)
      const at = Math.max(nextAt, Date.now())
      nextAt = at + (1000 * requests) / requestsPerSecond
      await waitFor(at - Date.now(), stopping)
      while (heldUntil > Date.now() && !stopping.aborted) await waitFor(heldUntil - Date.now(), stopping)
      stopping.throwIfAborted()
    },
    isHeld: () => heldUntil > Date.now(),
    holdUntil: (moment) => void (heldUntil = Math.max(heldUntil, moment.getTime())),
  }
}

async function waitFor(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms > 0) await pause(ms, undefined, { signal: stopping }).catch(() => {})
}
