import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { retype } from '../../../src/core/text/keyboard.ts'
import { fromLatin } from '../../../src/core/text/latin.ts'
import { fold, normalise, stripAccents } from '../../../src/core/text/normalise.ts'
import { spell, termOf } from '../../../src/core/text/term.ts'
import { wordMatcher } from '../../../src/core/text/patterns.ts'
import { allLanguages, languageOf } from '../../../src/languages/known/all.ts'
import { stemKazakh } from '../../../src/languages/kk/stem.ts'
import { phrases, words } from '../../../src/languages/phrases.ts'
import { aPack, anEntry } from '../../support/entries.ts'

describe('a list of words', () => {
  test('is read at white space', () => expect(words` one two\n  three `).toEqual(['one', 'two', 'three']))

  test('of phrases is read at commas, and a line end is a blank', () =>
    expect(phrases`
      how many, how
      much, count
    `).toEqual(['how many', 'how much', 'count']))

  test('matches whole words, and beginnings where it says so', () => {
    const matches = wordMatcher(['year', 'month*'])
    expect(['year', 'years', 'month', 'months', 'amonth'].map(matches)).toEqual([true, false, true, true, false])
  })
})

describe('keyboard layouts', () => {
  test.for([
    { meant: 'ru', typed: 'qwertyuiop[]', reads: 'йцукенгшщзхъ' },
    { meant: 'ru', typed: "asdfghjkl;'", reads: 'фывапролджэ' },
    { meant: 'ru', typed: '`zxcvbnm,.', reads: 'ёячсмитьбю' },
    { meant: 'kk', typed: 'a2 a3 a4 a5 a8 a9 a0 a-', reads: 'фә фі фң фғ фү фұ фқ фө' },
    { meant: 'en', typed: 'йцукенгшщзхъ', reads: 'qwertyuiop[]' },
    { meant: 'en', typed: 'фывапролджэ', reads: "asdfghjkl;'" },
    { meant: 'en', typed: 'ячсмитьбю', reads: 'zxcvbnm,.' },
  ] as const)('read $typed as $reads where $meant was meant', ({ meant, typed, reads }) =>
    expect(typedOn(meant, typed)).toBe(reads),
  )

  test('leave numbers alone', () => expect(typedOn('kk', '2025 rfhlf')).toBe('2025 карда'))
})

describe('Latin letters', () => {
  test.for([
    { language: 'kk', latin: 'äñğüūqöşıh', cyrillic: 'әңғүұқөшіх' },
    { language: 'kk', latin: 'áńǵúýqóshí', cyrillic: 'әңғүуқөші' },
    { language: 'kk', latin: 'zhangyryk aghash', cyrillic: 'жаңырык ағаш' },
    { language: 'kk', latin: 'kitap jármeńkesi', cyrillic: 'китап жәрмеңкеси' },
    { language: 'ru', latin: 'borshch yozh ulitsa', cyrillic: 'борщ еж улица' },
    { language: 'ru', latin: 'yarmarka jubiley', cyrillic: 'ярмарка юбилей' },
    { language: 'ru', latin: 'khoroshiy schet', cyrillic: 'хороший щет' },
  ] as const)('of $latin are $cyrillic in $language', ({ language, latin, cyrillic }) =>
    expect(fromLatin(latin, languageOf(language))).toBe(cyrillic),
  )

  test('take nothing but Latin letters', () => expect(fromLatin('зал 12!', languageOf('kk'))).toBe('зал 12!'))
})

describe('letters', () => {
  test('of Kazakh fold into those of a Russian keyboard', () => expect(fold('әғқңөұүһіё')).toBe('агкноуухие'))

  test('lose their accents if they are Latin', () => expect(stripAccents('éğşıñ')).toBe('egsin'))

  test('are one size, apostrophes and marks left out', () => expect(normalise('ΩÉ’s Ǆ')).toBe('ωés dž'))

  test('that are confused are spelt alike', () => {
    expect(spell('юбилейный')).toBe(spell('иубилеиний'))
    expect(spell('щука')).toBe(spell('шука'))
    expect(spell('аппетит')).toBe(spell('апетит'))
    expect(spell('киим')).not.toBe(spell('ким'))
  })
})

