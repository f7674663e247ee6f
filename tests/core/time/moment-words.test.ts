import { expect, test } from 'vitest'
import { dayWords, momentWords } from '../../../src/core/time/moment-words.ts'

const zone = 'Asia/Almaty'
const evening = new Date('2026-12-31T20:05:00Z')

test.for([
  { language: 'en', same: '1 January, 1:05', other: '1 January 2027, 1:05', day: '1 January' },
  { language: 'ru', same: '1 января, 1:05', other: '1 января 2027 года, 1:05', day: '1 января' },
  { language: 'kk', same: '1 қаңтар, 1:05', other: '2027 жылғы 1 қаңтар, 1:05', day: '1 қаңтар' },
] as const)('a moment is told as people write it in $language, by the clock of the venue', (one) => {
  const { language, same, other, day } = one
  expect(momentWords(evening, zone, language)).toBe(same)
  expect(momentWords(evening, zone, language, new Date('2026-12-31T18:00:00Z'))).toBe(other)
  expect(dayWords(evening, zone, language)).toBe(day)
})
