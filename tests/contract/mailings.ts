import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyOf } from '../../src/core/announcements/announcement.ts'
import type { Courier, Message } from '../../src/core/mailing/courier.ts'
import type { Outcome } from '../../src/core/mailing/delivery.ts'
import { startMailings } from '../../src/core/mailing/engine.ts'
import type { NewMailing } from '../../src/core/mailing/mailing.ts'
import { notifierFor } from '../../src/core/mailing/notices.ts'
import type { Policy } from '../../src/core/mailing/policy.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { enqueue } from '../support/enqueue.ts'

const timeZone = 'Asia/Almaty'
/** 23:30 at the venue. */
const night = new Date('2026-04-22T18:30:00Z')
const content = { title: { kk: 'Зал', ru: 'Зал', en: 'Hall' }, body: {} }

/** A producer that no code of the engine knows: the reply of an organizer to the question of one person. */
const ofReplies: Policy = {
  quietHours: 'ignore',
  late: 'drop',
  sound: 'loud',
  tell: 'author',
  trouble: 'hold',
  priority: 'urgent',
}

function aReply(changes: Partial<NewMailing> = {}): NewMailing {
  const notAfter = later(600)
  return {
    origin: 'reply',
    askedFor: true,
    policy: ofReplies,
    content,
    fallback: undefined,
    startAt: night,
    notAfter,
    author: 'telegram:99',
    ...changes,
  }
}

function later(seconds: number): Date {
  return new Date(night.getTime() + seconds * 1000)
}

type Sent = Pick<Message<string>, 'silent'> & { readonly part: string; readonly chat: string }

function aCourier(answer: () => Outcome | undefined = () => undefined): Courier<string> & { readonly sent: Sent[] } {
  const sent: Sent[] = []
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    sent,
    dress: ({ sections }) => [sections[0]!.title],
    together: () => 1,
    reserve: () => Promise.resolve(() => {}),
    turn: () => Promise.resolve(),
    mayCall: () => Promise.resolve(true),
    send({ destination: { chat }, parts: [part], silent }) {
      sent.push({ chat, part: part!, silent })
      return Promise.resolve(answer() ?? { kind: 'done', messages: [String(sent.length)] })
    },
    edit: ({ id }) => Promise.resolve({ kind: 'done', messages: [id] }),
    remove: ({ id }) => Promise.resolve({ kind: 'done', messages: [id] }),
    share: () => {},
    holdUntil: () => {},
  }
}

/** What the engine does for whoever hands it a mailing. `newUrl`: the address of an empty database. */
export function describeMailings(name: string, newUrl: () => Promise<string>): void {
  describe(`${name}: a mailing of a producer that the engine does not know`, () => {
    let store: Store

    beforeEach(async () => {
      store = await openStore(await newUrl())
      for (const chat of ['1', '2'])
        await store.destinations.subscribe({ platform: 'telegram', kind: 'person', chat, hint: 'en' }, 'active', night)
    })
    afterEach(() => store[Symbol.asyncDispose]())

    /** Runs the engine at a moment until a mailing is in one of the states in which nothing happens any more. */
    async function running(id: string, courier: Courier<string>, now = night): Promise<string> {
      const stopping = new AbortController()
      const { promise: over, resolve } = Promise.withResolvers<string>()
      const engine = startMailings({
        ...store,
        async readAgenda(moment) {
          const { state } = (await store.schedule.find(id))!
          const held = await store.outbox.heldUntil('telegram')
          if (held) resolve('held')
          else if (state !== 'scheduled' && state !== 'sending') resolve(state)
          return store.readAgenda(moment)
        },
        notifier: notifierFor({ telegram: ['99', '98'], discord: [] }),
        uncertain: 'repeat',
        timeZone: () => timeZone,
        eventName: () => 'RES 2026',
        log: pino({ level: 'silent' }),
        now: () => now,
        onSettled: () => {},
      })
      const delivering = engine.deliver(courier, stopping.signal)
      const end = await over
      stopping.abort()
      await delivering
      await engine[Symbol.asyncDispose]()
      return end
    }

    test('goes out at night and loud, and its author alone is told', async () => {
      await enqueue(store, 'q1', aReply(), { destination: 1 }, night)
      const courier = aCourier()
      expect(await running('1', courier)).toBe('sent')
      expect(courier.sent).toEqual([{ chat: '1', part: 'Hall', silent: false }])
      expect(await store.notices.take('telegram', night)).toMatchObject([{ person: '99', subject: '1' }])
    })

    test('goes out once, however often it is handed in', async () => {
      for (let nth = 0; nth < 3; nth++) await enqueue(store, 'q1', aReply(), { destination: 1 }, night)
      const courier = aCourier()
      expect(await running('1', courier)).toBe('sent')
      expect(courier.sent).toHaveLength(1)
    })

    test('goes before what is routine, and waits for the morning only if its policy says so', async () => {
      await enqueue(store, 'q1', aReply({ policy: policyOf('routine') }), { destination: 1 }, night)
      await enqueue(store, 'q2', aReply(), { destination: 2 }, night)
      const courier = aCourier()
      expect(await running('2', courier)).toBe('sent')
      expect(courier.sent.map(({ chat }) => chat)).toEqual(['2'])
      expect((await store.schedule.find('1'))?.state).toBe('scheduled')
    })

    test.for([
      { late: 'drop', ends: 'cancelled', told: [] },
      { late: 'ask', ends: 'paused', told: ['99'] },
    ] as const)('is not sent when it is late: with $late it is $ends', async ({ late, ends, told }) => {
      await enqueue(store, 'q1', aReply({ policy: { ...ofReplies, late } }), { destination: 1 }, night)
      const courier = aCourier()
      expect(await running('1', courier, later(601))).toBe(ends)
      expect(courier.sent).toEqual([])
      expect((await store.notices.take('telegram', night)).map(({ person }) => person)).toEqual(told)
    })

    test.for([
      { trouble: 'hold', ends: 'held' },
      { trouble: 'pause', ends: 'paused' },
    ] as const)('with $trouble is $ends after a run of failures', async ({ trouble, ends }) => {
      for (let chat = 3; chat <= 12; chat++)
        await store.destinations.subscribe(
          { platform: 'telegram', kind: 'person', chat: String(chat), hint: 'en' },
          'active',
          night,
        )
      for (let destination = 1; destination <= 12; destination++)
        await enqueue(store, 'q1', aReply({ policy: { ...ofReplies, trouble } }), { destination }, night)
      const courier = aCourier(() => ({ kind: 'refused', reason: 'unheard of' }))
      expect(await running('1', courier)).toBe(ends)
    })
  })
}
