import { afterAll, beforeAll, expect, test } from 'vitest'
import { buttonData } from '../../../src/bots/button-data.ts'
import { announcementRest } from '../../../src/bots/discord/announcement-rest.ts'
import { discordCourier } from '../../../src/bots/discord/courier.ts'
import { evenPace } from '../../../src/bots/discord/even-pace.ts'
import { entryKeys } from '../../../src/bots/entry-keys.ts'
import type { Copy } from '../../../src/core/mailing/copy.ts'
import { readMarkup } from '../../../src/core/mailing/read-markup.ts'
import { startDiscord, type Discord } from '../../support/discord/server.ts'

let discord: Discord
beforeAll(async () => void (discord = await startDiscord()))
afterAll(() => discord[Symbol.asyncDispose]())

const copy: Copy = {
  sections: [{ language: 'en', title: 'Hall', body: readMarkup('Now B'), note: undefined }],
  attachments: [],
  callEveryone: false,
}

function aCourier() {
  const pace = evenPace({ even: 40, most: 41 }, new AbortController().signal)
  return discordCourier({
    rest: announcementRest(discord.token, discord.root, pace),
    data: buttonData(entryKeys(() => [])),
    attachment: () => Promise.resolve(undefined),
    pace,
    failed: () => {},
  })
}

const destination = {
  id: 1,
  platform: 'discord',
  kind: 'channel',
  chat: '500',
  thread: '',
  route: undefined,
  publishes: false,
} as const

test.for([true, false])('a wait that is asked for is as long as Discord says, for everything: %s', async (global) => {
  const headers = { 'retry-after': '7', ...(global ? { 'x-ratelimit-global': 'true' } : {}) }
  const body = { message: 'You are being rate limited.', retry_after: 7, global }
  discord.fault = () => ({ status: 429, headers, body })
  const courier = aCourier()
  const [part] = courier.dress(copy)
  const outcome = await courier.send({ destination, parts: [part!], silent: false, key: 'j0.0', replyTo: undefined })
  discord.fault = () => undefined
  expect(outcome).toMatchObject({ kind: 'later', everywhere: global })
  expect(outcome.kind === 'later' && outcome.seconds).toBeGreaterThanOrEqual(7)
})

test('a message replies to a message, also if that is gone, and loud', async () => {
  const before = discord.calls.length
  const courier = aCourier()
  const [part] = courier.dress(copy)
  const outcome = await courier.send({ destination, parts: [part!], silent: false, key: 'j1.0', replyTo: '55' })
  expect(outcome.kind).toBe('done')
  const first = discord.calls[before]
  expect(first!.body).toMatchObject({
    message_reference: { message_id: '55', fail_if_not_exists: false },
    allowed_mentions: { parse: [] },
    nonce: 'j1.0',
  })
  expect(first!.body).not.toHaveProperty('flags')
  await courier.send({ destination, parts: [part!], silent: true, key: 'j1.1', replyTo: undefined })
  expect(discord.calls.at(-1)!.body).not.toHaveProperty('message_reference')
  expect(discord.violations).toEqual([])
})
