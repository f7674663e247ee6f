import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { toolsOf, type ToolParts } from './delivery-tools.ts'
import { openHands } from './in-hand.ts'
import type { Worker } from './outbox.ts'
import { openPresence, renewEveryMs } from './presence.ts'
import type { Pulse } from './pulse.ts'
import { cutOff, settle } from './settle.ts'

/**
 * Deliveries leased at a time by all together: about two seconds of work, so that a cancellation and other processes
 * find the rest.
 */
const mostInHand = 60

/** How often we look for what is new and what others left behind, while we send. */
const lookEveryMs = 400

/** How soon we look again whether the others leave us a share. */
const joinEveryMs = 100

/** How long a stop waits for what was handed to the platform. */
const graceMs = 4000

export type DispatchParts<Part> = ToolParts<Part> & { readonly pulse: Pulse }

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
  const presence = openPresence(worker, parts)
  const most = (): number => Math.ceil(mostInHand / (1 + presence.company().present.length))
  const inHand = openHands(tools, most, pulse.wake)
  // By itself, however long a look takes; that the store is away is what looks tell.
  const renewing = setInterval(() => {
    if (!inHand.isEmpty()) void presence.renew().catch(() => {})
  }, renewEveryMs).unref()

  while (!stopping.aborted) {
    if (inHand.isEmpty()) await pulse.until(({ deliveries }) => deliveries.includes(platform), stopping)
    else await Promise.race([pause(lookEveryMs, undefined, { signal: stopping }).catch(() => {}), inHand.changed()])
    if (stopping.aborted) break
    inHand.noteChanges()
    await look().catch((error: unknown) => log.warn({ err: error }, 'mailings not looked after; trying again'))
  }
  await Promise.race([inHand.done(), pause(graceMs, undefined, { ref: false })])
  clearInterval(renewing)
  await outbox
    .leave(worker)
    .catch((error: unknown) => log.warn({ err: error }, 'leases not given back; they end by themselves'))

  async function look(): Promise<void> {
    const held = await outbox.heldUntil(platform)
    if (held) courier.holdUntil(held)
    await (inHand.isEmpty() ? presence.watch() : presence.renew())
    for (const delivery of await outbox.recover(worker, presence.company(), inHand.ids())) {
      log.warn({ mailing: delivery.mailing, delivery: delivery.id }, 'cut off while it was being sent')
      await settle(cutOff(delivery), 0, tools)
    }
    if (stopping.aborted) return
    if (inHand.isEmpty()) {
      // Who has nothing to do takes no share of the pace.
      if (!(await outbox.isDue(platform, now()))) return presence.rest()
      await presence.renew()
    }
    if (presence.hasShare()) await inHand.fill()
    else setTimeout(pulse.wake, joinEveryMs).unref()
  }
}
