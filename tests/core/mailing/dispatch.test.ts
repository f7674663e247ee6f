import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Courier, Message } from '../../../src/core/mailing/courier.ts'
import type { Outcome } from '../../../src/core/mailing/delivery.ts'
import { dispatch } from '../../../src/core/mailing/dispatch.ts'
import { policyOf } from '../../../src/core/announcements/announcement.ts'
import type { NewAnnouncement } from '../../../src/core/announcements/announcement-store.ts'
import type { Scheduler } from '../../../src/core/mailing/scheduler.ts'
import { startPulse } from '../../../src/core/mailing/pulse.ts'
import { reportOn, type Report } from '../../../src/core/announcements/report.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'

const later = new Date('2126-01-01T00:00:00Z')
const content = { title: { en: 'Hall' }, body: {} }

type Part = { readonly part: number; readonly title: string }
type Sent = Part & Pick<Message<Part>, 'silent' | 'key' | 'replyTo'> & { readonly chat: string }

/** A platform that takes everything, but for what a test makes of a message. */
function aCourier({
  parts = 1,
  answer = () => undefined,
  turn = () => Promise.resolve(),
  together = () => 1,
  mayCall = () => Promise.resolve(true),
}: {
  parts?: number
  answer?: (sent: Sent, nth: number) => Outcome | undefined
  turn?: (chat: string) => Promise<void>
  together?: Courier<Part>['together']
  mayCall?: Courier<Part>['mayCall']
} = {}): Courier<Part> & {
  readonly sent: Sent[]
  readonly edited: { id: string; title: string }[]
  readonly shares: number[]
} {
  const [sent, edited, shares]: [Sent[], { id: string; title: string }[], number[]] = [[], [], []]
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    sent,
    edited,
    shares,
    dress: ({ sections }) => Array.from({ length: parts }, (_, part) => ({ part, title: sections[0]!.title })),
    together,
    reserve: () => Promise.resolve(() => {}),
    turn: ({ chat }) => turn(chat),
    mayCall,
    send({ destination: { chat }, parts: [part, ...album], silent, key, replyTo }) {
      const message = { chat, ...part!, silent, key, replyTo }
      sent.push(message)
      const idOf = (_part: Part, nth: number): string => `${sent.length}${nth === 0 ? '' : `+${nth}`}`
      return Promise.resolve(answer(message, sent.length) ?? { kind: 'done', messages: [part!, ...album].map(idOf) })
    },
    edit({ id, part: { title } }) {
      edited.push({ id, title })
      return Promise.resolve({ kind: 'done', messages: [id] })
    },
    remove: ({ id }) => Promise.resolve({ kind: 'done', messages: [id] }),
    share: (workers) => void shares.push(workers),
    holdUntil: () => {},
  }
}

/** A text, and an album behind it. */
function albumBehind([first, ...others]: readonly Part[]): number {
  return first!.part === 0 ? 1 : 1 + others.length
}

type Change = Partial<NewAnnouncement>
type Meanwhile = {
  /** Called when it is being sent and nobody has begun to. */
  begun?: (store: Store) => Promise<void>
  note?: Scheduler['note']
  now?: () => Date
  workers?: number
}

/** Sends to people of these ids until nothing is pending. */
async function sending(
  courier: Courier<Part>,
  {
    people = ['1'],
    changes = {},
    store: given,
    ...meanwhile
  }: { people?: string[]; changes?: Change; store?: Store } & Meanwhile = {},
): Promise<{ store: Store; report: Report }> {
  const store = given ?? (await openStore('sqlite::memory:'))
  const { announcements, schedule, destinations } = store
  const now = new Date()
  for (const chat of people)
    await destinations.subscribe({ platform: 'telegram', kind: 'person', chat, hint: 'en' }, 'active', now)
  const { id } = await announcements.create(
    {
      policy: policyOf('routine'),
      content,
      audience: {},
      fallback: 'en',
      sendAt: undefined,
      notAfter: undefined,
      author: 'telegram:99',
      ...changes,
    },
    now,
  )
  await announcements.change(id, ['draft'], { state: 'scheduled' }, { act: 'schedule', who: 'x', at: now })
  await schedule.start(id, later, { act: 'start', who: 'x', at: now })
  await meanwhile.begun?.(store)
  return { store, report: await untilDone(store, courier, id, meanwhile) }
}

