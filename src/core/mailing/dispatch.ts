import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { carryOut, type CarryOutParts } from './carry-out.ts'
import type { Courier } from './courier.ts'
import type { Delivery, UncertainPolicy } from './delivery.ts'
import { createDresser } from './dress.ts'
import type { EventName } from './foot.ts'
import { insistUntil } from './insist.ts'
import type { Mailing } from './mailing.ts'
import type { Outbox, Worker } from './outbox.ts'
import { openPresence } from './presence.ts'
import type { Pulse } from './pulse.ts'
import type { Scheduler } from './scheduler.ts'
import { cutOff, settle, type SettleParts } from './settle.ts'

/** Deliveries leased at a time: about two seconds of work, so that a cancellation and another process find the rest. */
const mostInHand = 60

/** How often we say that we are alive, and look for what is new and what others left behind, while we send. */
const lookEveryMs = 400

/** A worker that was not seen for so long is dead, and others take over what it had leased. */
const deadAfterMs = 6000

/** How long a stop waits for what was handed to the platform. */
const graceMs = 4000

export type DispatchParts<Part> = {
  readonly outbox: Outbox
  readonly courier: Courier<Part>
  readonly scheduler: Pick<Scheduler, 'note'>
  readonly pulse: Pulse
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

/**
 * Sends what is due on one platform until `stopping` is aborted: leases deliveries, marks each as begun before it is
 * handed over, and writes down how it ended. Asks the store for nothing while the pulse says that there is nothing to
 * do. After a kill, whoever comes next finds what was begun and not settled. Never rejects.
 */
export async function dispatch<Part>(parts: DispatchParts<Part>): Promise<void> {
  const { outbox, courier, pulse, now, stopping } = parts
  const { platform } = courier
  const log = parts.log.child({ platform })
  const worker: Worker = { id: randomUUID(), platform }
  const tools = toolsOf({ ...parts, log }, worker)
  const present = openPresence(worker, parts)
  const inHand = new Map<number, Promise<void>>()
  let freed = Promise.withResolvers<void>()

  while (!stopping.aborted) {
    if (inHand.size === 0) await pulse.until(({ deliveries }) => deliveries.includes(platform), stopping)
    else await Promise.race([pause(lookEveryMs, undefined, { signal: stopping }).catch(() => {}), freed.promise])
    if (stopping.aborted) break
    freed = Promise.withResolvers<void>()
    await look().catch((error: unknown) => log.warn({ err: error }, 'mailings not looked after; trying again'))
  }
  await Promise.race([Promise.all(inHand.values()), pause(graceMs, undefined, { ref: false })])
  await outbox
    .leave(worker)
    .catch((error: unknown) => log.warn({ err: error }, 'leases not given back; they end by themselves'))

  async function look(): Promise<void> {
    const held = await outbox.heldUntil(platform)
    if (held) courier.holdUntil(held)
    const aliveSince = new Date(now().getTime() - deadAfterMs)
    const mayBegin = await present()
    for (const delivery of await outbox.recover(worker, aliveSince, [...inHand.keys()])) {
      log.warn({ mailing: delivery.mailing, delivery: delivery.id }, 'cut off while it was being sent')
      await settle(cutOff(delivery), 0, tools)
    }
    if (!mayBegin) setTimeout(lookAgain, lookEveryMs).unref()
    else if (!stopping.aborted && inHand.size <= mostInHand / 2) await fill()
  }

  async function fill(): Promise<void> {
    const leased = await outbox.lease(worker, mostInHand - inHand.size, now())
    const mailings = new Map<string, Promise<Mailing | undefined>>()
    for (const delivery of leased) {
      const mailing = mailings.getOrInsertComputed(delivery.mailing, (id) => outbox.find(id))
      inHand.set(
        delivery.id,
        handle(delivery, mailing, tools)
          .then((due) => callAt(due, now(), lookAgain))
          .finally(() => {
            inHand.delete(delivery.id)
            if (inHand.size <= mostInHand / 2) freed.resolve()
            // It may have been the last one of a mailing.
            if (inHand.size === 0) pulse.wake()
          }),
      )
    }
  }

  function lookAgain(): void {
    freed.resolve()
    pulse.wake()
  }
}

/** What is to be tried again does not wait for the next look, of which there are few when nothing else is left. */
function callAt(due: Date | undefined, now: Date, look: () => void): void {
  // It may be time already: writing down how it ended takes a while.
  if (due) setTimeout(look, Math.max(0, due.getTime() - now.getTime())).unref()
}

type DeliveryTools<Part> = CarryOutParts<Part> & SettleParts & Pick<DispatchParts<Part>, 'outbox' | 'stopping'>

/**
 * Never rejects. What is not settled stays leased; it is recovered as soon as it is no longer in our hands. Returns
 * from when it is to be tried again.
 */
async function handle<Part>(
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

/** What carrying out and settling need, for one worker. */
function toolsOf<Part>(parts: DispatchParts<Part>, worker: Worker): DeliveryTools<Part> {
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
        const isOurs = await outbox.begin(worker, delivery, begunAt, version)
        return isOurs && !courier.isHeld(delivery.destination) ? begunAt : undefined
      } catch (error) {
        // What can't be marked as begun is not sent.
        if (stopping.aborted) return undefined
        log.warn({ delivery: delivery.id, err: error }, 'delivery not begun; it is tried again')
        await pause(lookEveryMs, undefined, { ref: false })
        return undefined
      }
    },
  }
}
