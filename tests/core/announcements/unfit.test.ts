import { expect, test } from 'vitest'
import { measureTelegram } from '../../../src/bots/telegram/copy.ts'
import { typeOf } from '../../../src/core/announcements/file.ts'
import { unfitFor, unfitWords } from '../../../src/core/announcements/unfit.ts'
import { anAnnouncement } from '../../support/shown.ts'

const picture = { id: '1', name: 'a.jpg', type: typeOf('a.jpg'), size: 3 }
const measures = [measureTelegram('Asia/Almaty', () => 'Summit')]

/** What is said of a copy of so many messages, in Russian and English, whose texts become so long. */
async function saidOf(messages: number, length: number, attachments = [picture]): Promise<string[]> {
  const content = { title: { ru: 'Зал', en: 'Hall' }, body: { ru: 'B', en: 'B' }, attachments }
  const shape = { platform: 'telegram', kind: 'person', languages: ['ru', 'en'], messages, count: 1 } as const
  const text = 'x'.repeat(length)
  const unfit = await unfitFor(
    anAnnouncement({ content }),
    { title: {}, body: { ru: text, en: text } },
    { figures: { shapes: () => Promise.resolve([shape]) }, measures },
  )
  return unfit.map((one) => unfitWords(one, 'en'))
}

test.for([
  { what: 'a text below a picture', messages: 1, length: 600, why: /stands below files, where 1024 letters fit/ },
  { what: 'a text before its picture', messages: 2, length: 2100, why: /needs more messages/ },
  { what: 'a text without files', messages: 1, length: 2100, attachments: [], why: /needs more messages/ },
])('$what that is corrected to a longer one is told of by what it is too long for', async ({ why, ...copy }) => {
  expect(await saidOf(copy.messages, copy.length, copy.attachments)).toEqual([expect.stringMatching(why)])
})

test('a text before its picture that stays short enough for its message is not told of', async () => {
  expect(await saidOf(2, 600)).toEqual([])
})
