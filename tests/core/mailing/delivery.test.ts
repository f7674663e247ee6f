import { describe, expect, test } from 'vitest'
import { repeatingOf, settlementOf, type Delivery, type Outcome } from '../../../src/core/mailing/delivery.ts'

const now = new Date('2026-04-22T09:00:00Z')
const atOnce = { now, policy: 'repeat' as const, recognisesForMs: 0, random: () => 1 }
const silence: Outcome = { kind: 'trouble', unclear: true, silent: true, reason: 'no answer' }
const serverError: Outcome = { kind: 'trouble', unclear: true, silent: false, reason: 'Internal Server Error' }
const noConnection: Outcome = { kind: 'trouble', unclear: false, silent: true, reason: 'ECONNREFUSED' }

function aDelivery(changes: Partial<Delivery> = {}): Delivery {
  const destination = {
    id: 1,
    platform: 'telegram' as const,
    kind: 'person' as const,
    chat: '1',
    thread: '',
    route: undefined,
    publishes: false,
  }
  return {
    id: 1,
    mailing: '1',
    task: 'send',
    destination,
    replyTo: undefined,
    languages: ['en'],
    follows: [],
    attempts: 0,
    doubts: 0,
    cutOff: { worker: 'killed', begunAt: now },
    unclearSince: undefined,
    messages: [],
    planned: undefined,
    ...changes,
  }
}

describe('what becomes of a delivery', () => {
  test.for([
    { after: 'it was sent', outcome: { kind: 'done', messages: ['5'] }, is: { state: 'sent', attempts: 0, doubts: 0 } },
    {
      after: 'too many at once',
      outcome: { kind: 'later', seconds: 3, everywhere: true },
      is: { state: 'pending', notBefore: new Date('2026-04-22T09:00:03Z'), attempts: 0 },
    },
    {
      after: 'it was blocked',
      outcome: { kind: 'gone', reason: 'blocked' },
      is: { state: 'failed', reason: 'blocked', destination: { gone: 'blocked' } },
    },
    {
      after: 'the group had moved',
      outcome: { kind: 'moved', to: '-100' },
      is: { state: 'pending', attempts: 0, destination: { movedTo: '-100' } },
    },
    {
      after: 'it was refused',
      outcome: { kind: 'refused', reason: 'no rights' },
      is: { state: 'failed', reason: 'no rights' },
    },
    {
      after: 'no connection was made',
      outcome: noConnection,
      is: { state: 'pending', attempts: 1, doubts: 0, notBefore: new Date('2026-04-22T09:00:01Z') },
    },
    {
      after: 'the server said that it failed',
      outcome: serverError,
      is: { state: 'pending', attempts: 1, doubts: 1, notBefore: new Date('2026-04-22T09:00:01Z') },
    },
    {
      after: 'no answer came, for the first time',
      outcome: silence,
      is: { state: 'pending', doubts: 1, notBefore: undefined },
    },
  ] as { after: string; outcome: Outcome; is: object }[])('when $after', ({ outcome, is }) => {
    expect(settlementOf(outcome, aDelivery(), [], atOnce)).toMatchObject(is)
  })

  test('a message of which nobody knows is repeated once, and then left to the organizers', () => {
    expect(settlementOf(silence, aDelivery({ doubts: 1, attempts: 1 }), [], atOnce)).toMatchObject({
      state: 'uncertain',
      doubts: 2,
    })
  })

  test('it is left to them at once where they want it so', () => {
    expect(settlementOf(silence, aDelivery(), [], { ...atOnce, policy: 'hold' })).toMatchObject({
      state: 'uncertain',
      doubts: 1,
    })
  })

  test('where the platform recognises a repetition it is repeated without doubt', () => {
    const recognising = { ...atOnce, policy: 'hold' as const, recognisesForMs: 120_000 }
    expect(settlementOf(silence, aDelivery({ attempts: 3 }), [], recognising)).toMatchObject({
      state: 'pending',
      doubts: 0,
      attempts: 4,
      unclearSince: now,
    })
  })

  test.for([
    { since: undefined, policy: 'repeat' as const, is: 'sure' },
    { since: 119, policy: 'repeat' as const, is: 'sure' },
    { since: 120, policy: 'repeat' as const, is: 'doubted' },
    { since: 120, policy: 'hold' as const, is: 'held' },
  ])('for as long as it does: $since s after it became unclear, with $policy, that is $is', ({ since, policy, is }) => {
    const unclearSince = since === undefined ? undefined : new Date(now.getTime() - since * 1000)
    expect(repeatingOf(aDelivery({ unclearSince }), { now, policy, recognisesForMs: 120_000 })).toBe(is)
  })

  test('trouble is tried with growing pauses, and not for ever', () => {
    const pauses = [0, 1, 2, 6].map(
      (attempts) =>
        settlementOf(noConnection, aDelivery({ attempts }), [], atOnce).notBefore!.getTime() - now.getTime(),
    )
    expect(pauses).toEqual([1000, 2000, 4000, 60_000])
    expect(settlementOf(noConnection, aDelivery({ attempts: 7 }), [], atOnce)).toMatchObject({
      state: 'failed',
      reason: 'ECONNREFUSED',
    })
    expect(settlementOf(serverError, aDelivery({ attempts: 7 }), [], atOnce)).toMatchObject({ state: 'uncertain' })
  })

  test('those that failed together come back apart', () => {
    const [soonest, latest] = [0, 1].map(
      (share) => settlementOf(noConnection, aDelivery(), [], { ...atOnce, random: () => share }).notBefore!,
    )
    expect([soonest!.getTime() - now.getTime(), latest!.getTime() - now.getTime()]).toEqual([500, 1000])
  })
})
