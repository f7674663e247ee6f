import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewMailing } from '../../src/core/mailing/mailing.ts'
import { policyOf, type Announcement } from '../../src/core/announcements/announcement.ts'
import type { Change, NewAnnouncement } from '../../src/core/announcements/announcement-store.ts'
import type { Worker } from '../../src/core/mailing/outbox.ts'
import type { Delivery, Settlement } from '../../src/core/mailing/delivery.ts'
import type { Subscription } from '../../src/core/mailing/destination.ts'
import { reportOn } from '../../src/core/announcements/report.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { enqueue } from '../support/enqueue.ts'

const now = new Date('2026-04-22T09:00:00Z')
/** What others know of `worker`. */
const known = {
  present: { silent: [], dead: [] },
  silent: { silent: ['one'], dead: [] },
  dead: { silent: ['one'], dead: ['one'] },
}
const worker: Worker = { id: 'one', platform: 'telegram' }
const other: Worker = { id: 'two', platform: 'telegram' }

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

function aPerson(id: number, changes: Partial<Subscription> = {}): Subscription {
  return { platform: 'telegram', kind: 'person', chat: String(id), hint: 'en', ...changes }
}

function anAnnouncement(changes: Partial<NewAnnouncement> = {}): NewAnnouncement {
  const content = { title: { kk: 'Зал', ru: 'Зал', en: 'Hall' }, body: { kk: 'B', ru: 'B', en: 'B' } }
  return {
    policy: policyOf('routine'),
    content,
    audience: {},
    fallback: undefined,
    sendAt: undefined,
    notAfter: undefined,
    author: 'telegram:99',
    ...changes,
  }
}

/** To recipients who are named one by one. */
function aMailing(changes: Partial<NewMailing> = {}): NewMailing {
  const policy = { ...policyOf('urgent'), late: 'drop', tell: 'nobody', trouble: 'hold' } as const
  const { content } = anAnnouncement()
  return {
    origin: 'reminder',
    askedFor: true,
    policy,
    content,
    fallback: undefined,
    startAt: now,
    notAfter: undefined,
    author: 'jauap',
    ...changes,
  }
}

function anOutcome(changes: Partial<Settlement> = {}): Settlement {
  return { state: 'sent', attempts: 0, doubts: 0, unclearSince: undefined, messages: ['100'], ...changes }
}

/** The second version of the text, in some languages. */
function corrected(languages: readonly string[] = ['kk', 'ru', 'en']): Change {
  const at = now.toISOString()
  return {
    content: {
      ...anAnnouncement().content,
      corrected: Object.fromEntries(languages.map((language) => [language, { version: 2, at }])),
    },
    version: 2,
  }
}

/**
 * What every store must do for announcements, whichever engine it is on. `newUrl`: the address of an empty database.
 */
