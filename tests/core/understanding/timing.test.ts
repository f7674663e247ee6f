import { describe, expect, test } from 'vitest'
import { allLanguages } from '../../../src/languages/known/all.ts'
import { findAsked } from '../../../src/core/understanding/asked.ts'
import { findDates } from '../../../src/core/understanding/dates.ts'
import { grammarOf } from '../../../src/core/understanding/grammar.ts'
import { findNumerals } from '../../../src/core/understanding/numerals.ts'
import { findNumbered } from '../../../src/core/understanding/series-names.ts'
import { findTiming } from '../../../src/core/understanding/timing.ts'
import { tokenise } from '../../../src/core/text/tokenise.ts'

const grammar = grammarOf(allLanguages)

describe('findTiming', () => {
  test.for([
    ['en', 'when does it start', 'start'],
    ['ru', 'когда начнется', 'start'],
    ['kk', 'қашан басталады', 'start'],
    ['en', 'when does it end', 'end'],
    ['ru', 'до какого числа', 'end'],
    ['kk', 'қай күнге дейін', 'end'],
    ['en', 'what time is it', 'hour'],
    ['ru', 'в котором часу', 'hour'],
    ['kk', 'сағат нешеде', 'hour'],
    ['en', 'how long is it', 'duration'],
    ['ru', 'сколько дней длится', 'duration'],
    ['kk', 'неше күнге созылады', 'duration'],
    ['en', 'how many days left', 'remaining'],
    ['en', 'how many days are left until the summit', 'remaining'],
    ['ru', 'сколько дней осталось', 'remaining'],
    ['kk', 'неше күн қалды', 'remaining'],
    ['en', 'what day of the week', 'weekday'],
    ['ru', 'в какой день недели', 'weekday'],
    ['kk', 'аптаның қай күні', 'weekday'],
    ['en', 'is it over', 'over'],
    ['kk', 'аяқталды ма', 'over'],
    ['en', 'has it started', 'started'],
    ['kk', 'басталды ма', 'started'],
    ['en', 'who started it', undefined],
    ['ru', 'чем закончилось', undefined],
    ['en', 'how many seats are left', undefined],
    ['en', 'is it over 20 initiatives', undefined],
    ['en', 'when', undefined],
  ] as const)('hears in %s what "%s" asks of a time: %s', ([language, text, timing]) => {
    const { asked, counts } = findAsked(tokenise(text), grammar, language)
    expect(findTiming(asked, counts).timing).toBe(timing)
  })

  test('whoever asks for a finer time asks when', () => {
    const { asked, counts } = findAsked(tokenise('how long is it'), grammar, 'en')
    expect(findTiming(asked, counts).asked).toContain('when')
  })
})

describe('findDates', () => {
  const monday = '2026-04-20'

  test.for([
    ['en', 'next week', { day: 27, month: 4, year: 2026 }, { day: 3, month: 5, year: 2026 }],
    ['ru', 'на этой неделе', { day: 20, month: 4, year: 2026 }, { day: 26, month: 4, year: 2026 }],
    ['kk', 'өткен аптада', { day: 13, month: 4, year: 2026 }, { day: 19, month: 4, year: 2026 }],
    ['en', 'this month', { month: 4, year: 2026 }, undefined],
    ['ru', 'в следующем месяце', { month: 5, year: 2026 }, undefined],
    ['kk', 'былтыр', { year: 2025 }, undefined],
    ['en', 'in three days', { day: 23, month: 4, year: 2026 }, undefined],
    ['ru', 'через 3 дня', { day: 23, month: 4, year: 2026 }, undefined],
    ['kk', 'үш күннен кейін', { day: 23, month: 4, year: 2026 }, undefined],
  ] as const)('counts from today in %s: %s', ([language, text, first, last]) => {
    const words = tokenise(text)
    const numerals = findNumerals(words, grammar, language)
    expect(findDates({ words, grammar, numerals }, [], monday)).toEqual([
      expect.objectContaining({ first, last, relative: true }),
    ])
  })

  test.for([20, 21, 22, 23, 24, 25, 26])('counts weeks from their Monday, also on 2026-04-%i', (day) => {
    const words = ['next', 'week']
    expect(findDates({ words, grammar, numerals: [] }, [], `2026-04-${day}`)).toEqual([
      expect.objectContaining({ first: { day: 27, month: 4, year: 2026 }, last: { day: 3, month: 5, year: 2026 } }),
    ])
  })
})

describe('findNumbered', () => {
  test.for([
    ['en', 'COP30', 'number', '30', ['cop']],
    ['en', 'resolution 78/147', 'pair', '78/147', ['resolution']],
    ['kk', '78/147 қарар', 'pair', '78/147', ['қарар']],
    ['en', 'the Sixth Consultative Meeting', 'number', '6', ['consultative', 'meeting']],
    ['ru', '80-я сессия', 'number', '80', ['сессия']],
    ['kk', 'алтыншы кездесу', 'number', '6', ['кездесу']],
    ['ru', 'тема III', 'number', '3', ['тема']],
    ['en', 'Expo 2025', 'year', '2025', ['expo']],
    ['kk', '2025 жылғы саммит', 'year', '2025', ['саммит']],
    ['en', 'in 2025 the summit was confirmed', 'year', '2025', []],
    ['en', '20 initiatives', 'number', '20', []],
  ] as const)('finds in %s the words beside the number of %s', ([language, text, kind, number, words]) =>
    expect(inQuestion(text, language)).toEqual([{ kind, number, words }]),
  )

  test.for([
    ['en', 'one of the partners'],
    ['en', 'the next one'],
  ] as const)('takes no pronoun for a number, in %s: %s', ([language, text]) =>
    expect(inQuestion(text, language)).toEqual([]),
  )
})

function inQuestion(text: string, language: string) {
  const words = tokenise(text)
  return findNumbered(words, grammar, language, { isName: false }).map(({ kind, number, before, after }) => ({
    kind,
    number,
    words: [...(before === undefined ? [] : [before]), ...after].map((at) => words[at]!),
  }))
}
