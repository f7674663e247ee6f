import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { aCommand } from '../support/discord/events.ts'
import { startDiscord, type Discord } from '../support/discord/server.ts'
import { replaceFile } from '../support/editions.ts'
import { startInProcess } from '../support/in-process.ts'
import { aDirectory, smallPack } from '../support/packs.ts'

let discord: Discord
beforeAll(async () => void (discord = await startDiscord()))
afterAll(() => discord[Symbol.asyncDispose]())

const fair = {
  'pack.yaml': 'topics: false\nid: fair\ntitle: Book Fair\nlanguages: [en]\n',
  'entries.yaml': '- {id: stalls, title: Stalls, names: [stalls], text: The stalls are in the courtyard.}\n',
}
const faulty = '- {id: stalls, title: Stalls, place: atlantis}\n'

let lastPerson = 0
async function answerTo(question: string): Promise<string> {
  const command = aCommand('ask', { id: String(++lastPerson), locale: 'en-US' }, { question })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  await discord.until(() => discord.answersTo(command.id).length > 0, question)
  return JSON.stringify(discord.answersTo(command.id)[0]!.content)
}

test('a program answers from several packs, and goes on with all when one is edited and refused', async () => {
  const directory = aDirectory(fair)
  // So that no thread is needed to compile it.
  await loadKnowledge(directory)
  await using bot = startInProcess({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    ORGANIZERS: 'discord:77',
    KNOWLEDGE: `${smallPack}, ${directory}`,
  })
  await bot.said(/"pack":"small\+fair","entries":3/)
  await bot.said(/commands registered/)
  const [ofSummit, ofFair] = [/22–24 April 2026[^]*Small Summit/, /in the courtyard[^]*Book Fair/]
  expect(await answerTo('When is the summit?')).toMatch(ofSummit)
  expect(await answerTo('Where are the stalls?')).toMatch(ofFair)
  replaceFile(directory, 'entries.yaml', faulty)
  await bot.said(/fair, entries\.yaml, line 1, entry stalls: place names atlantis.*knowledge refused/)
  const told = (): string => JSON.stringify(discord.messagesIn('977'))
  await discord.until(() => told().includes('fair, entries'), 'a message to the organizer')
  expect(await answerTo('When is the summit?')).toMatch(ofSummit)
  expect(await answerTo('Where are the stalls?')).toMatch(ofFair)
  expect(discord.violations).toEqual([])
})

test.for([
  {
    what: 'a faulty second pack',
    other: () => aDirectory({ ...fair, 'entries.yaml': faulty }),
    why: /entry stalls: place/,
  },
  { what: 'a second pack that is not there', other: () => '/nowhere', why: /pack \/nowhere has 1 fault/ },
  {
    what: 'the same pack twice',
    other: () => smallPack,
    why: /KNOWLEDGE is .*: name a directory, or several, each once/,
  },
])('$what keeps the program from starting, and it says why', async ({ other, why }) => {
  await using bot = startInProcess({ DISCORD_TOKEN: discord.token, KNOWLEDGE: `${smallPack},${other()}` })
  expect(await bot.ended()).toBe(1)
  expect(bot.output()).toMatch(why)
  expect(bot.output()).not.toMatch(/\n {4}at /)
})
