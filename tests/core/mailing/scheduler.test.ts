import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { policyOf, type Announcement } from '../../../src/core/announcements/announcement.ts'
import { openCommands } from '../../../src/core/announcements/commands.ts'
import { notifierFor, type NoticeBoard } from '../../../src/core/mailing/notices.ts'
import { createScheduler, type Scheduler } from '../../../src/core/mailing/scheduler.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import type { Outcome } from '../../../src/core/mailing/delivery.ts'
import { enqueue } from '../../support/enqueue.ts'

const timeZone = 'Asia/Almaty'
const content = { title: { kk: 'Зал', ru: 'Зал', en: 'Hall' }, body: {} }
const morning = new Date('2026-04-22T04:00:00Z')
const evening = new Date('2026-04-22T17:30:00Z')
const trouble: Outcome = { kind: 'trouble', unclear: true, silent: false, reason: 'Bad Gateway' }

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}

type World = {
  store: Store
  scheduler: Scheduler
  made: (changes?: object, at?: Date) => Promise<Announcement>
  now: (id: string) => Promise<Announcement>
  told: () => Promise<string[]>
}

/** Two people and a channel in Discord; what was made is confirmed at once. `board`: another board than the store's. */
async function aWorld({ board }: { board?: NoticeBoard } = {}): Promise<World> {
  const store = await openStore('sqlite::memory:')
  const { announcements, figures, topics, notices, destinations } = store
  for (const chat of ['1', '2'])
    await destinations.subscribe({ platform: 'telegram', kind: 'person', chat, hint: 'en' }, 'active', morning)
  const commands = openCommands({ announcements, figures, topics, measures: [], timeZone: () => timeZone })
  const scheduler = createScheduler({
    store: store.schedule,
    notices: board ?? notices,
    notifier: notifierFor({ telegram: ['99'], discord: [] }),
    timeZone: () => timeZone,
    log: pino({ level: 'silent' }),
  })
  return {
    store,
    scheduler,
    async made(changes = {}, at = morning) {
      const { id } = await commands.create(
        {
          content,
          audience: {},
          urgency: 'routine',
          fallback: undefined,
          sendAt: undefined,
          notAfter: undefined,
          author: 'telegram:99',
          ...changes,
        },
        at,
      )
      const done = await commands.send(id, { who: 'telegram:99', now: at, language: 'en' })
      expect(done).toMatchObject({ kind: 'done' })
      return (await announcements.find(id))!
    },
    now: async (id) => (await announcements.find(id))!,
    told: async () => (await notices.take('telegram', new Date())).map(({ subject }) => subject),
  }
}

describe('an announcement is done', () => {
  test('and its author told of it in one step, so that nothing in between can part the two', async () => {
    const away = { post: () => Promise.reject(new Error('away')) }
    const { store, scheduler, made, now, told } = await aWorld({ board: away })
    const { id } = await made()
    await scheduler.look(after(morning, 30))
    const worker = { id: 'w', platform: 'telegram' } as const
    for (const delivery of await store.outbox.lease(worker, 9, morning)) {
      await store.outbox.begin(worker, delivery, morning)
      const sent = { state: 'sent', attempts: 0, doubts: 0, unclearSince: undefined, messages: ['1'] } as const
      await store.outbox.settle(worker, delivery, sent, 1, morning)
    }
    await scheduler.look(after(morning, 31))
    expect((await now(id)).state).toBe('sent')
    expect(await told()).toEqual([id])
  })
})

