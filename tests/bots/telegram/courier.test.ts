import { Api } from 'grammy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { telegramCourier } from '../../../src/bots/telegram/courier.ts'
import { createPace } from '../../../src/bots/telegram/pace.ts'
import { mayPass } from '../../../src/core/mailing/reason.ts'
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

const never = new AbortController().signal
const group = {
  id: 1,
  platform: 'telegram',
  kind: 'group',
  chat: '-100500',
  thread: '8',
  route: undefined,
  publishes: false,
} as const

function aCourier(changes: Partial<Parameters<typeof telegramCourier>[0]> = {}) {
  const client = new Api(api.token, { apiRoot: api.root })
  return telegramCourier({
    api: client,
    uploads: client,
    pace: createPace(never, never, () => Date.now()),
    keyboards: () => [],
    attachment: () => Promise.resolve(undefined),
    failed: () => {},
    now: () => new Date(),
    ...changes,
  })
}

test('a message goes into its thread and replies to a message, also if that is gone, and loud', async () => {
  const courier = aCourier()
  const [part] = courier.dress(copy)
  const outcome = await courier.send({ destination: group, parts: [part!], silent: false, key: 'j1.0', replyTo: '55' })
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
    destination: { ...group, thread: '' },
    parts: [part!],
    silent: true,
    key: 'j1.1',
    replyTo: undefined,
  })
  expect(api.calls.at(-1)?.payload).not.toHaveProperty('reply_parameters')
  expect(api.violations).toEqual([])
})

test('a rest is reckoned by the clock of whoever asks for it', () => {
  const now = new Date('2026-04-22T09:00:00Z')
  const rests: number[] = []
  const courier = aCourier({ pace: { ...createPace(never, never), holdBulk: (ms) => rests.push(ms) }, now: () => now })
  courier.holdUntil(new Date('2026-04-22T09:00:30Z'))
  expect(rests).toEqual([30_000])
})

test.for([
  { description: 'Bad Request: TOPIC_CLOSED', kind: 'refused', reason: 'topicClosed' },
  { description: 'Bad Request: TOPIC_DELETED', kind: 'gone', reason: 'deleted' },
  { description: 'Bad Request: CHAT_WRITE_FORBIDDEN', kind: 'refused', reason: 'mayNotPost' },
])('$description is $reason, and $kind', async ({ description, kind, reason }) => {
  api.fault = () => ({ status: 400, description })
  const courier = aCourier()
  const [part] = courier.dress(copy)
  const outcome = await courier.send({
    destination: group,
    parts: [part!],
    silent: false,
    key: 'k',
    replyTo: undefined,
  })
  expect(outcome).toEqual({ kind, reason: `${reason}: ${description}` })
  expect(mayPass(`${reason}: ${description}`)).toBe(kind === 'refused')
})
