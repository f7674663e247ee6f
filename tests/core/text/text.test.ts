import { describe, expect, test } from 'vitest'
import { retype } from '../../../src/core/text/keyboard.ts'
import { fromLatin } from '../../../src/core/text/latin.ts'
import { editDistance } from '../../../src/core/text/edit-distance.ts'
import { normalise } from '../../../src/core/text/normalise.ts'
import { termOf } from '../../../src/core/text/term.ts'
import { tokenise } from '../../../src/core/text/tokenise.ts'
import { allLanguages, languageOf } from '../../../src/languages/known/all.ts'
import { stemKazakh } from '../../../src/languages/kk/stem.ts'

describe('normalise', () => {
  test.for([
    { what: 'compatibility forms', text: 'ＲＥＳ ２０２６', plain: 'res 2026' },
    { what: 'zero-width and direction marks', text: 'сам\u200bмит\u202e', plain: 'саммит' },
    { what: 'digit groups', text: '1 500 делегат', plain: '1500 делегат' },
    { what: 'apostrophes', text: "summit's", plain: 'summits' },
    { what: 'lone surrogates', text: 'a\ud800b', plain: 'a b' },
  ])('evens out $what', ({ text, plain }) => expect(normalise(text)).toBe(plain))
})

describe('tokenise', () => {
  test('parts letters from digits, so that COP30 and COP 30 are the same', () => {
    expect(tokenise('COP30, UNEA-7')).toEqual(['cop', '30', 'unea', '7'])
  })
})

describe('an ending behind a hyphen', () => {
  test.for([
    { text: 'БҰҰ-ның Даму бағдарламасы', plain: ['бұұ', 'даму', 'бағдарламасы'] },
    { text: 'БУУ-нын', plain: ['буу'] },
    { text: 'UNEP-тен', plain: ['unep'] },
    { text: 'онлайн-дәріс', plain: ['онлайн', 'дәріс'] },
    { text: 'COP-да', plain: ['cop'] },
    { text: 'Рио-де-Жанейро', plain: ['рио', 'де', 'жанейро'] },
  ])('is no word of $text', ({ text, plain }) => expect(tokenise(text)).toEqual(plain))
})

describe('stemKazakh', () => {
  test.for([
    { forms: ['консультация', 'консультациялар', 'консультациядан', 'консультацияның'] },
    { forms: ['кала', 'қалада', 'қаласы', 'қаласында', 'қалалар'] },
    { forms: ['серіктес', 'серіктестер', 'серіктестерді', 'серіктестеріміз'] },
    { forms: ['бағдарлама', 'бағдарламасы', 'бағдарламаның', 'багдарламасынын'] },
    { forms: ['тетік', 'тетігі', 'тетіктер'] },
  ])('gives one stem to $forms', ({ forms }) => expect(new Set(forms.map(stemKazakh)).size).toBe(1))

  test('leaves the names of countries their -стан', () => expect(stemKazakh('қазақстан')).toBe('казакстан'))
})

describe('termOf', () => {
  test.for([
    { language: 'ru', forms: ['консультация', 'консультации', 'консультацию', 'консультациях'] },
    { language: 'ru', forms: ['ещё', 'еще'] },
    { language: 'en', forms: ['consultation', 'consultations'] },
    { language: 'en', forms: ['Belém'.toLowerCase(), 'belem'] },
  ] as const)('is the same for $forms', ({ language, forms }) => {
    expect(new Set(forms.map((form) => termOf(form, languageOf(language)))).size).toBe(1)
  })
})

describe('retype', () => {
  test.for([
    { layout: 'ru', typed: 'rjulf cfvvbn', meant: 'когда саммит' },
    { layout: 'kk', typed: '0fqlf', meant: 'қайда' },
    { layout: 'en', typed: 'цруку шы еру ыгььше', meant: 'where is the summit' },
  ] as const)('reads $typed as $meant', ({ layout, typed, meant }) =>
    expect(retype(typed, keyboardsBeside(layout), languageOf(layout).keyboard)).toBe(meant),
  )
})

describe('fromLatin', () => {
  test.for([
    { language: 'kk', latin: 'üşinşi', term: 'үшінші' },
    { language: 'kk', latin: 'qashan', term: 'қашан' },
    { language: 'kk', latin: 'sammit', term: 'саммит' },
    { language: 'ru', latin: 'kogda', term: 'когда' },
    { language: 'ru', latin: 'konsultaciya', term: 'консультация' },
    { language: 'ru', latin: 'uchastniki', term: 'участники' },
  ] as const)('brings $latin to the term of $term', ({ language, latin, term }) => {
    const spoken = languageOf(language)
    expect(termOf(fromLatin(latin, spoken), spoken)).toBe(termOf(term, spoken))
  })
})

describe('editDistance', () => {
  test.for([
    { a: 'summit', b: 'summit', edits: 0 },
    { a: 'summit', b: 'sumit', edits: 1 },
    { a: 'summit', b: 'sumimt', edits: 1 },
    { a: 'bonn', b: 'berlin', edits: 4 },
  ])('from $a to $b is $edits', ({ a, b, edits }) => expect(editDistance(a, b)).toBe(edits))
})

/** The layouts that were on, if a language of other letters was meant. */
function keyboardsBeside(code: string) {
  const { script } = languageOf(code)
  return allLanguages.filter((language) => language.script !== script).map(({ keyboard }) => keyboard)
}
