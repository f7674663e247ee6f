import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Announcement } from './announcement.ts'
import { copyFor, recallNotice, type Copy } from './copy.ts'
import type { Courier } from './courier.ts'
import {
  repeatingOf,
  settlementOf,
  type Delivery,
  type Outcome,
  type Settlement,
  type UncertainPolicy,
} from './delivery.ts'
import type { Ledger, Outbox, Worker } from './ledger.ts'
import type { Scheduler } from './scheduler.ts'

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
  readonly scheduler: Scheduler
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
export async function dispatch({
  ledger,
  outbox,
  courier,
  scheduler,
  policy,
  timeZone,
  log,
  now,
  onSettled,
  stopping,
}: DispatchParts): Promise<void> {
  const { platform } = courier
  const worker: Worker = { id: randomUUID(), platform }
  const copies = new Map<string, Copy>()
  const inHand = new Map<number, Promise<void>>()
  let freed = Promise.withResolvers<void>()

  while (!stopping.aborted) {
    try {
      await scheduler.look(now())
      await look()
    } catch (error) {
      log.warn({ platform, err: error }, 'announcements not looked after; trying again')
    }
    await Promise.race([pause(lookEveryMs, undefined, { signal: stopping }).catch(() => {}), freed.promise])
    freed = Promise.withResolvers<void>()
  }
  await Promise.race([Promise.all(inHand.values()), pause(graceMs, undefined, { ref: false })])
  await outbox
    .leave(worker)
    .catch((error: unknown) => log.warn({ platform, err: error }, 'leases not given back; they end by themselves'))

  async function look(): Promise<void> {
    if (!(await outbox.hasWork(platform))) return
    const held = await outbox.heldUntil(platform)
    if (held) courier.holdUntil(held)
    const aliveSince = new Date(now().getTime() - deadAfterMs)
    courier.share(await outbox.beat(worker, now(), aliveSince))
    for (const delivery of await outbox.recover(worker, aliveSince, [...inHand.keys()])) {
      log.warn(
        { platform, announcement: delivery.announcement, delivery: delivery.id },
        'cut off while it was being sent',
      )
      const cutOff: Outcome = { kind: 'trouble', unclear: delivery.task === 'send', silent: true, reason: 'cut off' }
      await settle(delivery, { outcome: cutOff, messages: delivery.messages }, 0)
    }
    if (!stopping.aborted && inHand.size <= mostInHand / 2) await fill()
  }

  async function fill(): Promise<void> {
    const leased = await outbox.lease(worker, mostInHand - inHand.size, now())
    const texts = new Map<string, Promise<Announcement | undefined>>()
    for (const delivery of leased) {
      const text = texts.getOrInsertComputed(delivery.announcement, (id) => ledger.find(id))
      inHand.set(
        delivery.id,
        handle(delivery, text).finally(() => {
          inHand.delete(delivery.id)
          if (inHand.size <= mostInHand / 2) freed.resolve()
        }),
      )
    }
  }

  /** Never rejects. What is not settled stays leased; it is recovered as soon as it is no longer in our hands. */
  async function handle(delivery: Delivery, text: Promise<Announcement | undefined>): Promise<void> {
    try {
      const announcement = await text
      const ended = announcement && (await carryOut(delivery, announcement))
      if (ended) await settle(ended.delivery, ended, announcement.version, ended.begunAt)
      else await insist(() => outbox.release(worker, delivery.id))
    } catch (error) {
      if (!stopping.aborted) log.error({ platform, delivery: delivery.id, err: error }, 'fault in a delivery')
    }
  }

  /** Makes the calls that a task needs, one after the other. Undefined if none was to be made, or not all. */
  function carryOut(delivery: Delivery, announcement: Announcement): Promise<Ended | undefined> {
    const copy = copyOf(announcement, delivery)
    if (delivery.task === 'send') return send(delivery, copy, announcement)
    return change(delivery, delivery.task === 'correct' ? copy : undefined)
  }

  async function send(
    leased: Delivery,
    copy: Copy,
    { urgency, origin, version }: Announcement,
  ): Promise<Ended | undefined> {
    const repeating = repeatingOf(leased, { now: now(), policy, recognisesForMs: courier.recognisesForMs })
    if (repeating === 'held') return { delivery: leased, messages: leased.messages, held: true }
    const delivery =
      repeating === 'doubted' ? { ...leased, doubts: leased.doubts + 1, unclearSince: undefined } : leased
    const messages = [...delivery.messages]
    const parts = courier.partsOf(copy)
    const silent = urgency === 'routine' && origin === 'organizer'
    for (;;) {
      const part = messages.length
      // A correction may have made it shorter.
      if (part > 0 && part >= parts) return { delivery, messages, outcome: { kind: 'done', message: messages.at(-1)! } }
      const free = await courier.reserve(copy)
      try {
        const begunAt = await begin(delivery)
        if (!begunAt) return undefined
        const outcome = await courier.send({
          destination: delivery.destination,
          copy,
          part,
          silent,
          key: `j${delivery.id}.${part}`,
        })
        if (outcome.kind === 'done') messages.push(outcome.message)
        if (outcome.kind !== 'done' || messages.length >= parts) return { delivery, messages, outcome, begunAt }
      } finally {
        free()
      }
      await insist(() => outbox.progress(worker, delivery.id, messages, version))
    }
  }

  /** Puts a corrected copy, or a notice, in the place of every message of a copy. */
  async function change(delivery: Delivery, corrected: Copy | undefined): Promise<Ended | undefined> {
    const { destination, messages } = delivery
    if (corrected && courier.partsOf(corrected) !== messages.length) {
      return {
        delivery,
        messages,
        outcome: { kind: 'refused', reason: 'the corrected text does not fit into the messages that were sent' },
      }
    }
    let note: string | undefined
    for (const [part, id] of messages.entries()) {
      if (!(await begin(delivery))) return undefined
      const outcome = corrected
        ? await courier.edit({ destination, copy: corrected, part, id })
        : await courier.remove({ destination, id, notice: recallNotice(delivery.languages, now(), timeZone) })
      if (outcome.kind !== 'done') return { delivery, messages, outcome }
      note ??= outcome.note
    }
    return { delivery, messages, outcome: { kind: 'done', message: '', note } }
  }

  /** Our turn, and still wanted: the moment before the call, or undefined. What can't be marked as begun is not sent. */
  async function begin(delivery: Delivery): Promise<Date | undefined> {
    try {
      await courier.turn(delivery.destination)
      const begunAt = now()
      return (await outbox.begin(worker, delivery, begunAt)) && !courier.isHeld(delivery.destination)
        ? begunAt
        : undefined
    } catch (error) {
      if (stopping.aborted) return undefined
      log.warn({ platform, delivery: delivery.id, err: error }, 'delivery not begun; it is tried again')
      await pause(lookEveryMs, undefined, { ref: false })
      return undefined
    }
  }

  async function settle(
    delivery: Delivery,
    { messages, ...ended }: Pick<Ended, 'messages'> & ({ readonly outcome: Outcome } | { readonly held: true }),
    version: number,
    begunAt?: Date,
  ): Promise<void> {
    // What changes a message may be repeated: the result is the same.
    const recognisesForMs = delivery.task === 'send' ? courier.recognisesForMs : Infinity
    const settlement: Settlement =
      'held' in ended
        ? {
            state: 'uncertain',
            reason: 'no answer',
            attempts: delivery.attempts,
            doubts: delivery.doubts,
            unclearSince: delivery.unclearSince,
            messages,
          }
        : settlementOf(ended.outcome, delivery, messages, { now: now(), policy, recognisesForMs, random: Math.random })
    const outcome = 'outcome' in ended ? ended.outcome : undefined
    if (outcome?.kind === 'later' && outcome.everywhere)
      await insist(() => outbox.hold({ platform, until: settlement.notBefore!, why: 'asked' }))
    await insist(() => outbox.settle(worker, delivery, settlement, version, now()))
    if (settlement.state !== 'pending') onSettled(settlement.state)
    if (!outcome || delivery.task !== 'send') return
    await scheduler
      .note(delivery, outcome, begunAt ?? now(), now())
      .catch((error: unknown) => log.warn({ platform, err: error }, 'outcome not taken into account'))
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

/** How the calls for a delivery ended; `held`: none was made, because its organizers are to decide. */
type Ended = { readonly delivery: Delivery; readonly messages: readonly string[]; readonly begunAt?: Date } & (
  | { readonly outcome: Outcome }
  | { readonly held: true }
)
