import { expect, test } from 'vitest'
import { aPackOf, replaceFile } from '../../support/editions.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory } from '../../support/packs.ts'
import { startBotApi } from '../../support/telegram/server.ts'

function aManifest(title: string): string {
  return `id: pack\nlanguages: [en]\ntitle: { en: ${title} }\n`
}

test('what Telegram shows of the bot follows the pack while the program runs', async () => {
  await using api = await startBotApi()
  const lunch = '- { id: lunch, title: Lunch, text: Lunch is at noon. }'
  const KNOWLEDGE = aDirectory(aPackOf(lunch, aManifest('Summit of lakes')))
  await using bot = startInProcess({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, KNOWLEDGE })
  const described = (title: string): boolean =>
    ['setMyDescription', 'setMyShortDescription'].every((method) =>
      api.calls.some((call) => call.method === method && JSON.stringify(call.payload).includes(title)),
    )
  await api.until(() => described('Summit of lakes'), 'the first descriptions')
  replaceFile(KNOWLEDGE, 'pack.yaml', aPackOf(lunch, aManifest('Summit of rivers'))['pack.yaml'])
  await bot.said(/knowledge replaced/)
  await api.until(() => described('Summit of rivers'), 'the next descriptions')
  expect(api.violations).toEqual([])
})