describe('an announcement starts', () => {
  test('half a minute after it was confirmed, so that it can be taken back', async () => {
    const { scheduler, made, now } = await aWorld()
    const { id } = await made()
    await scheduler.look(after(morning, 29))
    expect((await now(id)).state).toBe('scheduled')
    await scheduler.look(after(morning, 30))
    expect(await now(id)).toMatchObject({ state: 'sending', notAfter: after(morning, 30 + 3600) })
  })

  test('at once if it is urgent', async () => {
    const { scheduler, made, now } = await aWorld()
    const { id } = await made({ urgency: 'urgent' }, evening)
    await scheduler.look(evening)
    expect((await now(id)).state).toBe('sending')
  })

  test('in the morning if it is routine and the night has come', async () => {
    const { scheduler, made, now } = await aWorld()
    const { id } = await made({}, evening)
    await scheduler.look(after(evening, 3600))
    expect((await now(id)).state).toBe('scheduled')
    await scheduler.look(new Date('2026-04-23T02:00:00Z'))
    expect(await now(id)).toMatchObject({ state: 'sending', notAfter: new Date('2026-04-23T03:00:00Z') })
  })

  test.for([
    { notAfter: after(evening, 60), late: 3661 },
    { notAfter: undefined, late: 3600 + 31 },
  ])('never if its time (until $notAfter) ends at night, and its author is told then', async ({ notAfter, late }) => {
    const { scheduler, made, now, told } = await aWorld()
    const at = after(evening, -3600)
    const { id } = await made({ notAfter }, at)
    await scheduler.look(after(at, late - 1))
    expect((await now(id)).state).toBe('scheduled')
    await scheduler.look(after(at, late))
    expect(await now(id)).toMatchObject({ state: 'paused', pause: { why: 'late' } })
    expect(await told()).toEqual([id])
  })

  test('never if it waits for a morning that comes after its time, which its author is told in time', async () => {
    const { store, scheduler } = await aWorld()
    const routine = { policy: policyOf('routine'), content, fallback: undefined, origin: 'x', author: 'telegram:99' }
    const rest = { askedFor: false, startAt: evening, notAfter: after(evening, 60) }
    await enqueue(store, 'brief', { ...routine, ...rest }, { destination: 1 }, evening)
    await scheduler.look(after(evening, 60))
    expect((await store.schedule.find('1'))!.state).toBe('scheduled')
    await scheduler.look(after(evening, 61))
    expect(await store.schedule.find('1')).toMatchObject({ state: 'paused', pause: { why: 'late' } })
  })

  test('at the time that it was given', async () => {
    const { scheduler, made, now } = await aWorld()
    const sendAt = after(morning, 3600)
    const { id } = await made({ sendAt })
    await scheduler.look(after(sendAt, -1))
    expect((await now(id)).state).toBe('scheduled')
    await scheduler.look(sendAt)
    expect((await now(id)).state).toBe('sending')
  })

  test.for([
    { notAfter: undefined, late: 3601 + 30 },
    { notAfter: after(morning, 300), late: 301 },
  ])('not if it is late (at most until $notAfter): then its author is asked', async ({ notAfter, late }) => {
    const { scheduler, made, now, told } = await aWorld()
    const { id } = await made({ notAfter })
    await scheduler.look(after(morning, late))
    await scheduler.look(after(morning, late))
    expect(await now(id)).toMatchObject({ state: 'paused', pause: { why: 'late' } })
    expect(await told()).toEqual([id])
  })

  test('and what is being sent is not gone on with when it has become late', async () => {
    const { scheduler, made, now } = await aWorld()
    const { id } = await made({ urgency: 'urgent' })
    await scheduler.look(morning)
    await scheduler.look(after(morning, 3601))
    expect(await now(id)).toMatchObject({ state: 'paused', pause: { why: 'late' } })
  })
})

async function failing(
  world: World,
  id: string,
  times: number,
  outcome: Outcome,
  begunAt = after(morning, 1),
): Promise<void> {
  const worker = { id: 'w', platform: 'telegram' } as const
  await world.store.outbox.beat(worker, morning)
  const [delivery] = await world.store.outbox.lease(worker, 1, morning)
  expect(delivery!.mailing).toBe(id)
  for (let nth = 0; nth < times; nth++) await world.scheduler.note(delivery!, outcome, begunAt, morning)
  await world.store.outbox.release(worker, delivery!.id)
}

