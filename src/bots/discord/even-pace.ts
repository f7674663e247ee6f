import type { Courier } from '../../core/mailing/courier.ts'

/** A machine that was busy for a moment makes up for so many milliseconds of it. */
const slackMs = 60

/** One delivery after the other at an even pace, rather than all at once and then refused. */
export function evenPace(
  requestsPerSecond: number,
  stopping: AbortSignal,
): Pick<Courier<unknown>, 'turn' | 'isHeld' | 'holdUntil' | 'share'> {
  let heldUntil = 0
  let nextAt = 0
  let processes = 1
  return {
    async turn({ kind, route }, messages) {
      // A private channel may have to be opened first.
      const requests = messages + (kind === 'person' && route === undefined ? 1 : 0)
      for (;;) {
        // Behind a pause too, or all that waited for it would go at once.
        const at = Math.max(nextAt, heldUntil, Date.now() - slackMs)
        nextAt = at + (1000 * requests * processes) / requestsPerSecond
        await waitFor(at - Date.now(), stopping)
        if (heldUntil <= Date.now() || stopping.aborted) break
      }
      stopping.throwIfAborted()
    },
    isHeld: () => heldUntil > Date.now(),
    holdUntil: (moment) => void (heldUntil = Math.max(heldUntil, moment.getTime())),
    share: (workers) => void (processes = Math.max(1, workers)),
  }
}

async function waitFor(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms <= 0 || stopping.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const over = (): void => resolve()
  const timer = setTimeout(over, ms)
  stopping.addEventListener('abort', over, { once: true })
  await promise
  clearTimeout(timer)
  stopping.removeEventListener('abort', over)
}