/** Dispatches until an announcement has nothing pending, and everything that was leased is settled. */
async function untilDone(
  store: Store,
  courier: Courier<Part>,
  id: string,
  { note = () => Promise.resolve(), now: clock = () => new Date(), workers = 1 }: Meanwhile,
): Promise<Report> {
  const { announcements, figures, schedule, outbox } = store
  const stopping = new AbortController()
  const { promise: quiet, resolve } = Promise.withResolvers<void>()
  const parts = { now: clock, log: pino({ level: 'silent' }), stopping: stopping.signal }
  const pulse = startPulse({
    ...parts,
    async readAgenda(now) {
      await schedule.finish(now, 'x')
      const agenda = await store.readAgenda(now)
      if (agenda.deliveries.length === 0) resolve()
      return agenda
    },
  })
  const worker = (): Promise<void> =>
    dispatch({
      ...parts,
      outbox,
      courier,
      scheduler: { note },
      pulse,
      uncertain: 'repeat',
      timeZone: () => 'Asia/Almaty',
      eventName: () => 'RES 2026',
      onSettled: () => {},
    })
  const running = Promise.all(Array.from({ length: workers }, worker))
  await quiet
  stopping.abort()
  await running
  return reportOn((await announcements.find(id))!, figures)
}

describe('a message', () => {
  test.for([
    { what: 'a routine announcement', changes: {}, silent: true },
    { what: 'an urgent one', changes: { policy: policyOf('urgent') }, silent: false },
  ])('of $what is silent: $silent', async ({ changes, silent }) => {
    const courier = aCourier()
    await sending(courier, { changes })
    expect(courier.sent).toMatchObject([{ silent }])
  })

  test('that may be tried again before it is written down is, and nothing is timed into the past', async () => {
    const warnings: string[] = []
    const note = ({ name }: Error): void => void warnings.push(name)
    process.on('warning', note)
    const courier = aCourier({
      answer: (_sent, nth) => (nth === 1 ? { kind: 'later', seconds: -1, everywhere: false } : undefined),
    })
    const { report } = await sending(courier)
    // Node says it once the work at hand is done.
    await setImmediate()
    process.off('warning', note)
    expect(report).toMatchObject({ sent: 1, pending: 0 })
    expect(warnings).toEqual([])
  })

  test('has a key of its own, the same when it is repeated', async () => {
    const courier = aCourier({
      answer: (_sent, nth) =>
        nth === 1 ? { kind: 'trouble', unclear: true, silent: true, reason: 'no answer' } : undefined,
    })
    const { report } = await sending(courier, { people: ['1', '2'] })
    const keys = Map.groupBy(courier.sent, ({ chat }) => chat)
    expect(keys.get('1')!.map(({ key }) => key)).toEqual(['j1.0', 'j1.0'])
    expect(keys.get('2')!.map(({ key }) => key)).toEqual(['j2.0'])
    expect(report).toMatchObject({ sent: 2, possiblyTwice: 1 })
  })
})

describe('a copy of several messages', () => {
  test('goes on where it was interrupted', async () => {
    const courier = aCourier({
      parts: 3,
      answer: ({ part }, nth) =>
        part === 1 && nth === 2 ? { kind: 'later', seconds: 0, everywhere: false } : undefined,
    })
    const { report, store } = await sending(courier)
    expect(courier.sent.map(({ part }) => part)).toEqual([0, 1, 1, 2])
    expect(report).toMatchObject({ sent: 1, possiblyTwice: 0 })
    expect((await store.figures.records('1', 0, 1))[0]!.messages).toEqual(['1', '3', '4'])
  })
})

