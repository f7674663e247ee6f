import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { CarryOutParts } from './carry-out.ts'
import type { Courier } from './courier.ts'
import type { UncertainPolicy } from './delivery.ts'
import { createDresser } from './dress.ts'
import type { EventName } from './foot.ts'
import { insistUntil } from './insist.ts'
import type { Outbox, Worker } from './outbox.ts'
import type { Scheduler } from './scheduler.ts'
import type { SettleParts } from './settle.ts'

/** After so long another process may have been asked for a pause since a delivery was marked as begun. */
const staleMs = 100

/** How long a delivery waits that could not be marked as begun, because the store is away. */
const awayMs = 400

export type ToolParts<Part> = {
  readonly outbox: Outbox
  readonly courier: Courier<Part>
  readonly scheduler: Pick<Scheduler, 'note'>
  readonly uncertain: UncertainPolicy
  readonly timeZone: () => string
  /** What the event of the organizers is called at the moment. */
  readonly eventName: EventName
  readonly log: Logger
  readonly now: () => Date
  /** Told of each delivery that was settled. */
  readonly onSettled: (state: 'sent' | 'failed' | 'uncertain') => void
  readonly stopping: AbortSignal
}

/** What handling a delivery needs, for one worker. */
export type DeliveryTools<Part> = CarryOutParts<Part> & SettleParts & Pick<ToolParts<Part>, 'outbox' | 'stopping'>

/** What carrying out and settling need, for one worker. */
export function toolsOf<Part>(parts: ToolParts<Part>, worker: Worker): DeliveryTools<Part> {
  const { outbox, courier, timeZone, eventName, log, now, stopping } = parts
  const insist = insistUntil(stopping, log)
  const { dressed, notice } = createDresser(courier, { timeZone, eventName })
  return {
    ...parts,
    worker,
    insist,
    dressed,
    notice: (delivery) => notice(delivery, now()),
    progress: ({ id }, progress) => insist(() => outbox.progress(worker, id, progress)),
    async begin(delivery, messages, version) {
      try {
        await courier.turn(delivery.destination, messages)
        const begunAt = now()
        if (!(await outbox.begin(worker, delivery, begunAt, version))) return undefined
        if (!(await courier.mayCall(delivery.destination, messages))) return undefined
        return now().getTime() - begunAt.getTime() > staleMs && (await isHeld()) ? undefined : begunAt
      } catch (error) {
        // What can't be marked as begun is not sent.
        if (stopping.aborted) return undefined
        log.warn({ delivery: delivery.id, err: error }, 'delivery not begun; it is tried again')
        await pause(awayMs, undefined, { ref: false })
        return undefined
      }
    },
  }

  async function isHeld(): Promise<boolean> {
    const held = await outbox.heldUntil(worker.platform)
    if (held) courier.holdUntil(held)
    return held !== undefined && held > now()
  }
}
