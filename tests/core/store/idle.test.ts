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
import type { Platform } from '../../../src/core/people/people.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { aDirectory } from '../../support/packs.ts'

/** Only time shows how often the store is asked. */
const idleSeconds = 4

function aCourier(platform: Platform, onSent: (chat: string) => void): Courier<string> {
  return {
    platform,
    recognisesForMs: 0,
    dress: () => ['text'],
    reserve: () => Promise.resolve(() => {}),
    turn: () => Promise.resolve(),
    isHeld: () => false,
    send({ destination: { chat } }) {
      onSent(chat)
      return Promise.resolve({ kind: 'done', message: '1' })
    },
    edit: ({ id }) => Promise.resolve({ kind: 'done', message: id }),
    remove: ({ id }) => Promise.resolve({ kind: 'done', message: id }),
    share: () => {},
    holdUntil: () => {},
  }
}

function aVoice(platform: Platform, onSaid: (person: string) => void): Voice {
  return {
    platform,
    say(person) {
      onSaid(person)
      return Promise.resolve({ chat: person, message: '1' })
    },
    change: () => Promise.resolve('changed'),
  }
}

test('an idle program asks the store once a second at most, and begins to send what another writes', async () => {
  const url = `sqlite:${join(aDirectory({}), `${randomUUID()}.db`)}`
  let statements: string[] = []
  await using store = await openStore(url, (statement) => statements.push(statement))
  const sent = Promise.withResolvers<string>()
  const said = Promise.withResolvers<string>()
  const stopping = new AbortController()
  const shared = { now: () => new Date(), log: pino({ level: 'silent' }) }
  await store.destinations.subscribe(
    { platform: 'discord', kind: 'channel', chat: '500', hint: 'en' },
    'active',
    new Date(),
  )
  const mailing = {
    origin: 'reminder',
    policy: { ...policyOf('urgent'), late: 'drop' } as const,
    content: { title: { en: 'Hall' }, body: {} },
    fallback: 'en' as const,
    notAfter: undefined,
    author: 'discord:9',
  }
  const tomorrow = new Date(Date.now() + 86_400_000)
  await store.mailings.enqueue('tomorrow', { ...mailing, startAt: tomorrow }, { destination: 1 }, new Date())
  await using engine = startMailings({
    ...store,
    ...shared,
    notifier: notifierFor({ telegram: ['9'], discord: ['9'] }),
    uncertain: 'repeat',
    timeZone: () => 'Asia/Almaty',
    onSettled: () => {},
  })
  const page = { language: 'en', lines: [], buttons: [] } as const
  const running = (['telegram', 'discord'] as const).flatMap((platform) => [
    engine.deliver(aCourier(platform, sent.resolve), stopping.signal),
    reportProgress({
      ...store,
      ...shared,
      organizersChat: { pageFor: () => Promise.resolve(page) },
      voice: aVoice(platform, said.resolve),
      pulse: engine.pulse,
      stopping: stopping.signal,
    }),
  ])
  statements = []
  await pause(idleSeconds * 1000)
  expect(statements.length).toBeGreaterThanOrEqual(idleSeconds - 1)
  expect(statements.length).toBeLessThanOrEqual(idleSeconds + 1)
  expect(statements.filter((statement) => !statement.startsWith('select'))).toEqual([])
  // As the terminal does it, in a process of its own.
  await using other = await openStore(url)
  await other.mailings.enqueue('now', { ...mailing, startAt: new Date() }, { destination: 1 }, new Date())
  expect(await sent.promise).toBe('500')
  expect(await said.promise).toBe('9')
  stopping.abort()
  await Promise.all(running)
})
