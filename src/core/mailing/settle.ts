import type { Logger } from 'pino'
import type { Ended } from './carry-out.ts'
import type { Courier } from './courier.ts'
import { settlementOf, type Delivery, type Outcome, type Settlement, type UncertainPolicy } from './delivery.ts'
import type { Insist } from './insist.ts'
import { logDelivery } from './log-delivery.ts'
import type { Outbox, Worker } from './outbox.ts'
import type { Scheduler } from './scheduler.ts'

export type SettleParts = {
  readonly outbox: Pick<Outbox, 'hold' | 'settle'>
  readonly worker: Worker
  readonly courier: Pick<Courier<unknown>, 'recognisesForMs' | 'holdUntil'>
  readonly scheduler: Pick<Scheduler, 'note'>
  readonly uncertain: UncertainPolicy
  readonly log: Logger
  readonly now: () => Date
  readonly insist: Insist
  /** Told of each delivery that was settled. */
  readonly onSettled: (state: 'sent' | 'failed' | 'uncertain') => void
}

/**
 * Writes down how a delivery ended, with the version of the text that was shown, and tells the scheduler. Returns from
 * when it is to be tried again, if it is to wait for that.
 */
export async function settle(ended: Ended, version: number, parts: SettleParts): Promise<Date | undefined> {
  const { outbox, worker, courier, scheduler, log, now, insist, onSettled } = parts
  const { delivery } = ended
  const settlement = settlementFor(ended, parts)
  const outcome = 'outcome' in ended ? ended.outcome : undefined
  if (outcome?.kind === 'later' && outcome.everywhere) {
    courier.holdUntil(settlement.notBefore!)
    await insist(() => outbox.hold({ platform: worker.platform, until: settlement.notBefore!, why: 'asked' }))
  }
  const isFirst = await insist(() => outbox.settle(worker, delivery, settlement, version, now()))
  // Another worker may have settled the same; what is in the store is told and counted once.
  if (isFirst) logDelivery(log, delivery, settlement, outcome)
  if (isFirst && settlement.state !== 'pending' && delivery.task !== 'publish') onSettled(settlement.state)
  // What another worker was cut off from says nothing of the platform: no attempt of ours was begun.
  if (outcome && ended.begunAt && delivery.task === 'send')
    await scheduler
      .note(delivery, outcome, ended.begunAt, now())
      .catch((error: unknown) => log.warn({ err: error }, 'outcome not taken into account'))
  return isFirst ? settlement.notBefore : undefined
}

/** How a delivery ended that a worker had begun and was cut off from. */
export function cutOff(delivery: Delivery): Ended {
  const outcome: Outcome = { kind: 'trouble', unclear: delivery.task === 'send', silent: true, reason: 'cut off' }
  return { delivery, messages: delivery.messages, outcome }
}

function settlementFor(ended: Ended, { courier, uncertain, now }: SettleParts): Settlement {
  const { delivery, messages } = ended
  const { attempts, doubts, unclearSince } = delivery
  if ('held' in ended) return { state: 'uncertain', reason: 'no answer', attempts, doubts, unclearSince, messages }
  // What changes a message may be repeated: the result is the same.
  const recognisesForMs = delivery.task === 'send' ? courier.recognisesForMs : Infinity
  const circumstances = { now: now(), policy: uncertain, recognisesForMs, random: Math.random }
  return settlementOf(ended.outcome, delivery, messages, circumstances)
}