describe('Kazakh stems', () => {
  test.for([
    { layer: 'person', stem: 'делегат', forms: 'делегатпын делегатсың делегатсыз' },
    { layer: 'case', stem: 'кітап', forms: 'кітапты кітапқа кітаптан кітаппен кітаптың' },
    { layer: 'case behind a possessive', stem: 'кітап', forms: 'кітабын кітабында кітабынан' },
    { layer: 'possessive', stem: 'жол', forms: 'жолым жолыңыз жолымыз жолы' },
    { layer: 'plural', stem: 'дәріс', forms: 'дәрістер дәрістеріміз дәрістерінде' },
    { layer: 'derivation', stem: 'климат', forms: 'климаттық климаттықтың' },
    { layer: 'derivation', stem: 'жаңа', forms: 'жаңалық жаңалықтар' },
    { layer: 'tense', stem: 'қара', forms: 'қарайды қарайтын' },
    { layer: 'participle', stem: 'бастал', forms: 'басталған басталатын басталды' },
    { layer: 'place', stem: 'астана', forms: 'астанада астанадағы астананың' },
  ])('lose endings of $layer: $forms', ({ stem, forms }) => {
    for (const form of forms.split(' ')) expect(stemKazakh(form), form).toBe(stemKazakh(stem))
  })

  test('keep three letters and a vowel', () => {
    expect(stemKazakh('ана')).toBe('ана')
    expect(stemKazakh('жерде')).toBe('жер')
    expect(stemKazakh('қазақстаннан')).toBe('казакстан')
  })
})

describe('terms', () => {
  test('of two letters and of digits are what they are', () => {
    expect(termOf('ии', languageOf('ru'))).toBe('ии')
    expect(termOf('2025', languageOf('kk'))).toBe('2025')
  })

  test.for([
    { language: 'kk', forms: 'кітаптар кітаптарды китаптар' },
    { language: 'ru', forms: 'книги книгами книгах' },
    { language: 'en', forms: 'books book' },
  ] as const)('of $forms are one', ({ language, forms }) =>
    expect(new Set(forms.split(' ').map((form) => termOf(form, languageOf(language)))).size).toBe(1),
  )
})

describe('near misses', () => {
  const { reader } = openKnowledgeBase(
    aPack([anEntry({ id: 'a', says: [], text: { en: 'declaration reading tea', ru: 'объявление', kk: 'жәрмеңке' } })]),
  )
  const nearest = (word: string): string | undefined => reader.nearMisses(word)[0]?.term

  test.for([
    ['declartion', 'declaration', 'en'],
    ['declraation', 'declaration', 'en'],
    ['redaing', 'reading', 'en'],
    ['обявление', 'объявление', 'ru'],
    ['жарминке', 'жәрмеңке', 'kk'],
  ] as const)('of %s are %s', ([typed, meant, language]) =>
    expect(nearest(typed)).toBe(termOf(meant, languageOf(language))),
  )

  test.for(['tae', 'zeppelin', 'read1ng'])('of %s are none', (typed) => expect(nearest(typed)).toBeUndefined())

  test('are the liker the fewer letters differ', () => {
    const [near] = reader.nearMisses('declaratoin')
    const [far] = reader.nearMisses('declartn')
    expect(near!.likeness).toBeGreaterThan(far!.likeness)
    expect(near!.likeness).toBeLessThan(1)
  })
})

/** What was meant in a language, typed while a layout of other letters was on. */
function typedOn(code: string, typed: string): string {
  const { script, keyboard } = languageOf(code)
  const others = allLanguages.filter((language) => language.script !== script)
  return retype(
    typed,
    others.map((other) => other.keyboard),
    keyboard,
  )
}
