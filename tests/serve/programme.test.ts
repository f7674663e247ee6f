import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aCommand, aPress as aDiscordPress } from '../support/discord/events.ts'
import { startDiscord, type Discord } from '../support/discord/server.ts'
import { buttonOf, componentsOf, textOf } from '../support/discord/shown.ts'
import { replaceFile } from '../support/editions.ts'
import { startInProcess } from '../support/in-process.ts'
import { aDirectory } from '../support/packs.ts'
import type { Running } from '../support/process.ts'
import { startBotApi, type BotApi, type Shown } from '../support/telegram/server.ts'
import { aMessage, aPress, type Person } from '../support/telegram/updates.ts'

let api: BotApi
let discord: Discord

beforeAll(async () => {
  api = await startBotApi()
  discord = await startDiscord()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await discord[Symbol.asyncDispose]()
})
afterEach(() => expect([...api.violations, ...discord.violations]).toEqual([]))

const pack =
  'topics: false\nid: days\nlanguages: [kk, ru, en]\ntimeZone: UTC\ntitle: { kk: Күндер, ru: Дни, en: Days }\n'
/** Soon enough to wake people, and late enough not to be over: in three and in four hours. */
const [first, second] = [3, 4].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString()) as [
  string,
  string,
]

function aSession(start: string, room: string, status = ''): string {
  return `- id: opening
  type: session
  title: { kk: Ашылу, ru: Открытие, en: Opening }
  start: ${start.slice(0, 16).replace('T', ' ')}
  room: ${room}
  kind: keynote
${status}`
}

function start(directory: string): Running {
  return startInProcess({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    KNOWLEDGE: directory,
    DATABASE_URL: `sqlite:${join(directory, 'jauap.db')}`,
  })
}

async function after(update: object, chat: number): Promise<Shown> {
  const before = api.shown(chat).length
  api.push(update as Record<string, unknown>)
  await api.until(() => api.shown(chat).length > before, `a message in ${chat}`)
  return api.shown(chat).at(-1)!
}

function labels({ keyboard }: Shown): string[] {
  return keyboard.flat().map(({ text }) => text)
}

test('whoever marks a session is told of what becomes of it, while the program runs and between two runs', async () => {
  const directory = aDirectory({ 'pack.yaml': pack, 'sessions.yaml': aSession(first, 'Hall A') })
  const person: Person = { id: 71, language: 'ru' }
  const member = { id: '72', locale: 'en-US' }
  const [was, is] = [first.slice(11, 16), second.slice(11, 16)]
  {
    await using bot = start(directory)
    await bot.said(/commands registered/)
    const shown = await after(aMessage({ from: person, text: 'Когда открытие?' }), person.id)
    expect(labels(shown).slice(0, 4)).toEqual(['☆ В мою программу', '⏰ Напомнить', 'В календарь', 'Google Календарь'])
    api.push(aPress(shown, shown.keyboard[0]![0]!.callback_data!))
    await api.until(() => labels(shown).includes('⏰ ✓'), 'the button ticked')
    expect(labels(shown)[0]).toBe('★ В моей программе ✓')
    const toast = api.calls.findLast(({ method }) => method === 'answerCallbackQuery')!
    expect(toast.payload).toMatchObject({ show_alert: false, text: expect.stringContaining('Напомню') as string })
    const mine = await after(aMessage({ from: person, text: '/my' }), person.id)
    expect(mine.text).toMatch(new RegExp(`^Моя программа\n.+\n1\\. ${was} Открытие – Hall A ⏰\n`))

    const ask = aCommand('ask', member, { question: 'When is the opening?' })
    discord.gateway.dispatch('INTERACTION_CREATE', ask)
    await discord.until(() => discord.answersTo(ask.id).length > 0, 'an answer')
    const press = aDiscordPress(buttonOf(discord.answersTo(ask.id)[0]!, /^☆ To my programme/), member)
    // The message as Discord hands it back with the press.
    const { components, embeds } = discord.answersTo(ask.id)[0]!.content
    Object.assign(press.message as object, { components, embeds })
    discord.gateway.dispatch('INTERACTION_CREATE', press)
    await discord.until(() => discord.answersTo(press.id).length > 1, 'the buttons changed, and what to know')
    const [changed, note] = discord.answersTo(press.id)
    expect(componentsOf(changed!).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['★ In my programme ✓', '⏰ ✓']),
    )
    expect(textOf(note!)).toContain('I will remind you')

    replaceFile(directory, 'sessions.yaml', aSession(second, 'Hall B'))
    await bot.said(/people told of a change/)
    await api.until(() => api.shown(person.id).length > 2, 'the notice')
    const notice = api.shown(person.id).at(-1)!
    expect(notice.text).toContain('Перенесено: Открытие')
    expect(notice.text).toMatch(new RegExp(`${was}, Hall A.*${is}, Hall B`, 's'))
    expect(labels(notice)).toEqual(['Подробнее', '★ Моя программа'])
    await discord.until(() => discord.messagesIn('972').length > 0, 'the notice in private')
    expect(JSON.stringify(discord.messagesIn('972')[0]!.content)).toContain('Moved: Opening')
  }
  replaceFile(directory, 'sessions.yaml', aSession(second, 'Hall B', '  status: cancelled\n'))
  {
    await using bot = start(directory)
    await bot.said(/commands registered/)
    await api.until(() => api.shown(person.id).length > 3, 'the notice of what happened meanwhile')
    expect(api.shown(person.id).at(-1)!.text).toContain('Отменено: Открытие')
    await discord.until(() => discord.messagesIn('972').length > 1, 'the second notice in private')
  }
  // Each once.
  expect(api.shown(person.id)).toHaveLength(4)
  expect(discord.messagesIn('972')).toHaveLength(2)
})
