import { describe, expect, test } from 'vitest'
import { countMismatches } from '../../../src/core/people/language-mismatch.ts'
import type { Language } from '../../../src/knowledge/language.ts'

/** What is told of each message of somebody who is spoken to in English. */
function toldOf(written: readonly Language[], mismatches = countMismatches(), person = 'telegram:1'): boolean[] {
  return written.map((language) => mismatches.note(person, language, 'en'))
}

describe('a mismatch of languages', () => {
  test.for([
    {
      when: 'three messages in a row are in another language',
      written: ['ru', 'ru', 'ru'],
      told: [false, false, true],
    },
    { when: 'it goes on', written: ['ru', 'ru', 'ru', 'ru'], told: [false, false, true, true] },
    {
      when: 'one in between is not',
      written: ['ru', 'ru', 'en', 'ru', 'ru'],
      told: [false, false, false, false, false],
    },
    {
      when: 'the other language changes',
      written: ['ru', 'ru', 'kk', 'ru', 'ru'],
      told: [false, false, false, false, false],
    },
    {
      when: 'the language that it changed to stays',
      written: ['ru', 'kk', 'kk', 'kk'],
      told: [false, false, false, true],
    },
  ] as const)('is told of as follows when $when', ({ written, told }) => expect(toldOf(written)).toEqual(told))

  test('is each person’s own', () => {
    const mismatches = countMismatches()
    expect(toldOf(['ru', 'ru'], mismatches)).toEqual([false, false])
    expect(toldOf(['ru'], mismatches, 'telegram:2')).toEqual([false])
    expect(toldOf(['ru'], mismatches)).toEqual([true])
  })

  test('begins anew after it was forgotten', () => {
    const mismatches = countMismatches()
    toldOf(['ru', 'ru'], mismatches)
    mismatches.forget('telegram:1')
    expect(toldOf(['ru', 'ru', 'ru'], mismatches)).toEqual([false, false, true])
  })

  test('of whoever was silent while ten thousand others wrote is forgotten, and of nobody else', () => {
    const mismatches = countMismatches()
    toldOf(['ru', 'ru'], mismatches, 'silent')
    toldOf(['ru'], mismatches, 'talking')
    for (let nth = 0; nth < 9_998; nth++) toldOf(['ru'], mismatches, `other ${nth}`)
    toldOf(['ru'], mismatches, 'talking')
    toldOf(['ru'], mismatches, 'one too many')
    expect(toldOf(['ru'], mismatches, 'silent')).toEqual([false])
    expect(toldOf(['ru'], mismatches, 'talking')).toEqual([true])
  })
})
