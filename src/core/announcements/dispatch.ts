import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Announcement } from './announcement.ts'
import { copyFor, recallNotice, type Copy } from './compose.ts'
import type { Courier } from './courier.ts'
import { settlementOf, type Delivery, type Outcome, type UncertainPolicy } from './delivery.ts'
import type { Ledger, Outbox, Worker } from './ledger.ts'
import type { Supervisor } from './supervise.ts'

/** Deliveries leased at a time: about two seconds of work, so that a cancellation and another process find the rest. */
const mostInHand = 60

/** How often we look for what is new, what is due and what others left behind. */
const lookEveryMs = 400

/** A worker that was not seen for so long is dead, and others take over what it had leased. */
const deadAfterMs = 6000

/** How long a stop waits for what was handed to the platform. */
const graceMs = 4000

/** Copies differ by version and languages alone. */
const mostCopies = 100

export type DispatchParts = {
  readonly ledger: Ledger
  readonly outbox: Outbox
  readonly courier: Courier
  readonly supervisor: Supervisor
  readonly policy: UncertainPolicy
  readonly timeZone: string
  readonly log: Logger
  readonly now: () => Date
  /** Told of each delivery that was settled. */
  readonly onSettled: (state: 'sent' | 'failed' | 'uncertain') => void
  readonly stopping: AbortSignal
}

/**
 * Sends what is due on one platform until `stopping` is aborted: leases deliveries, marks each as begun before it is handed
 * over, and writes down how it ended. After a kill, whoever comes next finds what was begun and not settled. Never rejects.
 */
