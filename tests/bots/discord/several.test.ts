import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { policyOf } from '../../../src/core/announcements/announcement.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { aPostgresDatabase } from '../../support/databases.ts'
import { aCommand, aMessage, aModal, aPress, type Asker } from '../../support/discord/events.ts'
import { buttonOf, textOf } from '../../support/discord/shown.ts'
import { application, startDiscord, type Body, type Discord, type Shown } from '../../support/discord/server.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory } from '../../support/packs.ts'
import type { Running } from '../../support/process.ts'

let discord: Discord

beforeEach(async () => {
  discord = await startDiscord()
})

afterEach(async () => {
  expect(discord.violations).toEqual([])
  await discord[Symbol.asyncDispose]()
})

async function started(url: string): Promise<Running> {
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DATABASE_URL: url,
    ORGANIZERS: 'discord:99',
  }
  const bot = startInProcess(env)
  onTestFinished(() => bot[Symbol.asyncDispose]())
  await bot.said(/commands registered/)
  return bot
}

const organizer: Asker = { id: '99', locale: 'en-US' }

async function answered(interaction: Body & { id: string }): Promise<Shown> {
  discord.gateway.dispatch('INTERACTION_CREATE', interaction)
  await discord.until(() => discord.answersTo(interaction.id).length > 0, 'an answer to the interaction')
  return discord.answersTo(interaction.id)[0]!
}

function callsFor({ id }: { id: string }): number {
  return discord.calls.filter(({ path }) => path.includes(id)).length
}

describe.for([
  { engine: 'SQLite', newUrl: () => Promise.resolve(`sqlite:${join(aDirectory({}), 'jauap.db')}`) },
  { engine: 'PostgreSQL', newUrl: aPostgresDatabase },
])('of two processes on one $engine', ({ newUrl }) => {
  test('one does what an organizer writes and presses, and says what it did', async () => {
    const url = await newUrl()
    const both = [await started(url), await started(url)]
    await using store = await openStore(url)
    const draft = await answered(aModal('announce:', { en: 'Hall changed\nNow B' }, organizer))
    let page = draft
    for (const label of [/Make it urgent/, /Make it routine/, /Make it urgent/]) {
      const press = aPress(buttonOf(page, label), organizer, { inPrivate: true, ephemeral: false })
      page = await answered(press)
      expect(callsFor(press)).toBe(1)
    }
    expect(textOf(page)).toContain('Urgent')
    const [announcement, ...more] = await store.announcements.list(10)
    expect([announcement!.urgency, more.length]).toEqual(['urgent', 0])
    for (const bot of both) expect(bot.output()).not.toContain('not answered')
  }, 30_000)

  test('one goes on where the other stops, and everything is answered once', async () => {
    const url = await newUrl()
    const old = await started(url)
    const ask = (): Body & { id: string } => {
      const asked = aCommand('ask', { id: '1', locale: 'en-US' }, { question: 'When is the summit?' })
      discord.gateway.dispatch('INTERACTION_CREATE', asked)
      return asked
    }
    const before = [ask(), ask()]
    await started(url)
    const overlapping = [ask(), ask(), ask()]
    await discord.until(() => overlapping.some(({ id }) => discord.answersTo(id).length > 0), 'some are answered')
    const ended = old.end()
    const after = [ask(), ask()]
    await ended
    const all = [...before, ...overlapping, ...after, ask()]
    await discord.until(() => all.every(({ id }) => discord.answersTo(id).length > 0), 'all are answered')
    expect(all.map(callsFor)).toEqual(all.map(() => 1))
  }, 30_000)

  test('one takes what an organizer writes in private, and answers a mention', async () => {
    const url = await newUrl()
    await started(url)
    await started(url)
    await using store = await openStore(url)
    // What a form can't hold is asked for in words.
    const content = { title: { en: 'Hall changed' }, body: { en: 'B '.repeat(2500) } }
    const draft = { policy: policyOf('urgent'), content, audience: {}, fallback: 'en', author: 'x' } as const
    const { id } = await store.announcements.create({ ...draft, sendAt: undefined, notAfter: undefined }, new Date())
    const asked = aPress(`aen:write.${id}.en`, organizer, { inPrivate: true, ephemeral: false })
    expect(textOf(await answered(asked))).toContain('English')
    const replies = (message: Body): number =>
      discord.calls.filter(
        ({ body }) => (body.message_reference as { message_id?: string } | undefined)?.message_id === message.id,
      ).length
    const written = aMessage(organizer, 'Hall changed again\nNow B', { inPrivate: true })
    discord.gateway.dispatch('MESSAGE_CREATE', written)
    await discord.until(() => replies(written) > 0, 'what was written is taken')
    const mention = aMessage({ id: '5' }, `<@${application}> When is the summit?`, { mentions: [application] })
    discord.gateway.dispatch('MESSAGE_CREATE', mention)
    await discord.until(() => replies(mention) > 0, 'the mention is answered')
    const last = aMessage({ id: '5' }, `<@${application}> thanks`, { mentions: [application] })
    discord.gateway.dispatch('MESSAGE_CREATE', last)
    await discord.until(() => replies(last) > 0, 'the last one is answered')
    expect([replies(written), replies(mention)]).toEqual([1, 1])
    const announcements = await store.announcements.list(10)
    expect(announcements.map(({ content: { body } }) => body)).toEqual([{ en: 'Now B' }])
  }, 30_000)
})
