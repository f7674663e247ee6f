import { carryOut } from './carry-out.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryTools } from './delivery-tools.ts'
import type { Mailing } from './mailing.ts'
import { settle } from './settle.ts'

/**
 * Never rejects. What is not settled stays leased; it is recovered as soon as it is no longer in our hands. Returns
 * from when it is to be tried again.
 */
export async function handle<Part>(
  delivery: Delivery,
  found: Promise<Mailing | undefined>,
  tools: DeliveryTools<Part>,
): Promise<Date | undefined> {
  const { outbox, worker, insist, log, stopping } = tools
  try {
    const mailing = await found
    const ended = mailing && (await carryOut(delivery, mailing, tools))
    if (ended) return await settle(ended, mailing.version, tools)
    await insist(() => outbox.release(worker, delivery.id))
  } catch (error) {
    if (!stopping.aborted) log.error({ delivery: delivery.id, err: error }, 'fault in a delivery')
  }
  return undefined
}
