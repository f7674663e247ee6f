import { describe, expect, test } from 'vitest'
import { openBulletin } from '../support/bulletin.ts'
import { filesIn, readCases } from './cases.ts'

/** What is asked first: of what the pack is about, and of one of its parts. */
const first = {
  kk: ['Саммит қашан өтеді?', '5-бағыт'],
  ru: ['Когда саммит?', 'тема 5'],
  en: ['When is the summit?', 'theme 5'],
}

/** Twenty in each language, in everyday words, by hands that wrote for no second question. */
const everyday = Object.entries(
  Object.groupBy(
    readCases(filesIn('hands')).filter(({ kind }) => kind === 'everyday'),
    ({ language }) => language,
  ),
).flatMap(([, cases]) => cases.slice(0, 20))

const now = new Date('2026-11-24T09:00:00+05:00')
const later = new Date('2026-11-24T09:00:05+05:00')

describe('a question that stands alone', () => {
  test('is answered after another one as if it were asked alone', () => {
    const assistant = openBulletin()
    const changed = everyday.flatMap(({ id, language, turns: [text = ''] }) =>
      first[language].flatMap((before) => {
        const session = `${id} after ${before}`
        assistant.ask({ text: before, language, session, now })
        const second = assistant.ask({ text, language, session, now: later }).reply
        const alone = assistant.ask({ text, language, now: later }).reply
        return second.entries.join() === alone.entries.join() ? [] : [`${before} => ${text}`]
      }),
    )
    // In a few of them a word points back ("there", "it"), and may do so to what was said before.
    expect(changed.length, changed.join('\n')).toBeLessThanOrEqual(5)
  })
})
