import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { topicNotice } from '../../src/core/announcements/topic-notice.ts'
import type { Subscription } from '../../src/core/mailing/destination.ts'
import type { Topic } from '../../src/core/mailing/topic.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'

const now = new Date('2026-04-22T09:00:00Z')
const later = new Date('2026-04-22T19:00:00Z')
const by = { who: 'telegram:99', now, language: 'en' } as const

function aPerson(chat: string, changes: Partial<Subscription> = {}): Subscription {
  return { platform: 'telegram', kind: 'person', chat, hint: 'en', ...changes }
}

function endNotice(topic: Topic) {
  return topicNotice({ ...topic, ended: true }, by)
}

/** What every database has to do with topics of announcements. `newUrl` names an empty one. */
export function describeTopics(engine: string, newUrl: () => Promise<string>): void {
  describe(`topics on ${engine}`, () => {
    let store: Store

    beforeEach(async () => {
      store = await openStore(await newUrl())
      await store.topics.add({ kk: 'Көлік', ru: 'Транспорт', en: 'Transport' }, now)
      await store.topics.add({ en: 'Press' }, now)
    })
    afterEach(() => store[Symbol.asyncDispose]())

    async function subscribed(person: Subscription): Promise<number> {
      return (await store.destinations.subscribe(person, 'active', now)).id
    }

    async function followed(chat: string): Promise<readonly string[] | undefined> {
      return (await store.destinations.find({ platform: 'telegram', chat }))?.topics
    }

    test('are named in one language or more, and what they were called is known until it was told', async () => {
      expect(await store.topics.all()).toEqual([
        { id: '1', name: { kk: 'Көлік', ru: 'Транспорт', en: 'Transport' }, before: undefined, ended: false },
        { id: '2', name: { en: 'Press' }, before: undefined, ended: false },
      ])
      await store.topics.rename('2', { en: 'Media' })
      await store.topics.rename('2', { en: 'Media centre' })
      expect((await store.topics.all())[1]).toMatchObject({ name: { en: 'Media centre' }, before: { en: 'Press' } })
      await store.topics.rename('2', { en: 'Press' })
      expect((await store.topics.all())[1]).toMatchObject({ name: { en: 'Press' }, before: undefined })
    })

    test('are kept by whoever subscribes again, after leaving, being away, or choosing a language', async () => {
      await subscribed(aPerson('1', { topics: ['1', '2'] }))
      await subscribed(aPerson('1', { hint: 'kk' }))
      await store.people.setLanguage({ platform: 'telegram', id: '1' }, 'ru')
      expect(await followed('1')).toEqual(['1', '2'])
      for (const standing of ['left', 'gone'] as const) {
        await store.destinations.unsubscribe({ platform: 'telegram', chat: '1' }, standing, 'why', now)
        await subscribed(aPerson('1'))
        expect(await followed('1')).toEqual(['1', '2'])
      }
      await store.people.forget({ platform: 'telegram', id: '1' })
      await subscribed(aPerson('1'))
      expect(await followed('1')).toEqual([])
    })

    test('are chosen one by one, also at the same time', async () => {
      const id = await subscribed(aPerson('1'))
      await Promise.all(['1', '2'].map((one) => store.destinations.choose(id, { follow: [one], leave: [] })))
      expect((await followed('1'))!.toSorted()).toEqual(['1', '2'])
      await store.destinations.choose(id, { follow: ['1'], leave: ['2'] })
      expect(await followed('1')).toEqual(['1'])
      await store.destinations.choose(id, 'all')
      expect(await followed('1')).toEqual([])
    })

    test('are ended with the notice to the people who follow them, or neither', async () => {
      await subscribed(aPerson('1', { topics: ['2'] }))
      const [, press] = await store.topics.all()
      const broken = { ...endNotice(press!), author: null as unknown as string }
      await expect(store.topics.end('2', broken, now)).rejects.toThrow(/null/i)
      expect((await store.topics.all())[1]).toEqual(press)
      await store.topics.end('2', endNotice(press!), now)
      expect((await store.topics.all())[1]).toMatchObject({ ended: true })
      expect(await store.schedule.due(now)).toMatchObject([
        { content: { title: { en: expect.stringContaining('Press') as string } } },
      ])
    })

    test('that are ended or renamed are told to the people who follow them, once', async () => {
      await subscribed(aPerson('1', { topics: ['2'] }))
      await subscribed(aPerson('2', { topics: ['1'] }))
      await subscribed(aPerson('3'))
      await subscribed(aPerson('-4', { kind: 'group', topics: ['1', '2'] }))
      await subscribed(aPerson('6', { topics: ['1'], hint: 'kk' }))
      await subscribed(aPerson('5', { topics: ['2'] }))
      await store.destinations.unsubscribe({ platform: 'telegram', chat: '5' }, 'left', 'unsubscribed', now)
      expect(await store.topics.following()).toEqual(
        new Map([
          ['1', { people: 2, chats: 1 }],
          ['2', { people: 1, chats: 1 }],
        ]),
      )
      await store.topics.rename('2', { en: 'Media' })
      const [, renamed] = await store.topics.all()
      await store.topics.tell('2', topicNotice(renamed!, by), now)
      expect((await store.topics.all())[1]!.before).toBeUndefined()
      await store.topics.end('2', { ...endNotice(renamed!), startAt: later }, now)
      expect((await store.topics.all()).map(({ ended }) => ended)).toEqual([false, true])
      const [mailing, ...others] = await store.schedule.due(now)
      expect([mailing!.content.title.en, others]).toEqual(['The topic “Press” is now called “Media”', []])
      await store.schedule.start(mailing!.id, new Date(now.getTime() + 1000), { act: 'start', who: 'jauap', at: now })
      const leased = await store.outbox.lease({ id: 'w', platform: 'telegram' }, 9, now)
      expect(leased.map(({ destination, follows }) => [destination.chat, follows])).toEqual([['1', ['2']]])
      await store.topics.rename('1', { kk: 'Көлік', ru: 'Перевозки', en: 'Transfers' })
      const [transport] = await store.topics.all()
      await store.topics.tell('1', topicNotice(transport!, by), now)
      const [second] = await store.schedule.due(now)
      await store.schedule.start(second!.id, new Date(now.getTime() + 1000), { act: 'start', who: 'jauap', at: now })
      // Its Kazakh name is as before.
      const informed = await store.outbox.lease({ id: 'w', platform: 'telegram' }, 9, now)
      expect(informed.map(({ destination }) => destination.chat)).toEqual(['2'])
    })
  })
}
