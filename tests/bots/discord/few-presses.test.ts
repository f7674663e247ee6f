import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { besideProgram, type Beside } from '../../support/announce.ts'
import {
  aChannelCommand,
  aCommand,
  aMenuModal,
  aModal,
  aPress,
  manager,
  type Asker,
} from '../../support/discord/events.ts'
import { buttonOf, componentsOf, textOf } from '../../support/discord/shown.ts'
import { startDiscord, type Body, type Discord, type Shown } from '../../support/discord/server.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory } from '../../support/packs.ts'
import type { Running } from '../../support/process.ts'

const organizer: Asker = { id: '99', locale: 'en-US' }
const hall = { kk: 'Зал ауысты\nB', ru: 'Зал изменён\nB', en: 'Hall changed\nNow B' }

let discord: Discord
let beside: Beside
let ahead: number
let presses: number

beforeAll(async () => {
  discord = await startDiscord()
})

afterAll(() => discord[Symbol.asyncDispose]())

afterEach(() => expect(discord.violations).toEqual([]))

/** At noon of the venue, when nothing waits for the morning. */
async function started(): Promise<Running> {
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    ORGANIZERS: 'discord:99',
    DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}`,
  }
  const behind = Date.now() - Date.parse('2026-03-02T07:00:00Z')
  ahead = 0
  presses = 0
  const clock = (): Date => new Date(Date.now() - behind + ahead)
  const bot = startInProcess(env, clock)
  beside = besideProgram(env.DATABASE_URL, clock)
  onTestFinished(beside[Symbol.asyncDispose])
  await bot.said(/"connected"/)
  return bot
}

async function answered(interaction: Body & { id: string }): Promise<Shown> {
  discord.gateway.dispatch('INTERACTION_CREATE', interaction)
  await discord.until(() => discord.answersTo(interaction.id).length > 0, 'an answer to the interaction')
  return discord.answersTo(interaction.id)[0]!
}

function pressed(shown: Shown, label: RegExp): Promise<Shown> {
  presses++
  return answered(aPress(buttonOf(shown, label), organizer, { inPrivate: true, ephemeral: false }))
}

/** Submits the form that is shown. */
function submitted({ content }: Shown, texts: Readonly<Record<string, string>>): Promise<Shown> {
  expect(content.type).toBe(9)
  return answered(aModal(String(content.custom_id), texts, organizer))
}

async function readers(): Promise<void> {
  await answered(aChannelCommand('subscribe', { id: '5', permissions: manager }))
  await answered(aCommand('subscribe', { id: '6', locale: 'ru' }, { inPrivate: true }))
}

function contents(channel: string): string[] {
  return discord.messagesIn(channel).map(({ content }) => (content.content ?? '') as string)
}

describe('organizers', () => {
  test('send with a form and no more than two presses, and correct what they sent with a form and two', async () => {
    await using _bot = await started()
    await readers()
    const draft = await submitted(await answered(aCommand('announce', organizer, { inPrivate: true })), hall)
    const waiting = await pressed(draft, /^Send to 2/)
    expect(textOf(waiting)).toMatch(/Starts in \d+ seconds/)
    expect(buttonOf(waiting, /^Cancel/)).toBeDefined()
    ahead += 31_000
    await beside.reached('1')
    expect(contents('96').at(-1)).toContain('**Зал изменён**')
    expect(presses).toBeLessThanOrEqual(2)

    presses = 0
    const report = await answered(aPress('aen:open.1', organizer, { inPrivate: true, ephemeral: false }))
    const asked = await submitted(await pressed(report, /^Correct$/), { ...hall, ru: 'Зал изменён\nТеперь **D**' })
    // As its readers will get it, and nothing that stays as it was.
    expect(textOf(asked)).toMatch(/\(Русский\)\? Sent to: 1[^]*Теперь \*\*D\*\*/)
    await pressed(asked, /^Correct and tell 1/)
    await discord.until(() => contents('96').some((text) => text.includes('Исправлено: Зал изменён')), 'told')
    expect(contents('96').find((text) => text.startsWith('**Зал изменён**'))).toContain('Теперь **D**')
    expect(presses).toBe(2)
  })

  test('correct nothing by a form that they leave as it is', async () => {
    await using _bot = await started()
    await readers()
    await beside.reached(await beside.send())
    const report = await answered(aPress('aen:open.1', organizer, { inPrivate: true, ephemeral: false }))
    const form = await pressed(report, /^Correct$/)
    const fields = (form.content.components as { components: { custom_id: string; value: string }[] }[]).flatMap(
      ({ components }) => components.map(({ custom_id: language, value }) => [language, value] as const),
    )
    expect(textOf(await submitted(form, Object.fromEntries(fields)))).toContain('Nothing was changed')
  })

  test('let sending rest before a correction is written', async () => {
    await using _bot = await started()
    const people = await beside.subscribe('discord', 120)
    const sent = (): number => people.filter((chat) => contents(chat).length > 0).length
    const id = await beside.send()
    await discord.until(() => sent() > 5, 'some have it')
    const page = await answered(aPress(`aen:open.${id}`, organizer, { inPrivate: true, ephemeral: false }))
    const asked = await pressed(page, /^Correct$/)
    expect(textOf(asked)).toContain('rests while you decide')
    const text = { en: 'Hall changed\nNow **D**' }
    await pressed(await submitted(await pressed(asked, /English/), text), /^Correct silently/)
    await beside.reached(id)
    expect(people.filter((chat) => !contents(chat)[0]!.includes('Now **D**'))).toEqual([])
    // Who had not got it got it as it should be, at once.
    expect(people.filter((chat) => discord.messagesIn(chat)[0]!.edits === 0).length).toBeGreaterThan(50)
  })

  test('open the form of one language by its pen', async () => {
    await using _bot = await started()
    const draft = await answered(aModal('announce:', hall, organizer))
    const form = await pressed(draft, /✎ Русский/)
    expect(componentsOf(form).map(({ custom_id: id }) => id)).toEqual(['ru'])
    expect(textOf(await submitted(form, { ru: 'Зал другой' }))).toMatch(/Зал другой[^]*Hall changed/)
  })

  test('choose who gets it in a form, which shows what was chosen', async () => {
    await using _bot = await started()
    await readers()
    const draft = await answered(aModal('announce:', hall, organizer))
    type Menu = { component: { custom_id: string; options: { value: string; default: boolean }[] } }
    const chosenIn = ({ content }: Shown): string[] =>
      (content.components as Menu[]).flatMap(({ component }) =>
        component.options.filter((one) => one.default).map(({ value }) => value),
      )
    expect(chosenIn(await pressed(draft, /^Who gets it/))).toEqual([])
    const choose = (kinds: readonly string[]): Promise<Shown> =>
      answered(aMenuModal('audience:1', { platforms: [], kinds, languages: ['languages-ru'] }, organizer))
    const people = await choose(['kinds-person'])
    expect(textOf(people)).toMatch(/Comes to 1 destination[^]*Only for: people/)
    expect(chosenIn(await pressed(people, /^Who gets it/))).toEqual(['kinds-person', 'languages-ru'])
    await choose(['kinds-channel', 'kinds-group'])
    expect(chosenIn(await pressed(people, /^Who gets it/))).toEqual(['kinds-group', 'kinds-channel', 'languages-ru'])
    expect(textOf(await answered(aMenuModal('audience:1', { kinds: [] }, { id: '7' })))).toContain('out of date')
  })
})