describe('an album behind a text', () => {
  test('is sent by one call, again as a whole after it was cut off, and that alone is doubted', async () => {
    const courier = aCourier({
      parts: 4,
      together: albumBehind,
      answer: (_sent, nth) => {
        if (nth === 2) throw new TypeError('cut off')
        return undefined
      },
    })
    const { report, store } = await sending(courier)
    expect(courier.sent.map(({ part, key }) => [part, key])).toEqual([
      [0, 'j1.0'],
      [1, 'j1.1'],
      [1, 'j1.1'],
    ])
    expect(report).toMatchObject({ sent: 1, total: 1, possiblyTwice: 1 })
    expect((await store.figures.records('1', 0, 1))[0]!.messages).toEqual(['1', '3', '3+1', '3+2'])
  })

  test('that is refused for the moment is not doubted', async () => {
    const later = { kind: 'later', seconds: 0, everywhere: true } as const
    const courier = aCourier({
      parts: 3,
      together: albumBehind,
      answer: (_sent, nth) => (nth === 2 ? later : undefined),
    })
    const { report } = await sending(courier)
    expect(courier.sent.map(({ part }) => part)).toEqual([0, 1, 1])
    expect(report).toMatchObject({ sent: 1, possiblyTwice: 0 })
  })
})

describe('who unsubscribes', () => {
  test('while it is their turn is not sent to', async () => {
    const store = await openStore('sqlite::memory:')
    const courier = aCourier({
      turn: async (chat) =>
        void (
          chat === '2' &&
          (await store.destinations.unsubscribe(
            { platform: 'telegram', chat, thread: '' },
            'left',
            'unsubscribed',
            new Date(),
          ))
        ),
    })
    const { report } = await sending(courier, { people: ['1', '2'], store })
    expect(courier.sent.map(({ chat }) => chat)).toEqual(['1'])
    expect(report).toMatchObject({ sent: 1, failed: 1, pending: 0, reasons: { unsubscribed: 1 } })
  })
})

/** Lets everything else go on for a while. */
async function ticks(): Promise<void> {
  for (let left = 200; left > 0; left--) await setImmediate()
}

describe('what changes meanwhile', () => {
  test('what others freed while it waits for its turn, and we leased anew, is sent once', async () => {
    const store = await openStore('sqlite::memory:')
    let isFreed = false
    const courier = aCourier({
      turn: async () => {
        if (isFreed) return
        isFreed = true
        const hasty = { id: 'hasty', platform: 'telegram' } as const
        const silent = (await store.outbox.others(hasty)).map(({ id }) => id)
        await store.outbox.recover(hasty, { silent, dead: [] }, [])
        while (await store.outbox.isDue('telegram', new Date())) await setImmediate()
        // Whoever else has it in hand is sending it now.
        await ticks()
      },
    })
    const slow = {
      ...courier,
      send: async (...call: Parameters<typeof courier.send>) => {
        const outcome = await courier.send(...call)
        await ticks()
        await ticks()
        return outcome
      },
    }
    await sending(slow, { store })
    expect(courier.sent).toHaveLength(1)
  })

  test('a copy that waits for its turn goes out with the text that was corrected meanwhile', async () => {
    const store = await openStore('sqlite::memory:')
    let changed = false
    const courier = aCourier({
      turn: async () => {
        if (changed) return
        changed = true
        await store.announcements.change(
          '1',
          ['sending'],
          ({ content: before }) => ({
            content: {
              ...before,
              title: { en: 'Other hall' },
              corrected: { en: { version: 2, at: '2026-04-22T09:00:00Z' } },
            },
            version: 2,
          }),
          { act: 'correct', who: 'x', at: new Date() },
        )
      },
    })
    const { report } = await sending(courier, { store })
    expect(courier.sent.map(({ title }) => title)).toEqual(['Other hall'])
    expect(courier.edited).toEqual([])
    expect(report).toMatchObject({ sent: 1, correction: { pending: 0 } })
  })

  test('what waited for room is not sent into a pause that another process was asked for', async () => {
    const store = await openStore('sqlite::memory:')
    let time = Date.now()
    let waited = false
    const courier = aCourier({
      async mayCall() {
        if (waited) return true
        waited = true
        time += 150
        await store.outbox.hold({ platform: 'telegram', until: new Date(time + 300), why: 'asked' })
        return true
      },
    })
    const sentWhenHeld: number[] = []
    const holding = {
      ...courier,
      holdUntil(moment: Date) {
        sentWhenHeld.push(courier.sent.length)
        // Who was about to send has heard of the pause, and whoever looks next: now it may be over.
        if (sentWhenHeld.length === 2) time = moment.getTime()
      },
    }
    const { report } = await sending(holding, { store, now: () => new Date(time) })
    expect(sentWhenHeld.slice(0, 2)).toEqual([0, 0])
    expect(courier.sent).toHaveLength(1)
    expect(report).toMatchObject({ sent: 1, possiblyTwice: 0 })
  })

  test('a cancellation stops what is not begun', async () => {
    const store = await openStore('sqlite::memory:')
    const courier = aCourier({
      turn: async (chat) =>
        void (
          chat === '1' &&
          (await store.announcements.change(
            '1',
            ['sending'],
            { state: 'cancelled' },
            { act: 'cancel', who: 'x', at: new Date() },
          ))
        ),
    })
    const { report } = await sending(courier, { people: ['1', '2', '3'], store })
    expect(courier.sent).toEqual([])
    expect(report).toMatchObject({ state: 'cancelled', failed: 3, pending: 0 })
  })
})

