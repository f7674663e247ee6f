import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeyedMailing, NewMailing } from '../../src/core/mailing/mailing.ts'
import type { StoredSubscription } from '../../src/core/mailing/destination.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'

const now = new Date('2026-06-09T09:00:00Z')
const soon = new Date('2026-06-10T06:15:00Z')
const later = new Date('2026-06-10T07:15:00Z')
const end = new Date('2026-06-11T00:00:00Z')

function aMailing(title: string, startAt: Date): NewMailing {
  return {
    origin: 'reminder',
    askedFor: true,
    policy: { quietHours: 'ignore', late: 'drop', sound: 'loud', tell: 'nobody', trouble: 'hold', priority: 'routine' },
    content: { title: { en: title }, body: {} },
    fallback: 'en',
    startAt,
    notAfter: end,
    author: 'jauap',
  }
}

function aReminder(startAt: Date, entry = 'opening'): KeyedMailing {
  return { key: `pack ${entry} soon ${startAt.toISOString()}`, mailing: aMailing(`soon ${entry}`, startAt) }
}

function chatOf(chat: string) {
  return { platform: 'telegram', chat } as const
}

/** What every database has to do with what people mark. `newUrl` names an empty one. */
export function describeStars(engine: string, newUrl: () => Promise<string>): void {
  describe(`marks on ${engine}`, () => {
    let url: string
    let store: Store

    beforeEach(async () => {
      url = await newUrl()
      store = await openStore(url)
    })
    afterEach(() => store[Symbol.asyncDispose]())

    async function aPerson(chat: string): Promise<StoredSubscription> {
      return store.destinations.admit({ ...chatOf(chat), kind: 'person', hint: 'en' }, now)
    }

    async function mark(chat: string, changes: { entry?: string; seen?: string; reminds?: boolean } = {}) {
      const { entry = 'opening', seen = 'old', reminds = true } = changes
      const reminders = reminds ? [aReminder(soon, entry)] : []
      return store.stars.put(await aPerson(chat), { pack: 'pack', entry, seen, reminds }, reminders, now)
    }

    /** Starts all that is due by then; who gets what. */
    async function delivered(at: Date): Promise<string[]> {
      for (const { id } of await store.schedule.due(at))
        await store.schedule.start(id, end, { act: 'start', who: 'jauap', at })
      const leased = await store.outbox.lease({ id: 'w', platform: 'telegram' }, 99, at)
      const mailings = await Promise.all(
        leased.map(async ({ mailing, destination }) => {
          const found = await store.schedule.find(mailing)
          return `${destination.chat}: ${found?.content.title.en}`
        }),
      )
      return mailings.toSorted()
    }

    const change = { pack: 'pack', entry: 'opening', from: 'old', to: 'new', notice: undefined, reminders: [] }

    test('are kept by person, with whether they are reminded, and taken away with their reminders', async () => {
      expect(await mark('1')).toEqual([soon])
      await mark('1', { entry: 'lunch' })
      await mark('2', { reminds: false })
      expect(await store.stars.of(chatOf('1'))).toMatchObject([
        { entry: 'lunch', reminds: true },
        { entry: 'opening', reminds: true },
      ])
      expect(await store.stars.of(chatOf('2'))).toEqual([{ pack: 'pack', entry: 'opening', reminds: false }])
      expect(await store.stars.silence(chatOf('2'), { pack: 'pack', entry: 'lunch' })).toBe(false)
      expect(await store.stars.of(chatOf('2'))).toHaveLength(1)
      await mark('3')
      expect(await store.stars.silence(chatOf('3'), { pack: 'pack', entry: 'opening' })).toBe(true)
      expect(await store.stars.of(chatOf('3'))).toEqual([{ pack: 'pack', entry: 'opening', reminds: false }])
      expect(await store.stars.remove(chatOf('1'), { pack: 'pack', entry: 'opening' })).toBe(true)
      expect(await store.stars.remove(chatOf('1'), { pack: 'pack', entry: 'opening' })).toBe(false)
      expect(await delivered(soon)).toEqual(['1: soon lunch'])
    })

    test('do not bring announcements, nor end them; who was subscribed stays so', async () => {
      await mark('1')
      await store.destinations.subscribe(
        { ...chatOf('2'), kind: 'person', hint: 'en', topics: ['press'] },
        'active',
        now,
      )
      await mark('2')
      expect(await store.destinations.find(chatOf('1'))).toMatchObject({ standing: 'personal' })
      expect(await store.destinations.find(chatOf('2'))).toMatchObject({ standing: 'active', topics: ['press'] })
      expect(await store.figures.count({})).toMatchObject([{ count: 1 }])
      await store.destinations.unsubscribe(chatOf('2'), 'left', 'unsubscribed', now)
      expect(await delivered(soon)).toEqual(['1: soon opening', '2: soon opening'])
    })

    test('bring nothing to who blocked us, until they mark something again', async () => {
      await mark('1')
      await store.destinations.unsubscribe(chatOf('1'), 'gone', 'blocked', now)
      expect(await delivered(soon)).toEqual([])
      await store.stars.put(
        await aPerson('1'),
        { pack: 'pack', entry: 'opening', seen: 'old', reminds: true },
        [aReminder(later)],
        now,
      )
      expect(await delivered(later)).toEqual(['1: soon opening'])
    })

    test('tell those who saw the entry as it was, once, and move their reminders', async () => {
      await mark('1')
      await mark('2', { reminds: false })
      await mark('3', { seen: 'new' })
      expect(await store.stars.seen('pack')).toHaveLength(2)
      const notice = { ...aMailing('moved', now), origin: 'programme' }
      const moving = { ...change, notice, reminders: [aReminder(later)] }
      // Two processes that look at once, each with the new pack.
      const told = await Promise.all([store.stars.renew(moving, now), store.stars.renew(moving, now)])
      expect(new Set(told)).toEqual(new Set([0, 2]))
      expect(await store.stars.seen('pack')).toEqual([{ entry: 'opening', seen: 'new' }])
      expect(await delivered(now)).toEqual(['1: moved', '2: moved'])
      expect(await delivered(soon)).toEqual(['3: soon opening'])
      expect(await delivered(later)).toEqual(['1: soon opening'])
    })

    test('are told again when it comes back to what it was', async () => {
      await mark('1')
      const notice = aMailing('moved', now)
      await store.stars.renew({ ...change, notice }, now)
      await store.stars.renew({ ...change, from: 'new', to: 'old', notice }, now)
      expect(await delivered(now)).toEqual(['1: moved', '1: moved'])
    })

    test('go with their owner', async () => {
      await mark('1')
      await store.people.forget({ platform: 'telegram', id: '1' })
      expect(await store.stars.seen('pack')).toEqual([])
      expect(await store.stars.renew({ ...change, notice: aMailing('moved', now) }, now)).toBe(0)
      expect(await delivered(later)).toEqual([])
    })

    test('survive a restart', async () => {
      await mark('1')
      await store[Symbol.asyncDispose]()
      store = await openStore(url)
      expect(await store.stars.of(chatOf('1'))).toHaveLength(1)
    })
  })
}
