import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/core/i18n.ts'
import { aCommand, aPress } from '../support/discord/events.ts'
import { startDiscord, type Discord } from '../support/discord/server.ts'
import { anEdition, aPackOf, questionOf, replaceFile, topics } from '../support/editions.ts'
import { startInProcess } from '../support/in-process.ts'
import { aDirectory } from '../support/packs.ts'
import type { Running } from '../support/process.ts'

let discord: Discord
let lastPerson = 0

beforeAll(async () => void (discord = await startDiscord()))
afterAll(() => discord[Symbol.asyncDispose]())
afterEach(() => expect(discord.violations).toEqual([]))

/** A running program with a pack of its own. */
async function aProgram(source: string, settings = {}): Promise<{ bot: Running; directory: string }> {
  const directory = aDirectory(aPackOf(source))
  const bot = startInProcess({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DEFAULT_LANGUAGE: 'en',
    KNOWLEDGE: directory,
    ...settings,
  })
  await bot.said(/commands registered/)
  return { bot, directory }
}

/** What comes of a question: all that the person is shown, as one text. */
async function answerTo(question: string): Promise<string> {
  const command = aCommand('ask', { id: String(++lastPerson), locale: 'en-US' }, { question })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  await discord.until(() => discord.answersTo(command.id).length > 0, question)
  const answers = discord.answersTo(command.id)
  expect(answers).toHaveLength(1)
  return JSON.stringify(answers[0]!.content)
}

/** The editions that an answer tells of. */
function editionsIn(answer: string): string[] {
  return [...new Set(answer.match(/edition [A-Z]/g))]
}

describe('a pack that is edited while the program runs', () => {
  test('takes over between two of 200 questions: none is lost, and each answer is of one edition', async () => {
    const { bot, directory } = await aProgram(anEdition('edition A'))
    await using _ = bot
    const answers: { topic: number; answer: string }[] = []
    const areEnough = (): boolean => answers.length >= 200 && answers.at(-1)!.answer.includes('edition B')
    const askOn = async (): Promise<void> => {
      for (let topic = 0; !areEnough(); topic = (topic + 1) % topics) {
        answers.push({ topic, answer: await answerTo(questionOf(topic)) })
      }
    }
    const asking = Array.from({ length: 10 }, askOn)
    await discord.until(() => answers.length > 20, 'the first answers')
    replaceFile(directory, 'entries.yaml', anEdition('edition B'))
    await bot.said(/knowledge replaced/)
    await Promise.all(asking)
    expect(answers.length).toBeGreaterThanOrEqual(200)
    const mixed = answers.filter(({ answer }) => editionsIn(answer).length !== 1)
    expect(mixed).toEqual([])
    const beside = answers.filter(({ topic, answer }) => !answer.includes(questionOf(topic).slice(15, -1)))
    expect(beside).toEqual([])
    expect(new Set(answers.flatMap(({ answer }) => editionsIn(answer)))).toEqual(new Set(['edition A', 'edition B']))
    expect(editionsIn(await answerTo(questionOf(0)))).toEqual(['edition B'])
  })

  test('is refused when it is faulty, with file and line, and the last good one goes on', async () => {
    const { bot, directory } = await aProgram(anEdition('edition A'))
    await using _ = bot
    replaceFile(directory, 'entries.yaml', '- id: lunch\n  title: Lunch of edition C\n  place: atlantis\n')
    await bot.said(/entries\.yaml, line 3, entry lunch: place names atlantis.*knowledge refused/)
    expect(editionsIn(await answerTo(questionOf(0)))).toEqual(['edition A'])
    replaceFile(directory, 'entries.yaml', anEdition('edition D'))
    await bot.said(/knowledge replaced/)
    expect(editionsIn(await answerTo(questionOf(0)))).toEqual(['edition D'])
  })

  test('is made known to the organizers when it is refused', async () => {
    const { bot, directory } = await aProgram(anEdition('edition A'), { ORGANIZERS: 'discord:77' })
    await using _ = bot
    replaceFile(directory, 'entries.yaml', '- { id: lunch, title: Lunch, within: nothing }')
    const told = (): string => JSON.stringify(discord.messagesIn('977'))
    await discord.until(() => told().includes('within names nothing'), 'a message to the organizer')
    expect(told()).toContain('Answers come from what was known before')
  })

  test('leaves buttons of what it has no more without effect, and harms nobody', async () => {
    const { bot, directory } = await aProgram(anEdition('edition A'))
    await using _ = bot
    const [button] = /een:lunch/.exec(await answerTo('lunch or parking')) ?? ['een:lunch']
    replaceFile(directory, 'entries.yaml', '- { id: tea, title: Tea of edition B, text: Tea is always. }\n')
    await bot.said(/knowledge replaced/)
    const press = aPress(button, { id: '1', locale: 'en-US' })
    discord.gateway.dispatch('INTERACTION_CREATE', press)
    await discord.until(() => discord.answersTo(press.id).length > 0, 'an answer to the press')
    const answer = JSON.stringify(discord.answersTo(press.id)[0]!.content)
    expect(answer).toContain(say('en', 'notice.stale').slice(0, 20))
    expect(answer).not.toContain('edition A')
    expect(bot.output()).not.toContain('"err"')
  })
})

test('a damaged compiled file is made anew at the start, and answers are as before', async () => {
  const { bot, directory } = await aProgram(anEdition('edition A'))
  await bot.end()
  const path = join(directory, '.compiled')
  const good = readFileSync(path)
  writeFileSync(path, good.subarray(0, good.length / 2))
  await using again = startInProcess({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    KNOWLEDGE: directory,
  })
  await again.said(/commands registered/)
  expect(editionsIn(await answerTo(questionOf(3)))).toEqual(['edition A'])
  expect(readFileSync(path).equals(good)).toBe(true)
})

test('a stop while the pack is being compiled at the start ends the program without a fault', async () => {
  await using bot = startInProcess({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    KNOWLEDGE: aDirectory(aPackOf(anEdition('edition A'))),
  })
  expect(await bot.end()).toBe(0)
  expect(bot.output()).toBe('')
})