test('the pace is shared with workers who were seen just now, not with one who may have died', async () => {
  const store = await openStore('sqlite::memory:')
  let time = Date.now()
  for (const [id, msAgo] of [
    ['alive', 1000],
    ['silent', 1300],
  ] as const)
    await store.outbox.beat({ id, platform: 'telegram' }, new Date(time - msAgo))
  const courier = aCourier()
  const sharesThen: number[] = []
  const sharing = {
    ...courier,
    share(workers: number) {
      courier.share(workers)
      // By the next time the other one's lease is over.
      time += 300
    },
    send(...call: Parameters<typeof courier.send>) {
      sharesThen.push(...courier.shares)
      return courier.send(...call)
    },
  }
  await sending(sharing, { store, now: () => new Date(time) })
  // It began nothing before the other had heard of it, or its lease was over.
  expect(sharesThen).toEqual([2, 1])
})

test('what another worker was cut off from is repeated, and says nothing of the platform', async () => {
  const people = Array.from({ length: 12 }, (_, nth) => String(nth + 1))
  const noted: Outcome['kind'][] = []
  const { report } = await sending(aCourier(), {
    people,
    note: async (_delivery, { kind }) => void noted.push(kind),
    async begun({ outbox }) {
      const killed = { id: 'killed', platform: 'telegram' } as const
      for (const delivery of await outbox.lease(killed, 12, new Date()))
        await outbox.begin(killed, delivery, new Date())
    },
  })
  expect(report).toMatchObject({ sent: 12, possiblyTwice: 12 })
  expect(noted).toEqual(people.map(() => 'done'))
})

test('what a dead worker left is settled once by two who have nothing else to do', async () => {
  const { promise: bothKnow, resolve } = Promise.withResolvers<void>()
  const written: boolean[] = []
  let told = 0
  /** Nobody settles what was left before both have been told of it. */
  const together = (store: Store): Store['outbox'] => ({
    ...store.outbox,
    async recover(...given) {
      const left = await store.outbox.recover(...given)
      if (left.length > 0 && ++told === 2) resolve()
      return left
    },
    async settle(worker, delivery, ...how) {
      if (!delivery.cutOff) return store.outbox.settle(worker, delivery, ...how)
      await bothKnow
      const isWritten = await store.outbox.settle(worker, delivery, ...how)
      written.push(isWritten)
      return isWritten
    },
  })
  const store = await openStore('sqlite::memory:')
  const courier = aCourier()
  const { report } = await sending(courier, {
    store: { ...store, outbox: together(store) },
    async begun({ outbox }) {
      const killed = { id: 'killed', platform: 'telegram' } as const
      const [delivery] = await outbox.lease(killed, 1, new Date())
      await outbox.begin(killed, delivery!, new Date())
    },
    workers: 2,
  })
  expect(written.filter(Boolean)).toHaveLength(1)
  expect(written).toHaveLength(2)
  expect(courier.sent).toHaveLength(1)
  expect(report).toMatchObject({ sent: 1, possiblyTwice: 1 })
})

test('a fault of a courier is no end: the delivery is taken up again, and in doubt', async () => {
  const courier = aCourier({
    answer: (_sent, nth) => {
      if (nth === 1) throw new TypeError('a fault of ours')
      return undefined
    },
  })
  const { report } = await sending(courier)
  expect(courier.sent).toHaveLength(2)
  expect(report).toMatchObject({ sent: 1, possiblyTwice: 1 })
})