export function describeAnnouncements(name: string, newUrl: () => Promise<string>): void {
  describe(`${name}: a store of announcements`, () => {
    let store: Store
    let url: string

    beforeEach(async () => {
      url = await newUrl()
      store = await openStore(url)
    })
    afterEach(() => store[Symbol.asyncDispose]())

    async function started(changes: Partial<NewAnnouncement> = {}): Promise<Announcement> {
      const { id } = await store.announcements.create(anAnnouncement(changes), now)
      await store.announcements.change(
        id,
        ['draft'],
        { state: 'scheduled', startAt: now },
        { act: 'schedule', who: 'telegram:99', at: now },
      )
      await store.schedule.start(id, later(3600), { act: 'start', who: 'jauap', at: now })
      return (await store.announcements.find(id))!
    }

    async function people(count: number): Promise<void> {
      for (let id = 1; id <= count; id++) await store.destinations.subscribe(aPerson(id), 'active', now)
    }

    async function leased(most = 100, by = worker): Promise<Delivery[]> {
      await store.outbox.beat(by, now)
      return store.outbox.lease(by, most, now)
    }

    async function sent(delivery: Delivery, settlement = anOutcome()): Promise<void> {
      await store.outbox.begin(worker, delivery, now)
      await store.outbox.settle(worker, delivery, settlement, 1, now)
    }

    async function report(id: string) {
      return reportOn((await store.announcements.find(id))!, store.figures)
    }

    describe('fixes an audience when sending starts', () => {
      test('one delivery for each destination, and no more when somebody joins', async () => {
        await people(3)
        const { id } = await started()
        await store.destinations.subscribe(aPerson(4), 'active', now)
        expect(await store.schedule.start(id, later(1), { act: 'start', who: 'jauap', at: now })).toBe(false)
        expect((await leased()).map(({ destination }) => destination.chat)).toEqual(['1', '2', '3'])
      })

      test('in the language of each person (chosen, or of the first day), the group or the channel', async () => {
        await store.people.setLanguage({ platform: 'telegram', id: '1' }, 'kk')
        await store.people.setGroupLanguage({ platform: 'telegram', id: '-3' }, 'ru')
        await store.people.setGroupLanguage({ platform: 'discord', id: '70' }, 'kk')
        await store.destinations.subscribe(aPerson(1), 'active', now)
        await store.destinations.subscribe(aPerson(2), 'active', now)
        await store.destinations.subscribe(aPerson(-3, { kind: 'group' }), 'active', now)
        await store.destinations.subscribe(
          aPerson(-4, { kind: 'channel', languages: ['kk', 'ru', 'en'] }),
          'active',
          now,
        )
        await store.destinations.subscribe(
          { platform: 'discord', kind: 'channel', chat: '500', group: '70', hint: 'en' },
          'active',
          now,
        )
        await started()
        const deliveries = [...(await leased()), ...(await leased(10, { id: 'd', platform: 'discord' }))]
        expect(deliveries.map(({ languages }) => languages.join())).toEqual(['kk', 'en', 'ru', 'kk,ru,en', 'kk'])
      })

      test.for([
        { audience: {}, comes: ['1', '2', '-3', '500'] },
        { audience: { platforms: ['discord' as const] }, comes: ['500'] },
        { audience: { kinds: ['group' as const, 'channel' as const] }, comes: ['-3', '500'] },
        { audience: { languages: ['ru' as const] }, comes: ['2', '500'] },
        { audience: { topics: ['press'] }, comes: ['1', '-3', '500'] },
        { audience: { topics: ['transport', 'press'] }, comes: ['1', '2', '-3', '500'] },
        { audience: { topics: ['%'] }, comes: ['-3', '500'] },
      ])('as $audience says', async ({ audience, comes }) => {
        await store.destinations.subscribe(aPerson(1, { topics: ['press'] }), 'active', now)
        await store.destinations.subscribe(aPerson(2, { hint: 'ru', topics: ['transport'] }), 'active', now)
        await store.destinations.subscribe(aPerson(-3, { kind: 'group' }), 'active', now)
        await store.destinations.subscribe(
          { platform: 'discord', kind: 'channel', chat: '500', hint: 'en', languages: ['ru', 'en'] },
          'active',
          now,
        )
        await store.destinations.subscribe(aPerson(-9, { kind: 'channel' }), 'waiting', now)
        const counted = await store.figures.count(audience)
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(comes.length)
        const { id } = await started({ audience })
        expect((await store.figures.records(id, 0, 10)).map(({ chat }) => chat)).toEqual(comes)
      })
    })

    describe('leases deliveries', () => {
      test('each to one of many workers who ask together', async () => {
        await people(60)
        await started()
        const workers = Array.from({ length: 10 }, (_, nth): Worker => ({ id: `w${nth}`, platform: 'telegram' }))
        const batches = await Promise.all(workers.map((one) => store.outbox.lease(one, 10, now)))
        const ids = batches.flat().map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const rest = await store.outbox.lease(worker, 100, now)
        expect(ids.length + rest.length).toBe(60)
      })

      test('the urgent before the routine, and what waits for its time not before it', async () => {
        await people(1)
        const routine = await started()
        const urgent = await started({ policy: policyOf('urgent') })
        expect((await leased()).map(({ mailing }) => mailing)).toEqual([urgent.id, routine.id])
        const [delivery] = await leased(1)
        expect(delivery).toBeUndefined()
      })

      test('again after the wait that an outcome asked for', async () => {
        await people(1)
        await started()
        const [delivery] = await leased()
        await sent(delivery!, anOutcome({ state: 'pending', messages: [], notBefore: later(5) }))
        expect(await store.outbox.lease(worker, 1, later(4))).toEqual([])
        expect(await store.outbox.lease(worker, 1, later(5))).toHaveLength(1)
      })

      test('none of an announcement that rests', async () => {
        await people(1)
        const { id } = await started()
        await store.announcements.change(
          id,
          ['sending'],
          { state: 'paused', pause: { why: 'asked' } },
          { act: 'pause', who: 'x', at: now },
        )
        expect(await leased()).toEqual([])
      })
    })

    describe('lets a delivery begin', () => {
      test('for who leased it, while the announcement is being sent and the platform wants no pause', async () => {
        await people(1)
        const { id } = await started()
        const [delivery] = await leased()
        expect(await store.outbox.begin(other, delivery!, now)).toBe(false)
        await store.outbox.hold({ platform: 'telegram', until: later(5), why: 'asked' })
        expect(await store.outbox.begin(worker, delivery!, later(4))).toBe(false)
        expect(await store.outbox.begin(worker, delivery!, later(5))).toBe(true)
        await store.announcements.change(id, ['sending'], { state: 'cancelled' }, { act: 'cancel', who: 'x', at: now })
        expect(await store.outbox.begin(worker, delivery!, later(6))).toBe(false)
      })

      test('and a hold is never shortened', async () => {
        await store.outbox.hold({ platform: 'telegram', until: later(50), why: 'asked' })
        await store.outbox.hold({ platform: 'telegram', until: later(5), why: 'asked' })
        expect(await store.outbox.heldUntil('telegram')).toEqual(later(50))
        expect(await store.outbox.heldUntil('discord')).toBeUndefined()
      })
    })

    describe('after a worker has died', () => {
      test('frees what it had not begun when its lease is over, and hands over what it had when dead', async () => {
        await people(3)
        const { id } = await started()
        const [first, second] = await leased(2)
        await store.outbox.begin(worker, first!, now)
        expect(await store.outbox.recover(other, known.silent, [])).toEqual([])
        expect((await store.outbox.lease(other, 10, now)).map((one) => one.id)).toContain(second!.id)
        expect(await store.outbox.begin(worker, second!, now)).toBe(false)
        const [left] = await store.outbox.recover(other, known.dead, [second!.id])
        expect(left).toMatchObject({ id: first!.id, cutOff: { worker: worker.id, begunAt: now } })
        expect(await store.outbox.settle(other, left!, anOutcome(), 1, now)).toBe(true)
        // What the dead one says afterwards can only cast doubt.
        expect(await store.outbox.settle(worker, first!, anOutcome(), 1, now)).toBe(false)
        expect(await report(id)).toMatchObject({ sent: 1, pending: 2, possiblyTwice: 1 })
      })

      test('is settled once, by whoever of those who were told of it is first', async () => {
        await people(1)
        await started()
        const [delivery] = await leased()
        await store.outbox.begin(worker, delivery!, now)
        const idle = [other, { id: 'three', platform: 'telegram' }] as const
        const told = await Promise.all(idle.map((one) => store.outbox.recover(one, known.dead, [])))
        expect(told.map((one) => one.map(({ id }) => id))).toEqual([[delivery!.id], [delivery!.id]])
        const inDoubt = anOutcome({ state: 'pending', attempts: 1, doubts: 1, unclearSince: now, messages: [] })
        const written = idle.map((one, nth) => store.outbox.settle(one, told[nth]![0]!, inDoubt, 1, now))
        expect((await Promise.all(written)).filter(Boolean)).toHaveLength(1)
        expect(await leased()).toMatchObject([{ attempts: 1, doubts: 1 }])
      })

      test('was only slow, and says first how it ended, which is then known', async () => {
        await people(1)
        const { id } = await started()
        const [delivery] = await leased()
        await store.outbox.begin(worker, delivery!, now)
        const [left] = await store.outbox.recover(other, known.dead, [])
        await store.outbox.settle(worker, delivery!, anOutcome(), 1, now)
        const inDoubt = anOutcome({ state: 'pending', attempts: 1, doubts: 1, unclearSince: now, messages: [] })
        expect(await store.outbox.settle(other, left!, inDoubt, 1, now)).toBe(false)
        expect(await report(id)).toMatchObject({ sent: 1, pending: 0, possiblyTwice: 0 })
      })

      test('leaves alone what belongs to those who are present', async () => {
        await people(2)
        await started()
        const [begun] = await leased(2)
        await store.outbox.begin(worker, begun!, now)
        // Of one that came after we looked nothing is known.
        expect(await store.outbox.recover(other, known.present, [])).toEqual([])
        expect(await store.outbox.isDue('telegram', now)).toBe(false)
        expect(await store.outbox.lease(other, 10, now)).toEqual([])
        await store.outbox.recover(other, known.silent, [])
        expect(await store.outbox.isDue('telegram', now)).toBe(true)
        expect(await store.outbox.isDue('discord', now)).toBe(false)
      })

      test('knows when each of the others of its platform was there, until they leave', async () => {
        expect(await store.outbox.beat(worker, now)).toEqual([])
        await store.outbox.beat({ ...other, platform: 'discord' }, now)
        expect(await store.outbox.others(worker)).toEqual([])
        const third = { id: 'third', platform: 'telegram' } as const
        expect(await store.outbox.beat(third, later(1))).toEqual([{ id: worker.id, at: now }])
        await store.outbox.beat(worker, later(2))
        expect(await store.outbox.beat(third, later(3))).toEqual([{ id: worker.id, at: later(2) }])
        await store.outbox.leave(worker)
        expect(await store.outbox.others(third)).toEqual([])
      })

      test('takes over what was leased in its own name without being in its hands', async () => {
        await people(3)
        await started()
        const [held, begun] = await leased()
        await store.outbox.begin(worker, begun!, now)
        expect((await store.outbox.recover(worker, known.present, [held!.id])).map(({ id }) => id)).toEqual([begun!.id])
        expect(await store.outbox.lease(worker, 10, now)).toHaveLength(1)
      })

      test('and one that ends in order gives back what it had not begun', async () => {
        await people(2)
        await started()
        const [first] = await leased()
        await store.outbox.begin(worker, first!, now)
        await store.outbox.leave(worker)
        expect(await store.outbox.lease(other, 10, now)).toHaveLength(1)
      })
    })

    describe('settles deliveries', () => {
      test('one by one, and the announcement is sent when none is pending', async () => {
        await people(3)
        const { id } = await started()
        const [a, b, c] = await leased()
        await sent(a!)
        await sent(
          b!,
          anOutcome({ state: 'failed', messages: [], reason: 'blocked', destination: { gone: 'blocked' } }),
        )
        expect(await store.schedule.finish(now, 'jauap')).toEqual([])
        await sent(c!, anOutcome({ doubts: 1 }))
        expect((await store.schedule.finish(now, 'jauap')).map((one) => one.id)).toEqual([id])
        expect(await report(id)).toMatchObject({
          state: 'sent',
          total: 3,
          sent: 2,
          failed: 1,
          uncertain: 0,
          pending: 0,
          possiblyTwice: 1,
          reasons: { blocked: 1 },
        })
        expect((await store.destinations.find({ platform: 'telegram', chat: '2' }))?.standing).toBe('gone')
      })

      test('and follows a group to its new id', async () => {
        await store.destinations.subscribe(aPerson(-1, { kind: 'group' }), 'active', now)
        await started()
        const [delivery] = await leased()
        await sent(delivery!, anOutcome({ state: 'pending', messages: [], destination: { movedTo: '-100' } }))
        expect((await leased())[0]?.destination.chat).toBe('-100')
      })

      test('keeps what was sent of a copy of several messages', async () => {
        await people(1)
        await started()
        const [delivery] = await leased()
        await store.outbox.begin(worker, delivery!, now)
        await store.outbox.progress(worker, delivery!.id, { messages: ['1'], planned: 2, version: 1 })
        await store.outbox.recover(other, known.dead, [])
        const [again] = await store.outbox.lease(other, 1, later(60))
        expect(again).toMatchObject({ messages: ['1'], planned: 2 })
        expect(await store.figures.shapes('1')).toEqual([
          { platform: 'telegram', kind: 'person', languages: ['en'], messages: 2, count: 1 },
        ])
      })
    })

    describe('when an announcement changes', () => {
      test('a correction becomes a task for each copy that is out, and pending ones carry the new text', async () => {
        await people(3)
        const { id } = await started()
        const [a, b] = await leased(2)
        await sent(a!)
        await store.outbox.begin(worker, b!, now)
        await store.announcements.change(id, ['sending'], corrected(), { act: 'correct', who: 'x', at: now })
        // Sent while it was corrected: with the text of before.
        await store.outbox.settle(worker, b!, anOutcome(), 1, now)
        const tasks = await store.outbox.lease(worker, 10, now)
        expect(tasks.map(({ task, id: one }) => [task, one])).toEqual([
          ['correct', a!.id],
          ['correct', b!.id],
          ['send', tasks[2]!.id],
        ])
        await store.outbox.settle(worker, tasks[0]!, anOutcome(), 2, now)
        await store.outbox.settle(worker, tasks[1]!, anOutcome({ state: 'failed', reason: 'too old' }), 2, now)
        await store.outbox.settle(worker, tasks[2]!, anOutcome(), 2, now)
        expect(await report(id)).toMatchObject({ sent: 3, correction: { pending: 0, done: 1, impossible: 1 } })
        expect((await store.readAgenda(now)).deliveries).toEqual([])
      })

      test('a correction in one language leaves the copies in others alone', async () => {
        await store.destinations.subscribe(aPerson(1, { hint: 'ru' }), 'active', now)
        await store.destinations.subscribe(aPerson(2), 'active', now)
        const { id } = await started()
        for (const delivery of await leased()) await sent(delivery)
        await store.announcements.change(id, ['sending'], corrected(['ru']), { act: 'correct', who: 'x', at: now })
        const tasks = await store.outbox.lease(worker, 10, now)
        expect(tasks.map(({ task, destination }) => [task, destination.chat])).toEqual([['correct', '1']])
        await store.outbox.settle(worker, tasks[0]!, anOutcome(), 2, now)
        expect(await report(id)).toMatchObject({ correction: { pending: 0, done: 1, impossible: 0 } })
      })

      describe('a notice of a correction', () => {
        const act = { act: 'correct', who: 'telegram:99', at: now } as const
        const told: NewMailing = aMailing({
          origin: 'correction',
          askedFor: false,
          content: { title: { ru: 'Исправлено' }, body: {} },
          fallback: 'ru',
        })

        test('replies to the copies in its language, of those who still get announcements', async () => {
          for (const id of [1, 2, 3, 4]) await store.destinations.subscribe(aPerson(id, { hint: 'ru' }), 'active', now)
          await store.destinations.subscribe(aPerson(5), 'active', now)
          const topic = { kind: 'group', thread: '8', hint: 'ru' } as const
          await store.destinations.subscribe(aPerson(-6, topic), 'active', now)
          const { id } = await started()
          const deliveries = await leased()
          for (const delivery of deliveries.slice(1)) await sent(delivery, anOutcome({ messages: [`1${delivery.id}`] }))
          const [, , marking, leaving] = deliveries.map(({ destination }) => destination)
          await store.stars.put(marking!, { pack: 'p', entry: 'opening', seen: '', reminds: false }, [], now)
          for (const { platform, chat } of [marking!, leaving!])
            await store.destinations.unsubscribe({ platform, chat }, 'left', 'unsubscribed', now)
          await store.announcements.correct(
            id,
            ['sending'],
            () => corrected(['ru']),
            act,
            () => told,
          )
          const [due, ...more] = await store.schedule.due(now)
          expect([due, more]).toMatchObject([{ content: told.content, author: told.author }, []])
          await store.schedule.start(due!.id, later(60), { act: 'start', who: 'jauap', at: now })
          const replies = (await leased()).filter(({ mailing }) => mailing === due!.id)
          expect(replies.map(({ destination: { chat, thread }, replyTo }) => [chat, thread, replyTo])).toEqual([
            ['2', '', `1${deliveries[1]!.id}`],
            ['-6', '8', `1${deliveries[5]!.id}`],
          ])
        })

        test('goes to nobody who ends announcements before it comes, whatever they have marked', async () => {
          for (const id of [1, 2, 3]) await store.destinations.subscribe(aPerson(id, { hint: 'ru' }), 'active', now)
          const { id } = await started()
          const deliveries = await leased()
          for (const delivery of deliveries) await sent(delivery)
          for (const { destination } of deliveries)
            await store.stars.put(destination, { pack: 'p', entry: 'opening', seen: '', reminds: false }, [], now)
          const ends = (chat: string): Promise<unknown> =>
            store.destinations.unsubscribe({ platform: 'telegram', chat }, 'left', 'unsubscribed', now)
          await store.announcements.correct(
            id,
            ['sending'],
            () => corrected(['ru']),
            act,
            () => told,
          )
          await ends('1')
          const due = (await store.schedule.due(now)).find((one) => one.id !== id)
          await store.schedule.start(due!.id, later(60), { act: 'start', who: 'jauap', at: now })
          await ends('2')
          const notices = (await leased()).filter(({ mailing }) => mailing === due!.id)
          expect(notices.map(({ destination: { chat } }) => chat)).toEqual(['3'])
          await ends('3')
          await store.outbox.release(worker, notices[0]!.id)
          expect((await leased()).filter(({ mailing }) => mailing === due!.id)).toEqual([])
        })

        test('is there with the correction or neither is', async () => {
          await people(1)
          const { id } = await started()
          await sent((await leased())[0]!)
          const made = store.announcements.correct(
            id,
            ['sending'],
            () => corrected(),
            act,
            () => {
              throw new Error('no notice')
            },
          )
          await expect(made).rejects.toThrow('no notice')
          expect((await store.announcements.find(id))!.version).toBe(1)
          expect((await store.announcements.acts(id)).map((one) => one.act)).not.toContain('correct')
          expect(await leased()).toEqual([])
        })
      })

      test('a recall takes back every copy, also those on their way, and lets the pending ones go', async () => {
        await people(3)
        const { id } = await started()
        const [a, b] = await leased(2)
        await sent(a!)
        await store.outbox.begin(worker, b!, now)
        await store.announcements.change(id, ['sending'], { state: 'recalled' }, { act: 'recall', who: 'x', at: now })
        await store.outbox.settle(worker, b!, anOutcome(), 1, now)
        const tasks = await store.outbox.lease(worker, 10, now)
        expect(tasks.map(({ task }) => task)).toEqual(['recall', 'recall'])
        await store.outbox.settle(worker, tasks[0]!, anOutcome({ reason: 'replaced' }), 1, now)
        await store.outbox.settle(worker, tasks[1]!, anOutcome({ state: 'failed', reason: 'too old' }), 1, now)
        expect(await report(id)).toMatchObject({
          sent: 2,
          failed: 1,
          pending: 0,
          recall: { removed: 0, replaced: 1, impossible: 1, pending: 0 },
        })
      })

      test('a copy that nobody knows where to find can’t be recalled, and is called so', async () => {
        await people(1)
        const { id } = await started()
        await sent((await leased())[0]!, anOutcome({ state: 'uncertain', doubts: 2, messages: [] }))
        await store.announcements.change(id, ['sending'], { state: 'recalled' }, { act: 'recall', who: 'x', at: now })
        expect(await report(id)).toMatchObject({ uncertain: 1, recall: { impossible: 1, pending: 0 } })
      })

      test('a copy of several messages is as old as its first', async () => {
        await people(1)
        const { id } = await started()
        const [delivery] = await leased()
        await store.outbox.begin(worker, delivery!, now)
        await store.outbox.progress(worker, delivery!.id, { messages: ['1'], planned: 2, version: 1 })
        await store.announcements.change(id, ['sending'], corrected(), { act: 'correct', who: 'x', at: now })
        await store.outbox.settle(worker, delivery!, anOutcome({ messages: ['1', '2'] }), 2, now)
        expect((await store.outbox.lease(worker, 1, now)).map(({ task }) => task)).toEqual(['correct'])
      })

      test('changes that are made at the same time are both kept', async () => {
        const { id } = await store.announcements.create(anAnnouncement(), now)
        const add = (language: 'kk' | 'ru') =>
          store.announcements.change(
            id,
            ['draft'],
            ({ content }) => ({ content: { ...content, title: { ...content.title, [language]: 'new' } } }),
            { act: 'amend', who: 'x', at: now },
          )
        await Promise.all([add('kk'), add('ru')])
        expect((await store.announcements.find(id))!.content.title).toEqual({ kk: 'new', ru: 'new', en: 'Hall' })
      })

      test('a recall in the middle of sending misses no copy, however the two fall together', async () => {
        await using second = await openStore(url)
        await people(60)
        const { id } = await started()
        const deliveries = await leased()
        const settling = deliveries.map(async (delivery) => {
          await store.outbox.begin(worker, delivery, now)
          await store.outbox.settle(worker, delivery, anOutcome(), 1, now)
        })
        await settling[20]
        await second.announcements.change(id, ['sending'], { state: 'recalled' }, { act: 'recall', who: 'x', at: now })
        await Promise.all(settling)
        const { sent: out, pending, recall } = await report(id)
        expect({ pending, untouched: out - recall!.pending }).toEqual({ pending: 0, untouched: 0 })
      })

      test('a cancellation lets go what was not begun, also what a worker gives back afterwards', async () => {
        await people(3)
        const { id } = await started()
        const [a] = await leased(1)
        await store.announcements.change(id, ['sending'], { state: 'cancelled' }, { act: 'cancel', who: 'x', at: now })
        await store.outbox.release(worker, a!.id)
        expect(await report(id)).toMatchObject({ failed: 3, pending: 0, reasons: { cancelled: 3 } })
      })

      test('who leaves gets no more of it, not even what a worker has in hand', async () => {
        await people(1)
        const { id } = await started()
        const [delivery] = await leased()
        await store.destinations.unsubscribe(
          { platform: 'telegram', chat: '1', thread: '' },
          'left',
          'unsubscribed',
          now,
        )
        expect(await store.outbox.begin(worker, delivery!, now)).toBe(false)
        await store.outbox.release(worker, delivery!.id)
        expect(await report(id)).toMatchObject({ failed: 1, pending: 0, reasons: { unsubscribed: 1 } })
      })

      test('nor is what failed on its way to them tried again', async () => {
        await people(1)
        const { id } = await started()
        const [delivery] = await leased()
        await store.outbox.begin(worker, delivery!, now)
        await store.people.forget({ platform: 'telegram', id: '1' })
        await store.outbox.settle(worker, delivery!, anOutcome({ state: 'pending', messages: ['7'] }), 1, now)
        expect(await report(id)).toMatchObject({ failed: 1, pending: 0 })
        expect((await store.figures.records(id, 0, 1))[0]!.messages).toEqual([])
      })

      test('who has left gets no more of it', async () => {
        await people(2)
        const { id } = await started()
        expect(
          await store.destinations.unsubscribe(
            { platform: 'telegram', chat: '2', thread: '' },
            'left',
            'unsubscribed',
            now,
          ),
        ).toBe(1)
        expect(await leased()).toHaveLength(1)
        expect(await report(id)).toMatchObject({ failed: 1, reasons: { unsubscribed: 1 } })
      })

      test('only from the state that it is in, and every act is recorded', async () => {
        const { id } = await store.announcements.create(anAnnouncement(), now)
        expect(
          await store.announcements.change(id, ['sent'], { state: 'recalled' }, { act: 'recall', who: 'x', at: now }),
        ).toBeUndefined()
        await store.announcements.change(
          id,
          ['draft'],
          { state: 'cancelled' },
          { act: 'cancel', who: 'discord:7', at: later(1) },
        )
        expect(await store.announcements.acts(id)).toEqual([
          { act: 'create', who: 'telegram:99', at: now, detail: undefined },
          { act: 'cancel', who: 'discord:7', at: later(1), detail: undefined },
        ])
      })

      test('what failed is tried again, what is uncertain only if asked for, that of the gone never', async () => {
        await people(3)
        const { id } = await started()
        const [a, b, c] = await leased()
        await sent(a!, anOutcome({ state: 'failed', reason: 'x', messages: [] }))
        await sent(b!, anOutcome({ state: 'uncertain', reason: 'x', messages: [], doubts: 1 }))
        await sent(c!, anOutcome({ state: 'failed', messages: [], destination: { gone: 'blocked' } }))
        const again = (uncertain: boolean) =>
          store.announcements.retry(
            id,
            ['sending', 'sent'],
            uncertain,
            { state: 'sending' },
            { act: 'retry', who: 'x', at: now },
          )
        expect(await again(false)).toBe(1)
        expect(await again(true)).toBe(1)
        expect(await again(true)).toBe(0)
        expect(
          await store.announcements.retry(
            id,
            ['recalled'],
            true,
            { state: 'sending' },
            { act: 'retry', who: 'x', at: now },
          ),
        ).toBeUndefined()
        expect(
          (await store.announcements.acts(id)).filter(({ act }) => act === 'retry').map(({ detail }) => detail),
        ).toEqual(['1', '1, also uncertain'])
        expect(await report(id)).toMatchObject({ pending: 2, failed: 1 })
      })
    })

    describe('of destinations', () => {
      test('takes in again who had left, and knows the threads of a group apart', async () => {
        await store.destinations.subscribe(aPerson(-1, { kind: 'group', thread: '5' }), 'active', now)
        await store.destinations.subscribe(aPerson(-1, { kind: 'group' }), 'active', now)
        expect(await store.destinations.unsubscribe({ platform: 'telegram', chat: '-1' }, 'gone', 'removed', now)).toBe(
          2,
        )
        expect(await store.destinations.unsubscribe({ platform: 'telegram', chat: '-1' }, 'gone', 'removed', now)).toBe(
          0,
        )
        expect((await store.destinations.subscribe(aPerson(-1, { kind: 'group' }), 'active', now)).standing).toBe(
          'active',
        )
        expect((await store.destinations.find({ platform: 'telegram', chat: '-1', thread: '5' }))?.standing).toBe(
          'gone',
        )
      })

      test('one that waits receives when it is approved', async () => {
        const { id } = await store.destinations.subscribe(aPerson(-1, { kind: 'channel' }), 'waiting', now)
        expect(await store.figures.count({})).toEqual([])
        await store.destinations.decide(id, { standing: 'active' }, { act: 'approve', who: 'telegram:99', at: now })
        expect(await store.figures.count({})).toEqual([
          { platform: 'telegram', kind: 'channel', languages: ['en'], count: 1 },
        ])
      })

      test('moves a group onto an id that is known already without doubling it', async () => {
        await store.destinations.subscribe(aPerson(-1, { kind: 'group' }), 'active', now)
        await store.destinations.subscribe(aPerson(-100, { kind: 'group' }), 'active', now)
        await store.destinations.move({ platform: 'telegram', chat: '-1' }, '-100', now)
        expect((await store.destinations.find({ platform: 'telegram', chat: '-1' }))?.standing).toBe('gone')
        expect(await store.figures.count({})).toMatchObject([{ count: 1 }])
      })

      test('a server that is gone takes its channels along', async () => {
        for (const chat of ['500', '501'])
          await store.destinations.subscribe(
            { platform: 'discord', kind: 'channel', chat, group: '70', hint: 'en' },
            'active',
            now,
          )
        await store.destinations.groupGone({ platform: 'discord', id: '70' }, 'removed', now)
        expect(await store.figures.count({})).toEqual([])
      })

      test('forgets a person, and still counts that somebody got a copy', async () => {
        await people(2)
        const { id } = await started()
        await sent((await leased())[0]!)
        await store.people.forget({ platform: 'telegram', id: '1' })
        expect(await store.destinations.find({ platform: 'telegram', chat: '1' })).toBeUndefined()
        expect(await report(id)).toMatchObject({ total: 2, sent: 1 })
        expect(JSON.stringify(await store.figures.records(id, 0, 10))).not.toContain('"100"')
      })
    })

    test('makes one mailing for each key, and sends it to the recipients who were named', async () => {
      await people(3)
      const named = await Promise.all(['1', '2'].map((chat) => store.destinations.find({ platform: 'telegram', chat })))
      const ids = named.map((one) => one!.id)
      const mailing = aMailing({ startAt: later(10) })
      for (const destination of [...ids, ids[0]!]) await enqueue(store, 'event day', mailing, { destination }, now)
      expect(await store.schedule.due(later(9))).toEqual([])
      const [due, ...more] = await store.schedule.due(later(10))
      expect(due).toMatchObject({ state: 'scheduled', policy: mailing.policy, startAt: later(10) })
      expect(more).toEqual([])
      // It is none of the organizers'.
      expect(await store.announcements.list(10)).toEqual([])
      expect(await store.announcements.find(due!.id)).toBeUndefined()
      await store.schedule.start(due!.id, later(60), { act: 'start', who: 'jauap', at: now })
      expect((await leased()).map(({ destination }) => destination.chat)).toEqual(['1', '2'])
    })

    test('takes no recipient of a mailing that has started, and says so', async () => {
      await people(2)
      expect(await enqueue(store, 'q', aMailing(), { destination: 1 }, now)).toBe(true)
      expect(await enqueue(store, 'q', aMailing(), { destination: 1 }, now)).toBe(true)
      await store.schedule.start('1', later(60), { act: 'start', who: 'jauap', at: now })
      expect(await enqueue(store, 'q', aMailing(), { destination: 2 }, now)).toBe(false)
      expect((await leased()).map(({ destination }) => destination.chat)).toEqual(['1'])
    })

    describe('says what there is to do', () => {
      test('nothing in the beginning, nor of a draft or of what is scheduled for later', async () => {
        await people(1)
        await store.announcements.create(anAnnouncement(), now)
        await enqueue(store, 'later', aMailing({ startAt: later(1) }), { destination: 1 }, now)
        expect(await store.readAgenda(now)).toEqual({ mailings: false, deliveries: [], organizers: [], waiting: {} })
        expect((await store.readAgenda(later(1))).mailings).toBe(true)
      })

      test('of deliveries for as long as one is pending or leased, and of the mailing when none is', async () => {
        await people(1)
        const { id } = await started()
        expect(await store.readAgenda(now)).toMatchObject({ mailings: false, deliveries: ['telegram'] })
        const [delivery] = await leased()
        expect(await store.readAgenda(now)).toMatchObject({ mailings: false, deliveries: ['telegram'] })
        await sent(delivery!)
        expect(await store.readAgenda(now)).toMatchObject({ mailings: true, deliveries: [] })
        expect(await store.schedule.due(now)).toMatchObject([{ id, state: 'sending' }])
        await store.schedule.finish(now, 'jauap')
        expect(await store.readAgenda(now)).toMatchObject({ mailings: false, deliveries: [] })
      })

      test('of what rests when its pause is over, and of what is being sent when it is too late', async () => {
        await people(1)
        const { id } = await started()
        expect((await store.readAgenda(later(3601))).mailings).toBe(true)
        const pause = { why: 'trouble', until: later(30) } as const
        const act = { act: 'pause', who: 'x', at: now } as const
        expect(await store.schedule.move(id, 'sending', { state: 'paused', pause }, act)).toBe(true)
        expect(await store.schedule.move(id, 'sending', { state: 'paused', pause }, act)).toBe(false)
        expect(await store.readAgenda(later(29))).toMatchObject({ mailings: false, deliveries: [] })
        expect((await store.readAgenda(later(30))).mailings).toBe(true)
      })

      test('to organizers while a notice is in nobody’s hands, or something is watched', async () => {
        const { id } = await store.announcements.create(anAnnouncement(), now)
        await store.notices.post([{ platform: 'discord', person: '9', about: 'announcement', subject: id }])
        expect((await store.readAgenda(now)).organizers).toEqual(['discord'])
        await store.notices.take('discord', now)
        expect((await store.readAgenda(now)).organizers).toEqual([])
        expect((await store.readAgenda(later(61))).organizers).toEqual(['discord'])
        const watch = { announcement: id, platform: 'telegram', person: '9', chat: '9', message: '1' } as const
        await store.watches.watch(watch)
        expect((await store.readAgenda(now)).organizers).toEqual(['telegram'])
      })

      test('of a page of what is scheduled with each act on it, and in its last minute', async () => {
        const { id } = await store.announcements.create(anAnnouncement(), now)
        const watch = { announcement: id, platform: 'telegram', person: '9', chat: '9', message: '1' } as const
        await store.watches.watch(watch)
        const schedule = (startAt: Date): Promise<unknown> =>
          store.announcements.change(
            id,
            ['draft', 'scheduled'],
            { state: 'scheduled', startAt },
            { act: 'schedule', who: 'x', at: now },
          )
        await schedule(later(3600))
        const { organizers, waiting } = await store.readAgenda(now)
        expect(organizers).toEqual([])
        expect((await store.readAgenda(now)).waiting).toEqual(waiting)
        await schedule(later(7200))
        expect((await store.readAgenda(now)).waiting.telegram).toBeGreaterThan(waiting.telegram!)
        expect((await store.readAgenda(later(7139))).organizers).toEqual([])
        expect((await store.readAgenda(later(7140))).organizers).toEqual(['telegram'])
      })

      test('nothing of a mailing that waits for the morning, until its time is over', async () => {
        await people(1)
        const policy = policyOf('routine')
        await enqueue(store, 'q', aMailing({ policy, startAt: now }), { destination: 1 }, now)
        expect(await store.schedule.due(later(1))).toHaveLength(1)
        expect(await store.schedule.due(later(1), now)).toEqual([])
        expect((await store.readAgenda(later(1), now)).mailings).toBe(false)
        expect((await store.readAgenda(later(1), later(1))).mailings).toBe(true)
        const brief = aMailing({ policy, startAt: now, notAfter: later(60) })
        await enqueue(store, 'brief', brief, { destination: 1 }, now)
        expect((await store.readAgenda(later(60), now)).mailings).toBe(false)
        expect((await store.readAgenda(later(61), now)).mailings).toBe(true)
      })

      test('and tells those in the same process of every write that adds to it', async () => {
        await people(1)
        let told = 0
        const forget = store.onChange(() => told++)
        const { id } = await started()
        expect(told).toBe(2)
        await enqueue(store, 'k', aMailing(), { destination: 1 }, now)
        await store.notices.post([{ platform: 'discord', person: '9', about: 'announcement', subject: id }])
        await store.notices.post([])
        await store.watches.watch({ announcement: id, platform: 'telegram', person: '9', chat: '9', message: '1' })
        expect(told).toBe(5)
        forget()
        await enqueue(store, 'l', aMailing(), { destination: 1 }, now)
        expect(told).toBe(5)
      })
    })

    test('keeps what an album was taken for, of whoever comes first', async () => {
      const { id } = await store.announcements.create(anAnnouncement(), now)
      const person = { platform: 'telegram', id: '99' } as const
      expect(await Promise.all([1, 2].map(() => store.albums.claim(person, 'A', now)))).toEqual(
        expect.arrayContaining([true, false]),
      )
      expect(await store.albums.find(person, 'A')).toEqual({ state: 'begun', announcement: undefined })
      await store.albums.keep(person, 'A', { state: 'taken', announcement: id })
      expect(await store.albums.find(person, 'A')).toEqual({ state: 'taken', announcement: id })
      expect(await store.albums.find({ platform: 'discord', id: '99' }, 'A')).toBeUndefined()
      await store.albums.claim(person, 'B', later(4 * 24 * 3600))
      expect(await store.albums.find(person, 'A')).toBeUndefined()
    })

    test('keeps files, notices, watches and what an organizer is about to write', async () => {
      const { id } = await store.announcements.create(anAnnouncement(), now)
      const file = await store.files.attach('plan.pdf', 'application/pdf', new Uint8Array([1, 2, 255]))
      expect(new Uint8Array((await store.files.attachment(file.id))!)).toEqual(new Uint8Array([1, 2, 255]))
      await store.notices.post([{ platform: 'telegram', person: '99', about: 'announcement', subject: id }])
      expect(await store.notices.take('discord', now)).toEqual([])
      const [notice] = await store.notices.take('telegram', now)
      expect(notice).toMatchObject({ platform: 'telegram', person: '99', about: 'announcement', subject: id })
      expect(await store.notices.take('telegram', later(59))).toEqual([])
      // Whoever took it did not pass it on.
      expect(await store.notices.take('telegram', later(61))).toEqual([notice])
      await store.notices.told(notice!)
      expect(await store.notices.take('telegram', later(200))).toEqual([])
      const watch = { announcement: id, platform: 'telegram' as const, person: '99', chat: '99', message: '5' }
      await store.watches.watch({ ...watch, message: '4' })
      await store.watches.watch(watch)
      expect(await store.watches.watches('telegram')).toEqual([watch])
      expect(await store.watches.isWatched(watch)).toBe(true)
      expect(await store.watches.isWatched({ ...watch, message: '4' })).toBe(false)
      expect(await store.watches.unwatch({ ...watch, message: '4' })).toBe(false)
      expect(await store.watches.unwatch(watch)).toBe(true)
      expect(await store.watches.watches('telegram')).toEqual([])
      const person = { platform: 'telegram' as const, id: '99' }
      await store.prompts.keep(person, { announcement: id, field: 'kk' }, now)
      await store.prompts.keep(person, { announcement: id, field: 'correct-ru', text: 'x' }, now)
      expect(await store.prompts.latest(person, now)).toEqual({
        announcement: id,
        field: 'correct-ru',
        text: 'x',
        at: now,
      })
      expect(await store.prompts.latest(person, later(1))).toBeUndefined()
      const [before, next] = [
        { announcement: id, field: 'correct-ru', text: 'x' },
        { announcement: id, field: 'ru' },
      ] as const
      const exchanges = [1, 2].map(() => store.prompts.exchange(person, before, next, now))
      expect(new Set(await Promise.all(exchanges))).toEqual(new Set([true, false]))
      expect(await store.prompts.latest(person, now)).toEqual({ ...next, text: undefined, at: now })
      const topic = { field: 'topic', topic: '' } as const
      expect(await store.prompts.exchange(person, topic, undefined, now)).toBe(false)
      expect(await store.prompts.exchange(person, next, topic, now)).toBe(true)
      expect(await store.prompts.exchange(person, topic, undefined, now)).toBe(true)
      expect(await store.prompts.latest(person, now)).toBeUndefined()
      await store.prompts.keep(person, next, now)
      const cleared = await Promise.all([store.prompts.clear(person), store.prompts.clear(person)])
      expect(new Set(cleared)).toEqual(new Set([true, false]))
      expect(await store.prompts.latest(person, now)).toBeUndefined()
    })

    test('removes for good what was never begun, and does not give its number to another', async () => {
      const { id } = await store.announcements.create(anAnnouncement(), now)
      const person = { platform: 'telegram' as const, id: '99' }
      await store.prompts.keep(person, { announcement: id, field: 'kk' }, now)
      expect(await store.announcements.remove(id, ['cancelled'])).toBe(false)
      expect(await store.announcements.remove(id, ['draft'])).toBe(true)
      expect(await store.announcements.find(id)).toBeUndefined()
      expect(await store.prompts.latest(person, now)).toBeUndefined()
      expect((await store.announcements.create(anAnnouncement(), now)).id).not.toBe(id)
    })

    test('keeps apart what is done at the same time', async () => {
      const made = await Promise.all(
        Array.from({ length: 30 }, (_, nth) =>
          store.announcements.create(anAnnouncement({ author: `terminal:${nth}` }), now),
        ),
      )
      expect(new Set(made.map(({ id }) => id)).size).toBe(30)
      const changed = await Promise.allSettled([
        ...made.map(({ id }) =>
          store.announcements.change(id, ['draft'], { state: 'cancelled' }, { act: 'cancel', who: 'x', at: now }),
        ),
        ...made.map(() => enqueue(store, 'o', aMailing(), { destination: -1 }, now)),
        ...made.map((_, nth) => store.people.setLanguage({ platform: 'telegram', id: String(nth) }, 'ru')),
      ])
      // A mailing to nobody is undone as a whole, and nothing else with it.
      expect(changed.map(({ status }) => status)).toEqual([
        ...made.map(() => 'fulfilled'),
        ...made.map(() => 'rejected'),
        ...made.map(() => 'fulfilled'),
      ])
      expect(
        await Promise.all(
          made.map(async ({ id }) => [
            (await store.announcements.find(id))?.state,
            (await store.announcements.acts(id)).length,
          ]),
        ),
      ).toEqual(made.map(() => ['cancelled', 2]))
      expect(
        await Promise.all(
          made.map(
            async (_, nth) => (await store.people.settingsOf({ platform: 'telegram', id: String(nth) })).language,
          ),
        ),
      ).toEqual(made.map(() => 'ru'))
      expect(await store.schedule.due(now)).toEqual([])
    })

    test('knows no announcement by an id that is none', async () => {
      expect(
        await Promise.all(
          ['0', '-1', '1; drop table people', '99999999999999', 'x'].map((id) => store.announcements.find(id)),
        ),
      ).toEqual([undefined, undefined, undefined, undefined, undefined])
    })
  })
}
