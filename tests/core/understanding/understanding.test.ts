import { describe, expect, test } from 'vitest'
import { findAsked } from '../../../src/core/understanding/asked.ts'
import { findDates, fitsSpan, spellOutDates } from '../../../src/core/understanding/date-mentions.ts'
import { mendQuestionWord } from '../../../src/core/understanding/mending.ts'
import { findNumerals } from '../../../src/core/understanding/numerals.ts'
import { findSocial } from '../../../src/core/understanding/social.ts'
import { tokenise } from '../../../src/core/text/tokenise.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'

describe('findNumerals', () => {
  test.for([
    ['third consultation', 3],
    ['3rd consultation', 3],
    ['үшінші консультация', 3],
    ['3-ші консультация', 3],
    ['третья консультация', 3],
    ['3-я консультация', 3],
    ['III консультация', 3],
    ['он бірінші саммит', 11],
    ['одиннадцатый саммит', 11],
    ['төртінші', 4],
    ['пятая', 5],
    ['екінші', 2],
  ] as const)('reads the ordinal in %s', ([text, value]) => {
    expect(findNumerals(tokenise(text))).toEqual([expect.objectContaining({ value, ordinal: true })])
  })

  test.for(['пятница', 'вторник', 'первоначально'])('finds none in %s', (text) =>
    expect(findNumerals(tokenise(text))).toEqual([]),
  )
})

describe('findDates', () => {
  test.for([
    { text: 'May 2025', date: { month: 5, year: 2025 } },
    { text: '13–15 мая 2025 года', date: { day: 13, lastDay: 15, month: 5, year: 2025 } },
    { text: '2025 жылғы 13 наурыз', date: { day: 13, month: 3, year: 2025 } },
    { text: 'в ноябре', date: { month: 11 } },
    { text: 'қарашада', date: { month: 11 } },
    { text: '19th of November', date: { day: 19, month: 11 } },
    { text: 'in 2023', date: { year: 2023 } },
  ])('reads $text', ({ text, date }) => expect(findDates(tokenise(text))).toEqual([expect.objectContaining(date)]))

  test.for(['казань', 'мартин'])('takes %s for no month', (word) => expect(findDates([word])).toEqual([]))

  test.for(['2025-05-13', '13.05.2025'])('spells out %s', (typed) => {
    expect(findDates(tokenise(spellOutDates(typed)))).toEqual([
      expect.objectContaining({ day: 13, month: 5, year: 2025 }),
    ])
  })

  test('takes "may" for a verb where no date stands beside it', () =>
    expect(findDates(tokenise('may I come'))).toEqual([]))
})

describe('fitsSpan', () => {
  test('cannot tell the day of what is known by its month', () => {
    expect(fitsSpan({ day: 15, month: 11, from: 0, to: 2 }, readSpan('2025-11'))).toBeUndefined()
  })
  test('denies another month', () => expect(fitsSpan({ month: 10, from: 0, to: 1 }, readSpan('2025-11'))).toBe(false))
})

describe('findAsked', () => {
  test.for([
    ['когда саммит', 'when'],
    ['саммит қашан', 'when'],
    ['where is it', 'where'],
    ['кто участвовал', 'who'],
    ['қанша делегат', 'number'],
    ['how many themes', 'number'],
    ['о чем пятая тема', 'topic'],
    ['is it in Astana', 'yes-no'],
  ] as const)('hears what %s asks for', ([text, asked]) => expect(findAsked(tokenise(text)).asked).toContain(asked))

  test('takes "how many" for a number, not for a manner', () => {
    expect(findAsked(tokenise('how many themes')).asked).not.toContain('how')
  })
})

describe('mendQuestionWord', () => {
  test.for([
    ['wehn', 'when'],
    ['кагда', 'когда'],
    ['кашна', 'кашан'],
  ])('mends %s', ([typed, meant]) => {
    expect(mendQuestionWord(typed!)).toBe(meant)
  })
})

describe('findSocial', () => {
  test.for([
    ['Hello!', 'greeting'],
    ['привет, ты кто?', 'who'],
    ['рақмет', 'thanks'],
    ['спасибо большое', 'thanks'],
    ['сәлеметсіз бе', 'greeting'],
  ] as const)('knows %s', ([text, social]) => expect(findSocial(tokenise(text))).toBe(social))

  test('leaves a greeting with a question to the question', () => {
    expect(findSocial(tokenise('hello, when is the summit?'))).toBeUndefined()
  })
})