export async function dispatch({ ledger, outbox, courier, supervisor, policy, timeZone, log, now, onSettled, stopping }: DispatchParts): Promise<void> {
  const { platform } = courier
  const worker: Worker = { id: randomUUID(), platform }
  const copies = new Map<string, Copy>()
  const inHand = new Set<Promise<void>>()
  let freed = Promise.withResolvers<void>()

  while (!stopping.aborted) {
    try {
      await supervisor.look(now())
      await look()
    } catch (error) {
      log.warn({ platform, err: error }, 'announcements not looked after; trying again')
    }
    await Promise.race([pause(lookEveryMs, undefined, { signal: stopping }).catch(() => {}), freed.promise])
    freed = Promise.withResolvers<void>()
  }
  await Promise.race([Promise.all(inHand), pause(graceMs, undefined, { ref: false })])
  await outbox.leave(worker).catch((error: unknown) => log.warn({ platform, err: error }, 'leases not given back; they end by themselves'))

  async function look(): Promise<void> {
    if (!(await outbox.hasWork(platform))) return
    const held = await outbox.heldUntil(platform)
    if (held) courier.holdUntil(held)
    const aliveSince = new Date(now().getTime() - deadAfterMs)
    courier.share(await outbox.beat(worker, now(), aliveSince))
    for (const delivery of await outbox.recover(worker, aliveSince)) {
      log.warn({ platform, announcement: delivery.announcement, delivery: delivery.id }, 'cut off while it was being sent')
      await settle(delivery, { kind: 'trouble', unclear: delivery.task === 'send', silent: true, reason: 'cut off' }, delivery.messages, 0)
    }
    await fill()
  }

  async function fill(): Promise<void> {
    if (stopping.aborted || inHand.size > mostInHand / 2) return
    const leased = await outbox.lease(worker, mostInHand - inHand.size, now())
    const texts = new Map<string, Promise<Announcement | undefined>>()
    for (const delivery of leased) {
      const text = texts.getOrInsertComputed(delivery.announcement, (id) => ledger.find(id))
      const work: Promise<void> = handle(delivery, text).finally(() => {
        inHand.delete(work)
        if (inHand.size <= mostInHand / 2) freed.resolve()
      })
      inHand.add(work)
    }
  }

  async function handle(delivery: Delivery, text: Promise<Announcement | undefined>): Promise<void> {
    const announcement = await text.catch(() => undefined)
    // Without its text nothing can be said: somebody may try again.
    if (!announcement) return insist(() => outbox.release(worker, delivery.id)).catch(() => {})
    try {
      const ended = await carryOut(delivery, announcement)
      if (ended === 'not begun') return await insist(() => outbox.release(worker, delivery.id))
      await settle(delivery, ended.outcome, ended.messages, announcement.version)
    } catch (error) {
      // When we are being stopped it stays leased, and whoever comes next recovers it.
      if (stopping.aborted) return
      log.error({ platform, delivery: delivery.id, err: error }, 'fault in a delivery')
      await settle(delivery, { kind: 'trouble', unclear: true, silent: true, reason: 'a fault of the program' }, delivery.messages, announcement.version).catch(() => {})
    }
  }

  /** Makes the calls that a task needs, one after the other. */
  async function carryOut(delivery: Delivery, announcement: Announcement): Promise<{ outcome: Outcome; messages: readonly string[] } | 'not begun'> {
    const { destination, task } = delivery
    const copy = copyOf(announcement, delivery)
    if (task === 'send') return sendParts(delivery, copy, announcement.urgency === 'routine' && announcement.origin === 'organizer')
    const notice = recallNotice(delivery.languages, now(), timeZone)
    if (task === 'correct' && courier.partsOf(copy) !== delivery.messages.length) {
      return { outcome: { kind: 'refused', reason: 'the corrected text does not fit into the messages that were sent' }, messages: delivery.messages }
    }
    let outcome: Outcome = { kind: 'done', message: '' }
    for (const [part, id] of delivery.messages.entries()) {
      if (!(await mayCall(delivery, 'change'))) return 'not begun'
      const next = task === 'correct' ? await courier.edit({ destination, copy, part, id }) : await courier.remove({ destination, id, notice })
      if (next.kind !== 'done') return { outcome: next, messages: delivery.messages }
      outcome = outcome.kind === 'done' && outcome.note !== undefined ? outcome : next
    }
    return { outcome, messages: delivery.messages }
  }

  async function sendParts(delivery: Delivery, copy: Copy, silent: boolean): Promise<{ outcome: Outcome; messages: readonly string[] } | 'not begun'> {
    const messages = [...delivery.messages]
    for (;;) {
      if (!(await mayCall(delivery, 'send'))) return 'not begun'
      const part = messages.length
      const outcome = await courier.send({ destination: delivery.destination, copy, part, silent, key: `j${delivery.id}.${part}` })
      if (outcome.kind === 'done') messages.push(outcome.message)
      if (outcome.kind !== 'done' || messages.length >= courier.partsOf(copy)) return { outcome, messages }
      await insist(() => outbox.progress(worker, delivery.id, messages))
    }
  }

  /** Our turn, and still wanted. */
  async function mayCall(delivery: Delivery, call: 'send' | 'change'): Promise<boolean> {
    try {
      await courier.turn(delivery.destination, call)
    } catch (error) {
      if (stopping.aborted) return false
      throw error
    }
    try {
      return await outbox.begin(worker, delivery, now())
    } catch (error) {
      // What can't be marked as begun is not sent.
      log.warn({ platform, delivery: delivery.id, err: error }, 'delivery not begun; it is tried again')
      await pause(lookEveryMs, undefined, { ref: false })
      return false
    }
  }

  async function settle(delivery: Delivery, outcome: Outcome, messages: readonly string[], version: number): Promise<void> {
    // What changes a message may be repeated: the result is the same.
    const recognisesForMs = delivery.task === 'send' ? courier.recognisesForMs : Infinity
    const settlement = settlementOf(outcome, delivery, messages, { now: now(), policy, recognisesForMs, random: Math.random })
    if (outcome.kind === 'later' && outcome.everywhere) await insist(() => outbox.hold(platform, settlement.notBefore!))
    await insist(() => outbox.settle(worker, delivery, settlement, version, now()))
    if (settlement.state !== 'pending') onSettled(settlement.state)
    if (delivery.task === 'send') await supervisor.note(delivery, outcome, now())
  }

  /** What happened must be written down, however long the store is away. */
  async function insist(write: () => Promise<void>): Promise<void> {
    for (let ms = 100; ; ms = Math.min(ms * 2, 2000)) {
      try {
        return await write()
      } catch (error) {
        if (stopping.aborted) throw error
        log.warn({ platform, err: error, pauseMs: ms }, 'outcome not written down; trying again')
        await pause(ms, undefined, { ref: false })
      }
    }
  }

  function copyOf(announcement: Announcement, { languages }: Delivery): Copy {
    const key = `${announcement.id} ${announcement.version} ${languages.join()}`
    if (copies.size > mostCopies) copies.clear()
    return copies.getOrInsertComputed(key, () => copyFor(announcement, languages, timeZone))
  }
}
