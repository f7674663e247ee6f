import { expect, test } from 'vitest'
import { byDay } from '../../support/by-day.ts'
import { aPerson, openTelegram, organizer } from '../../support/telegram/announcing.ts'

const { api, started, beside, say, subscriber, turn, press, texts } = await openTelegram()

test('organizers name topics, readers tick them, and an announcement says to whom it comes and why', async () => {
  await using _bot = await started({}, byDay)
  const everything = await subscriber('en')
  for (const names of ['Көлік\nТранспорт\nTransport', 'Баспасөз\nПресса\nPress']) {
    const board = await turn(await say('/announce', organizer), /Topics/)
    await press(board, /New topic/)
    await say(names, organizer)
  }
  const [kazakh, russian] = [aPerson('kk'), aPerson('ru')]
  const chosen = await turn(await say('/subscribe', kazakh), /Көлік/)
  expect(chosen.keyboard.flat().map(({ text }) => text)).toEqual([
    'Бәрі',
    '✓ Көлік',
    'Баспасөз',
    'Хабарландыруларды тоқтату',
  ])
  await turn(await say('/subscribe', russian), /Пресса/)
  await say('/unsubscribe', kazakh)
  expect((await say('/subscribe', kazakh)).text).toContain('Бәріне арналғаны және мына тақырыптар: Көлік.')
  const draft = await say('/announce Автобусы уходят в 19:00', organizer)
  const audience = await turn(await turn(draft, /Who gets it/), /Transport/)
  expect(audience.text).toMatch(/Comes to 2 destinations: Telegram 2[^]*Қазақша: 1[^]*English: 1/)
  const page = await turn(await turn(await turn(audience, /Done/), /urgent/), /Send to 2/)
  await turn(page, /Yes, send/)
  await beside.reached('1')
  const title = 'Автобусы уходят в 19:00'
  expect(texts(kazakh.id).at(-1)).toBe(
    `${title}\n\nТек орыс тілінде. Шағын саммит ұйымдастырушыларынан. Таңдаған тақырыбыңыз: Көлік · /unsubscribe`,
  )
  expect(texts(everything.id).at(-1)).toBe(
    `${title}\n\nOnly in Russian. From the organizers of Small Summit, since you subscribed · /unsubscribe`,
  )
  expect(texts(russian.id).at(-1)).not.toContain(title)
  const topic = await turn(await turn(await say('/announce', organizer), /Topics/), /Transport/)
  await turn(await turn(topic, /End this topic/), /Yes, end it/)
  await api.until(() => texts(kazakh.id).at(-1)!.startsWith('«Көлік» тақырыбындағы хабарландырулар тоқтады'), 'told')
})
