import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyOf } from '../../src/core/announcements/announcement.ts'
import type { Change } from '../../src/core/announcements/announcement-store.ts'
import { reportOn, type Report } from '../../src/core/announcements/report.ts'
import type { Delivery, Settlement } from '../../src/core/mailing/delivery.ts'
import type { State } from '../../src/core/mailing/mailing.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'

const now = new Date('2026-04-22T09:00:00Z')
const worker = { id: 'one', platform: 'discord' } as const
const refused: Partial<Settlement> = { state: 'failed', reason: 'used up' }

/** What every store does about posts that are to be handed on to those who follow a channel. */
export function describePublication(engine: string, newUrl: () => Promise<string>): void {
  describe(`${engine}: a post in a channel that is followed`, () => {
    let store: Store
    let id: string

    beforeEach(async () => {
      store = await openStore(await newUrl())
      const channel = {
        platform: 'discord',
        kind: 'channel',
        chat: '500',
        hint: 'en',
        publishes: true,
        title: 'News',
      } as const
      await store.destinations.subscribe(channel, 'active', now)
      const content = { title: { en: 'Hall' }, body: {} }
      const draft = { policy: policyOf('urgent'), content, audience: {}, fallback: 'en', author: 'x' } as const
      ;({ id } = await store.announcements.create({ ...draft, sendAt: undefined, notAfter: undefined }, now))
      await change(['draft'], { state: 'scheduled', startAt: now })
      await store.schedule.start(id, new Date(now.getTime() + 3_600_000), { act: 'start', who: 'jauap', at: now })
      await store.outbox.beat(worker, now)
    })

    afterEach(() => store[Symbol.asyncDispose]())

    async function change(from: readonly State[], to: Change): Promise<void> {
      await store.announcements.change(id, from, to, { act: 'schedule', who: 'x', at: now })
    }

    async function leased(): Promise<Delivery | undefined> {
      const [delivery] = await store.outbox.lease(worker, 10, now)
      return delivery
    }

    /** Leases what is next, and settles it; returns its task, or undefined if there is none or it may not begin. */
    async function done(settlement: Partial<Settlement> = {}): Promise<string | undefined> {
      const delivery = await leased()
      if (!delivery || !(await store.outbox.begin(worker, delivery, now))) return undefined
      const how = { state: 'sent', attempts: 0, doubts: 0, unclearSince: undefined, messages: ['100'] } as const
      await store.outbox.settle(worker, delivery, { ...how, ...settlement }, 1, now)
      return delivery.task
    }

    async function report(): Promise<Report> {
      return reportOn((await store.announcements.find(id))!, store.figures)
    }

    test('is sent, and then published, also when all else is sent', async () => {
      expect(await done()).toBe('send')
      expect(await report()).toMatchObject({ sent: 1, publication: { pending: 1, done: 0 } })
      expect(await store.schedule.finish(now, 'jauap')).toHaveLength(1)
      expect((await store.readAgenda(now)).deliveries).toEqual(['discord'])
      expect(await done()).toBe('publish')
      expect(await report()).toMatchObject({ sent: 1, publication: { pending: 0, done: 1 }, reasons: {} })
      expect(await leased()).toBeUndefined()
    })

    test('that could not be published stays sent, and is published again when an organizer says so', async () => {
      await done()
      await done(refused)
      expect(await report()).toMatchObject({
        sent: 1,
        failed: 0,
        publication: { impossible: 1 },
        reasons: { 'used up': 1 },
      })
      const act = { act: 'publish', who: 'x', at: now } as const
      expect(await store.announcements.republish(id, ['sending'], act)).toBe(1)
      expect(await store.announcements.republish(id, ['sending'], act)).toBe(0)
      expect(await store.announcements.republish(id, ['sent'], act)).toBeUndefined()
      expect(await done()).toBe('publish')
      expect(await report()).toMatchObject({ publication: { impossible: 0, done: 1 }, reasons: {} })
    })

    test('keeps what there is to say of its sending, however publishing it goes', async () => {
      await done({ reason: 'nobody was called' })
      const said = { 'nobody was called': 1 }
      expect(await report()).toMatchObject({ reasons: said })
      await done({ state: 'pending', reason: 'in trouble', attempts: 1 })
      expect(await report()).toMatchObject({ reasons: { ...said, 'in trouble': 1 } })
      await done(refused)
      expect(await report()).toMatchObject({ reasons: { ...said, 'used up': 1 } })
      const [record] = await store.figures.records(id, 0, 10)
      expect(record).toMatchObject({ note: 'nobody was called', reason: 'used up' })
      await store.announcements.republish(id, ['sending'], { act: 'publish', who: 'x', at: now })
      expect((await report()).reasons).toEqual(said)
      await done()
      expect(await report()).toMatchObject({ publication: { done: 1 } })
      expect((await report()).reasons).toEqual(said)
    })

    test('says by its name what there is to say of it', async () => {
      await done({ reason: 'nobody was called' })
      await done(refused)
      expect(await store.figures.named(id, 10)).toEqual([
        { title: 'News', reason: 'nobody was called' },
        { title: 'News', reason: 'used up' },
      ])
    })

    test('waits while sending is paused', async () => {
      await done()
      await change(['sending'], { state: 'paused', pause: { why: 'asked' } })
      expect(await leased()).toBeUndefined()
      await change(['paused'], { state: 'sending', pause: undefined })
      expect(await done()).toBe('publish')
    })

    test('that was leased before a stop is not published after it', async () => {
      await done()
      const delivery = (await leased())!
      await change(['sending'], { state: 'cancelled' })
      expect(await store.outbox.begin(worker, delivery, now)).toBe(false)
      await store.outbox.release(worker, delivery.id)
      expect(await leased()).toBeUndefined()
      const reasons = { 'publishCalledOff: cancelled': 1 }
      expect(await report()).toMatchObject({ sent: 1, publication: { pending: 0, impossible: 1 }, reasons })
    })

    test('is corrected before it is published', async () => {
      await done()
      const at = now.toISOString()
      const corrected = { en: { version: 2, at } }
      await change(['sending'], { content: { title: { en: 'Hall' }, body: { en: 'C' }, corrected }, version: 2 })
      const delivery = (await leased())!
      expect(delivery.task).toBe('correct')
      await store.outbox.begin(worker, delivery, now)
      const how = { state: 'sent', attempts: 0, doubts: 0, unclearSince: undefined, messages: ['100'] } as const
      await store.outbox.settle(worker, delivery, how, 2, now)
      expect(await done()).toBe('publish')
      expect(await report()).toMatchObject({ correction: { done: 1 }, publication: { done: 1 } })
    })

    test('that is recalled before it is published is taken back', async () => {
      await done()
      await change(['sending'], { state: 'recalled' })
      expect(await done()).toBe('recall')
      expect(await leased()).toBeUndefined()
      expect(await report()).toMatchObject({ recall: { removed: 1 }, publication: { pending: 0 } })
    })
  })
}
