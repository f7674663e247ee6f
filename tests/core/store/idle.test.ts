import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { policyOf } from '../../../src/core/announcements/announcement.ts'
import type { Courier } from '../../../src/core/mailing/courier.ts'
import { startMailings } from '../../../src/core/mailing/engine.ts'
import { notifierFor } from '../../../src/core/mailing/notices.ts'
import { reportProgress, type Voice } from '../../../src/core/organizers/progress.ts'
import { openWatchedPages } from '../../../src/core/organizers/watched-pages.ts'
import type { Platform } from '../../../src/core/people/people.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { aDirectory } from '../../support/packs.ts'
import { enqueue } from '../../support/enqueue.ts'

/** Only time shows how often the store is asked. */
const idleSeconds = 4

function aCourier(platform: Platform, onSent: (chat: string) => void): Courier<string> {
  return {
    platform,
    recognisesForMs: 0,
    dress: () => ['text'],
    together: () => 1,
    reserve: () => Promise.resolve(() => {}),
    turn: () => Promise.resolve(),
    mayCall: () => Promise.resolve(true),
    send({ destination: { chat } }) {
      onSent(chat)
      return Promise.resolve({ kind: 'done', messages: ['1'] })
    },
    edit: ({ id }) => Promise.resolve({ kind: 'done', messages: [id] }),
    remove: ({ id }) => Promise.resolve({ kind: 'done', messages: [id] }),
    share: () => {},
    holdUntil: () => {},
  }
}

function aVoice(platform: Platform, onSaid: (person: string) => void, onShown: () => void): Voice {
  return {
    platform,
    say(person) {
      onSaid(person)
      return Promise.resolve({ chat: person, message: '1' })
    },
    change() {
      onShown()
      return Promise.resolve('changed')
    },
  }
}

type Program = AsyncDisposable & {
  store: Store
  /** The chat to which something was sent first, the person who was told something first, the first page shown anew. */
  sent: Promise<string>
  said: Promise<string>
  shown: Promise<void>
  /** What the store was asked since it was last forgotten. */
  statements: string[]
}

/** Sends and reports on both platforms. `startedAt`: the moment it counts from. */
async function aProgram(url: string, startedAt = new Date()): Promise<Program> {
  const statements: string[] = []
  const store = await openStore(url, (statement) => statements.push(statement))
  const [sent, said, shown] = [
    Promise.withResolvers<string>(),
    Promise.withResolvers<string>(),
    Promise.withResolvers<void>(),
  ]
  const stopping = new AbortController()
  const ahead = startedAt.getTime() - Date.now()
  const shared = { now: () => new Date(Date.now() + ahead), log: pino({ level: 'silent' }) }
  const engine = startMailings({
    ...store,
    ...shared,
    notifier: notifierFor({ telegram: ['9'], discord: ['9'] }),
    uncertain: 'repeat',
    timeZone: () => 'Asia/Almaty',
    eventName: () => 'RES 2026',
    onSettled: () => {},
  })
  const page = { language: 'en', lines: [], buttons: [] } as const
  const running = (['telegram', 'discord'] as const).flatMap((platform) => [
    engine.deliver(aCourier(platform, sent.resolve), stopping.signal),
    reportProgress({
      ...store,
      ...shared,
      watches: openWatchedPages(store.watches),
      organizersChat: { pageFor: () => Promise.resolve(page) },
      voice: aVoice(platform, said.resolve, shown.resolve),
      pulse: engine.pulse,
      stopping: stopping.signal,
    }),
  ])
  return {
    store,
    statements,
    sent: sent.promise,
    said: said.promise,
    shown: shown.promise,
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await Promise.all(running)
      await engine[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

/** What the store is asked while nothing happens. */
async function idling({ statements }: Program): Promise<string[]> {
  statements.length = 0
  await pause(idleSeconds * 1000)
  return [...statements]
}

const subscription = { platform: 'discord', kind: 'channel', chat: '500', hint: 'en' } as const

const mailing = {
  origin: 'reminder',
  askedFor: true,
  policy: { ...policyOf('urgent'), late: 'drop' } as const,
  content: { title: { en: 'Hall' }, body: {} },
  fallback: 'en' as const,
  notAfter: undefined,
  author: 'discord:9',
}

function aDatabase(): string {
  return `sqlite:${join(aDirectory({}), `${randomUUID()}.db`)}`
}

test('an idle program asks the store once a second at most, and begins to send what another writes', async () => {
  const url = aDatabase()
  await using program = await aProgram(url)
  const { store, sent, said } = program
  await store.destinations.subscribe(subscription, 'active', new Date())
  const tomorrow = new Date(Date.now() + 86_400_000)
  await enqueue(store, 'tomorrow', { ...mailing, startAt: tomorrow }, { destination: 1 }, new Date())
  const statements = await idling(program)
  expect(statements.length).toBeGreaterThanOrEqual(idleSeconds - 1)
  expect(statements.length).toBeLessThanOrEqual(idleSeconds + 1)
  expect(statements.filter((statement) => !statement.startsWith('select'))).toEqual([])
  // As the terminal does it, in a process of its own.
  await using other = await openStore(url)
  await enqueue(other, 'now', { ...mailing, startAt: new Date() }, { destination: 1 }, new Date())
  expect(await sent).toBe('500')
  expect(await said).toBe('9')
})

test('no more while a mailing waits for the morning, and organizers watch one that is scheduled', async () => {
  const night = new Date('2026-04-22T18:00:00Z')
  await using program = await aProgram(aDatabase(), night)
  const { store, shown } = program
  await store.destinations.subscribe(subscription, 'active', night)
  const routine = { ...mailing, policy: policyOf('routine'), startAt: night }
  await enqueue(store, 'waits', routine, { destination: 1 }, night)
  const { id } = await store.announcements.create({ ...mailing, audience: {}, sendAt: undefined }, night)
  const tomorrow = new Date(night.getTime() + 86_400_000)
  const act = { act: 'schedule', who: 'discord:9', at: night } as const
  await store.announcements.change(id, ['draft'], { state: 'scheduled', startAt: tomorrow }, act)
  await store.watches.watch({ announcement: id, platform: 'discord', person: '9', chat: '9', message: '1' })
  await shown
  const statements = await idling(program)
  expect(statements.length).toBeLessThanOrEqual(idleSeconds + 1)
  expect(statements.filter((statement) => !statement.startsWith('select'))).toEqual([])
})
