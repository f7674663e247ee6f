import { setImmediate } from 'node:timers/promises'
import { Api, Bot } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { albumGate } from '../../../src/bots/telegram/album-gate.ts'
import { visitorOf, type Ctx } from '../../../src/bots/telegram/context.ts'
import { personGate } from '../../../src/bots/telegram/person-gate.ts'
import { notePage } from '../../../src/core/pages/note-page.ts'
import { aFile, aMessage, theBot } from '../../support/telegram/updates.ts'
import type { Payload } from '../../support/telegram/server.ts'

/** The gates before a handler that keeps what comes to it until it is released. */
function gates() {
  const stopping = new AbortController()
  const [handled, left]: [number[], number[]] = [[], []]
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const bot = new Bot<Ctx>('1:x', { botInfo: theBot() as unknown as UserFromGetMe })
  // Nobody listens there: the notice that somebody is too fast fails, and stops nothing.
  const api = new Api('1:x', { apiRoot: 'http://127.0.0.1:9' })
  bot.use((ctx, next) => {
    ctx.visitor = visitorOf(ctx, new Date())!
    return next()
  })
  bot.use(
    albumGate(),
    personGate({
      desk: { open: () => Promise.resolve(notePage('en', 'Too fast')) },
      inbox: { settle: ({ update_id: id }) => Promise.resolve(void left.push(id)) },
      api,
      stopping: stopping.signal,
      log: pino({ level: 'silent' }),
    }),
    async (ctx) => {
      handled.push(ctx.update.update_id)
      await released
    },
  )
  let last = 0
  const waiting: Promise<unknown>[] = []
  return {
    handled,
    left,
    push: (payload: Payload): number => {
      const update = { ...payload, update_id: ++last } as unknown as Update
      waiting.push(bot.handleUpdate(update).catch(() => {}))
      return last
    },
    end: async (): Promise<void> => {
      release()
      stopping.abort()
      await Promise.all(waiting)
    },
  }
}

/** One of the pictures of an album. */
function ofAlbum(): Payload {
  return aFile('photo', { from: { id: 7 }, media_group_id: 'A' })
}

test('an album is one act: all of it is handled, and counts once', async () => {
  const { handled, push, end } = gates()
  const album = Array.from({ length: 10 }, () => push(ofAlbum()))
  const others = Array.from({ length: 29 }, () => push(aMessage({ text: 'hi' })))
  await expect.poll(() => handled, { timeout: 10_000 }).toEqual([...album, ...others])
  await end()
})

test('nothing of an album is handled whose first message came too fast', async () => {
  const { handled, left, push, end } = gates()
  const before = Array.from({ length: 50 }, () => push(aMessage({ text: 'hi' })))
  const album = Array.from({ length: 3 }, () => push(ofAlbum()))
  await expect.poll(() => left, { timeout: 10_000 }).toEqual(album)
  await expect.poll(() => handled, { timeout: 10_000 }).toEqual(before.slice(0, 30))
  await end()
})

test('no message of an album goes before its first, which waits for its turn', async () => {
  const { handled, push, end } = gates()
  const before = Array.from({ length: 30 }, () => push(aMessage({ text: 'hi' })))
  for (let nth = 0; nth < 3; nth++) push(ofAlbum())
  await expect.poll(() => handled, { timeout: 10_000 }).toEqual(before)
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  expect(handled).toEqual(before)
  await end()
})
