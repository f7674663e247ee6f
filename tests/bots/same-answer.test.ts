import { expect, test } from 'vitest'
import { openBulletin } from '../support/bulletin.ts'
import { plainText } from '../../src/core/answering/reply.ts'
import { languages } from '../../src/knowledge/language.ts'
import { aCommand, aPress } from '../support/discord/events.ts'
import { startDiscord } from '../support/discord/server.ts'
import { startInProcess } from '../support/in-process.ts'
import { bulletin } from '../support/packs.ts'
import { startBotApi } from '../support/telegram/server.ts'
import { aMessage } from '../support/telegram/updates.ts'

const questions = [
  'When is the summit?',
  'Где прошла третья консультация?',
  'ЮНИСЕФ серіктес пе?',
  'How many themes are there?',
  'where is the parking',
  'что было в мае 2025',
  'консультация',
  'сәлем',
]

/** Words alone: each platform has its own marks. */
function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

test('the same question gets the same answer in Telegram, Discord and the terminal, in each language', async () => {
  await using api = await startBotApi()
  await using discord = await startDiscord()
  await using bot = startInProcess({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    KNOWLEDGE: bulletin,
  })
  await Promise.all([bot.said(/"ready"/), bot.said(/commands registered/)])
  const assistant = openBulletin()
  const locales = { kk: 'kk', ru: 'ru', en: 'en-US' } as const
  let id = 0
  for (const language of languages) {
    for (const text of questions) {
      const person = ++id
      api.push(aMessage({ from: { id: person, language }, text }))
      const asker = { id: String(person), locale: locales[language] }
      // Where nothing was chosen, Discord lets the question's own language lead.
      const choice = aPress(`l${language}:${language}`, asker)
      discord.gateway.dispatch('INTERACTION_CREATE', choice)
      await discord.until(() => discord.answersTo(choice.id).length > 0, 'the choice')
      const command = aCommand('ask', asker, { question: text })
      discord.gateway.dispatch('INTERACTION_CREATE', command)
      await api.until(() => api.shown(person).length > 0, 'Telegram')
      await discord.until(() => discord.answersTo(command.id).length > 0, 'Discord')
      const { reply } = assistant.ask({ text, language, now: new Date() })
      const [embed] = discord.answersTo(command.id)[0]!.content.embeds as {
        description: string
        footer?: { text: string }
      }[]
      const said = wordsOf(plainText(reply))
      expect({
        telegram: wordsOf(api.shown(person)[0]!.text),
        discord: wordsOf(`${embed!.description} ${embed!.footer?.text ?? ''}`),
      }).toEqual({ telegram: said, discord: said })
    }
  }
  expect([...api.violations, ...discord.violations]).toEqual([])
}, 60_000)
