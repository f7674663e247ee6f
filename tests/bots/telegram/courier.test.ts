import { Api } from 'grammy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { telegramCourier } from '../../../src/bots/telegram/courier.ts'
import { createPace } from '../../../src/bots/telegram/pace.ts'
import type { Copy } from '../../../src/core/mailing/copy.ts'
import { readMarkup } from '../../../src/core/mailing/read-markup.ts'
import { startBotApi } from '../../support/telegram/server.ts'

let api: Awaited<ReturnType<typeof startBotApi>>
beforeAll(async () => void (api = await startBotApi()))
afterAll(() => api[Symbol.asyncDispose]())

const copy: Copy = {
  sections: [{ language: 'en', title: 'Hall', body: readMarkup('Now B'), note: undefined }],
  attachments: [],
  callEveryone: false,
}

test('a message goes into its thread and replies to a message, also if that is gone, and loud', async () => {
  const never = new AbortController().signal
  const client = new Api(api.token, { apiRoot: api.root })
  const courier = telegramCourier({
    api: client,
    uploads: client,
    pace: createPace(never, never, () => Date.now()),
    keyboards: () => [],
    attachment: () => Promise.resolve(undefined),
    failed: () => {},
    now: () => new Date(),
  })
  const destination = {
    id: 1,
    platform: 'telegram',
    kind: 'group',
    chat: '-100500',
    thread: '8',
    route: undefined,
    publishes: false,
  } as const
  const [part] = courier.dress(copy)
  const outcome = await courier.send({ destination, parts: [part!], silent: false, key: 'j1.0', replyTo: '55' })
  expect(outcome.kind).toBe('done')
  expect(api.calls.at(-1)).toMatchObject({
    method: 'sendMessage',
    payload: {
      chat_id: -100500,
      message_thread_id: 8,
      reply_parameters: { message_id: 55, allow_sending_without_reply: true },
      disable_notification: false,
    },
  })
  await courier.send({
    destination: { ...destination, thread: '' },
    parts: [part!],
    silent: true,
    key: 'j1.1',
    replyTo: undefined,
  })
  expect(api.calls.at(-1)?.payload).not.toHaveProperty('reply_parameters')
  expect(api.violations).toEqual([])
})

test('a rest is reckoned by the clock of whoever asks for it', () => {
  const never = new AbortController().signal
  const client = new Api(api.token, { apiRoot: api.root })
  const now = new Date('2026-04-22T09:00:00Z')
  const rests: number[] = []
  const courier = telegramCourier({
    api: client,
    uploads: client,
    pace: { ...createPace(never, never), holdBulk: (ms) => rests.push(ms) },
    keyboards: () => [],
    attachment: () => Promise.resolve(undefined),
    failed: () => {},
    now: () => now,
  })
  courier.holdUntil(new Date('2026-04-22T09:00:30Z'))
  expect(rests).toEqual([30_000])
})
