import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { besideProgram, type Beside } from '../../support/announce.ts'
import { aChannelCommand, aCommand, aPress, everything, manager, type Asker } from '../../support/discord/events.ts'
import { buttonOf, componentsOf, textOf } from '../../support/discord/shown.ts'
import { startDiscord, type Body, type Discord, type Shown } from '../../support/discord/server.ts'
import { startInProcess } from '../../support/in-process.ts'
import type { Running } from '../../support/process.ts'

const directory = mkdtempSync(join(tmpdir(), 'jauap-subscriptions-'))
let discord: Discord
let bot: Running
let beside: Beside
let lastPerson = 60_000
let subscribed = 0

beforeAll(async () => {
  discord = await startDiscord()
  const url = `sqlite:${join(directory, 'jauap.db')}`
  bot = startInProcess({ DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.root, DATABASE_URL: url })
  beside = besideProgram(url)
  await bot.said(/"connected"/)
})

afterAll(async () => {
  await beside[Symbol.asyncDispose]()
  await bot[Symbol.asyncDispose]()
  await discord[Symbol.asyncDispose]()
  rmSync(directory, { recursive: true })
})

afterEach(() => {
  discord.fault = () => undefined
  expect(discord.violations).toEqual([])
})

function aPerson(locale = 'en-US', permissions = 0n): Asker {
  return { id: String(++lastPerson), locale, permissions }
}

async function answered(interaction: Body & { id: string }): Promise<Shown> {
  discord.gateway.dispatch('INTERACTION_CREATE', interaction)
  await discord.until(() => discord.answersTo(interaction.id).length > 0, 'an answer to the interaction')
  return discord.answersTo(interaction.id)[0]!
}

const view = 1n << 10n
const send = 1n << 11n
const sendInThreads = 1n << 38n

describe('a channel', () => {
  test.for([
    { what: 'it is hidden', rights: 0n, says: /View Channel, Send Messages\./ },
    { what: 'nothing may be sent', rights: view, says: /: Send Messages\./ },
    { what: 'nothing may be sent in threads', rights: view | send, type: 11, says: /: Send Messages in Threads\./ },
    { what: 'it is a forum', rights: everything, type: 15, says: /kind/ },
    { what: 'nothing may be sent, in Russian', rights: view, locale: 'ru', says: /: «Отправлять сообщения»/ },
  ])('is not subscribed where $what, and what to do is said', async ({ rights, type = 0, locale, says }) => {
    const shown = await answered(
      aChannelCommand('subscribe', aPerson(locale, manager), { channel: '700', type, rights }),
    )
    expect(textOf(shown)).toMatch(says)
    await beside.audienceIs(subscribed)
  })

  test('is subscribed without what is merely useful, which is said', async () => {
    const rights = view | send
    const shown = await answered(aChannelCommand('subscribe', aPerson('en-US', manager), { channel: '701', rights }))
    expect(textOf(shown)).toMatch(/posted here from now on[^]*Embed Links, Attach Files/)
    await beside.audienceIs(++subscribed)
  })

  test('of which a thread is another, is subscribed', async () => {
    const rights = everything & ~send
    expect(rights & sendInThreads).toBe(sendInThreads)
    const thread = { channel: '702', type: 11, rights }
    const shown = await answered(aChannelCommand('subscribe', aPerson('en-US', manager), thread))
    expect(textOf(shown)).toContain('posted here from now on')
    await beside.audienceIs(++subscribed)
  })
})

describe('a person in a server', () => {
  test('is written to at once, so that nothing has to be opened when an announcement comes', async () => {
    const person = aPerson()
    const shown = await answered(aCommand('subscribe', person))
    expect(textOf(shown)).toContain('I have just written to you in private')
    const [greeting] = discord.messagesIn(`9${person.id}`)
    expect(textOf(greeting!)).toContain('You will get the organizers')
    await beside.audienceIs(++subscribed)
    const opened = discord.calls.filter(({ request }) => request === 'post /users/@me/channels').length
    await beside.reached(await beside.send())
    expect(discord.messagesIn(`9${person.id}`)).toHaveLength(2)
    expect(discord.calls.filter(({ request }) => request === 'post /users/@me/channels')).toHaveLength(opened)
  })

  test.for(['by the command', 'by a button'])('whose messages are closed is told so (%s)', async (how) => {
    const person = aPerson('ru')
    discord.fault = (request) =>
      request === 'post /channels/{channel_id}/messages'
        ? { status: 403, body: { message: 'Cannot send messages to this user', code: 50_007 } }
        : undefined
    const shown = await answered(how === 'by a button' ? aPress('nru:', person) : aCommand('subscribe', person))
    expect(textOf(shown)).toContain('личные сообщения закрыты')
    await beside.audienceIs(subscribed)
  })
})

describe('/subscribe says where', () => {
  test('somebody who manages the server gets announcements in private', async () => {
    const person = aPerson('en-US', manager)
    await answered(aChannelCommand('subscribe', person, { where: 'me', channel: '703' }))
    expect(discord.messagesIn(`9${person.id}`)).toHaveLength(1)
    await beside.audienceIs(++subscribed)
    const ended = await answered(aChannelCommand('unsubscribe', person, { where: 'me', channel: '703' }))
    expect(buttonOf(ended, /Get announcements/)).toBeDefined()
    await beside.audienceIs(--subscribed)
  })

  test('a member can’t have a channel subscribed, and is told who can', async () => {
    const shown = await answered(aChannelCommand('subscribe', aPerson(), { where: 'channel', channel: '704' }))
    expect(textOf(shown)).toContain('Only administrators')
    await beside.audienceIs(subscribed)
  })
})

describe('topics', () => {
  test('are ticked in private and in a channel, and say why an announcement came', async () => {
    const topic = await beside.topic({ kk: 'Көлік', ru: 'Транспорт', en: 'Transport' })
    await beside.topic({ en: 'Press' })
    const person = aPerson('ru')
    await answered(aCommand('subscribe', person))
    const [page] = discord.messagesIn(`9${person.id}`)
    const ticked = await answered(aPress(buttonOf(page!, /Транспорт/), person, { inPrivate: true, ephemeral: false }))
    expect(textOf(ticked)).toContain('То, что для всех, и темы: Транспорт.')
    expect(buttonOf(ticked, /✓ Транспорт/)).toBeDefined()
    const admin = aPerson('en-US', manager)
    const here = await answered(aChannelCommand('subscribe', admin, { channel: '705', topics: 'press' }))
    expect(textOf(here)).toContain('What is for everyone, and: Press.')
    expect(componentsOf(here).map(({ label }) => label)).toEqual([
      'Everything',
      'Transport',
      '✓ Press',
      'Қазақша',
      'Русский',
      '✓ English',
      'All languages in one post',
    ])
    subscribed += 2
    await beside.audienceIs(subscribed)
    await beside.reached(await beside.send({ audience: { topics: [topic] } }))
    expect(String(discord.messagesIn(`9${person.id}`).at(-1)!.content.content)).toContain(
      '-# От организаторов: Малый саммит. Ваши темы: Транспорт · /unsubscribe',
    )
    expect(discord.messagesIn('705')).toEqual([])
  })
})