describe('sending rests', () => {
  test('after ten failures with no success between, and goes on by itself if the platform was in trouble', async () => {
    const world = await aWorld()
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 9, trouble)
    expect((await world.now(id)).state).toBe('sending')
    await failing(world, id, 1, trouble)
    expect(await world.now(id)).toMatchObject({
      state: 'paused',
      pause: { why: 'trouble', reason: 'Bad Gateway', until: after(morning, 30) },
    })
    expect(await world.told()).toEqual([id])
    await world.scheduler.look(after(morning, 29))
    expect((await world.now(id)).state).toBe('paused')
    await world.scheduler.look(after(morning, 30))
    expect((await world.now(id)).state).toBe('sending')
    await failing(world, id, 10, trouble)
    expect((await world.now(id)).pause?.until).toEqual(after(morning, 60))
  })

  test('once, however many were under way when the platform failed', async () => {
    const world = await aWorld()
    await world.store.destinations.subscribe(
      { platform: 'discord', kind: 'channel', chat: '500', hint: 'en' },
      'active',
      morning,
    )
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 60, trouble, morning)
    expect(await world.store.outbox.heldUntil('telegram')).toEqual(after(morning, 30))
    expect(await world.told()).toEqual([id])
  })

  test('until somebody says so, if what is sent was refused', async () => {
    const world = await aWorld()
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 10, { kind: 'refused', reason: 'unheard of' })
    expect((await world.now(id)).pause).toEqual({ why: 'trouble', reason: 'unheard of', until: undefined })
  })

  test('not because of people who are gone, nor after a success between', async () => {
    const world = await aWorld()
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 30, { kind: 'gone', reason: 'blocked' })
    await failing(world, id, 9, trouble)
    await failing(world, id, 1, { kind: 'done', messages: ['1'] })
    await failing(world, id, 9, trouble)
    expect((await world.now(id)).state).toBe('sending')
  })

  test('on one platform alone where the other has something left to send', async () => {
    const world = await aWorld()
    await world.store.destinations.subscribe(
      { platform: 'discord', kind: 'channel', chat: '500', hint: 'en' },
      'active',
      morning,
    )
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 10, trouble)
    expect((await world.now(id)).state).toBe('sending')
    expect(await world.store.outbox.heldUntil('telegram')).toEqual(after(morning, 30))
    expect(await world.store.outbox.heldUntil('discord')).toBeUndefined()
  })

  test('and organizers are told once of a long pause that the platform asks for', async () => {
    const world = await aWorld()
    const { id } = await world.made({ urgency: 'urgent' })
    await world.scheduler.look(morning)
    await failing(world, id, 3, { kind: 'later', seconds: 2282, everywhere: true })
    await failing(world, id, 3, { kind: 'later', seconds: 5, everywhere: true })
    expect(await world.told()).toEqual([id])
  })
})

test('a mailing is dropped when it is late, and goes out at night, if its policy says so', async () => {
  const { store, scheduler } = await aWorld()
  const person = (await store.destinations.find({ platform: 'telegram', chat: '1' }))!
  const mailing = {
    origin: 'anything',
    askedFor: false,
    policy: { ...policyOf('urgent'), late: 'drop', tell: 'nobody', trouble: 'hold' } as const,
    content,
    fallback: undefined,
    startAt: evening,
    notAfter: after(evening, 60),
    author: 'jauap',
  }
  const recipient = { destination: person.id }
  await enqueue(store, 'in time', mailing, recipient, morning)
  const late = { ...mailing, startAt: morning, notAfter: after(morning, 60) }
  await enqueue(store, 'late', late, recipient, morning)
  await scheduler.look(evening)
  const states = await Promise.all(['1', '2'].map(async (id) => (await store.schedule.find(id))?.state))
  expect(states).toEqual(['sending', 'cancelled'])
  expect((await store.figures.records('1', 0, 10)).map(({ chat }) => chat)).toEqual(['1'])
})
