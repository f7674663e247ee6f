import type { Courier } from './courier.ts'
import type { Outbox, Worker } from './outbox.ts'

/** Who was not seen for so long sends nothing at the moment: the others need not leave it a share. */
const restingAfterMs = 2000

/**
 * Says that a worker is alive, and shares the pace with the others that are. Resolves with whether it may begin
 * something: who was not counted by others until now has to wait until they have heard of it, or all together would be
 * too fast.
 */
export function openPresence(
  worker: Worker,
  {
    outbox,
    courier,
    now,
  }: {
    readonly outbox: Pick<Outbox, 'beat'>
    readonly courier: Pick<Courier<unknown>, 'share'>
    readonly now: () => Date
  },
): () => Promise<boolean> {
  let seenAt = 0
  return async () => {
    const at = now()
    const wasCounted = at.getTime() - seenAt < restingAfterMs
    seenAt = at.getTime()
    const workers = await outbox.beat(worker, at, new Date(at.getTime() - restingAfterMs))
    courier.share(workers)
    return wasCounted || workers === 1
  }
}
