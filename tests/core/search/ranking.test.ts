import { describe, expect, test } from 'vitest'
import { openKnowledgeBase, type KnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { checksOf } from '../../../src/core/search/agreement.ts'
import { measureCoverage, type Covered } from '../../../src/core/search/coverage.ts'
import { rank } from '../../../src/core/search/ranking.ts'
import { conceptsOfEntry, conceptsOfQuestion } from '../../../src/core/understanding/concepts.ts'
import { readQuestion, type Question } from '../../../src/core/understanding/question.ts'
import { languageOf } from '../../../src/languages/known/all.ts'
import { readSpan } from '../../../src/knowledge/dates.ts'
import type { Entry } from '../../../src/knowledge/pack.ts'
import { aPack, anEntry } from '../../support/entries.ts'
import { aFair } from '../../support/fair.ts'

const fair = openKnowledgeBase(aFair())

function read(text: string, { reader }: KnowledgeBase = fair): Question {
  return readQuestion(text, reader, '2026-04-20')
}

function entry(id: string): Entry {
  return fair.entries.get(id)!
}

/** The ids of the best entries, best first. */
function ranked(text: string, knowledge: KnowledgeBase = fair): string[] {
  return rank(read(text, knowledge), knowledge.index, knowledge.pack).map(
    (candidate) => knowledge.pack.entries[candidate.entry]!.id,
  )
}

/** A pack of texts alone, each called by its id. */
function texts(contents: Readonly<Record<string, string>>): KnowledgeBase {
  const entries = Object.entries(contents).map(([id, text]) =>
    anEntry({ id, title: {}, says: [], text: { en: text, ru: text, kk: text } }),
  )
  return openKnowledgeBase(aPack(entries))
}

/** The score of an entry for a question; 0 if it is not found. */
function scoreOf(id: string, text: string): number {
  const found = rank(read(text), fair.index, fair.pack, 15).find(({ entry }) => fair.pack.entries[entry]!.id === id)
  return found?.score ?? 0
}

function covered(text: string, id: string): Covered {
  const question = read(text)
  const at = fair.pack.entries.findIndex((one) => one.id === id)
  const measure = measureCoverage(question, conceptsOfQuestion(question), fair.index)
  return measure(at, checksOf(question, entry(id), fair.pack))
}

/** Example questions in English alone. */
function questions(...en: readonly string[]): Entry['questions'] {
  return { kk: [], ru: [], en }
}

/** How much a talk in Bonn loses when a question ends with Astana instead. */
function dropOf(text: string): number {
  return scoreOf('talk-2', `${text} Bonn`) - scoreOf('talk-2', `${text} Astana`)
}

describe('rank', () => {
  test.for([
    { what: 'example questions', text: 'how could I buy some tickets', first: 'tickets' },
    { what: 'words of a text', text: 'southern gate', first: 'tickets' },
    { what: 'a mistyped word', text: 'sothern gaet', first: 'tickets' },
    { what: 'a stated place', text: 'лекция в Бонне о бумаге', first: 'talks' },
    { what: 'a stated day', text: 'paper on 13 May', first: 'talk-2' },
    { what: 'a name in another language', text: 'жәрмеңке', first: 'fair' },
  ])('finds an entry by $what', ({ text, first }) => expect(ranked(text)[0]).toBe(first))

  test('finds nothing without a word of the pack', () => expect(ranked('zxqv wvut')).toEqual([]))

  test('returns no more than it was asked for, best first', () => {
    const candidates = rank(read('what does a ticket or a stand in the reading hall cost'), fair.index, fair.pack, 2)
    expect(candidates).toHaveLength(2)
    expect(candidates[0]!.score).toBeGreaterThan(candidates[1]!.score)
  })

  test('lifts an entry most by a day that typed data confirm', () => {
    const month = scoreOf('talk-2', 'paper and ink in May')
    expect(scoreOf('talk-2', 'paper and ink on 13 May')).toBeGreaterThan(month + 0.15)
  })

  test('holds a wrong ordinal against an entry, and a wrong place', () => {
    const ordinal = scoreOf('talk-2', 'second paper and ink') - scoreOf('talk-2', 'third paper and ink')
    const place = dropOf('paper and ink in')
    expect(place).toBeGreaterThan(0.5)
    expect(ordinal).toBeGreaterThan(0.5)
  })

  test('does not hold a wrong place against an entry when the place is what is asked', () => {
    expect(dropOf('was the paper and ink evening in')).toBeLessThan(
      dropOf('tell me of the paper and ink evening in') - 0.1,
    )
  })

  test.for([
    ['kk', 'өнеркәсіптендірілген аймақ туралы', 'өнеркәсіптендіру дамып келеді', 'қонақтар ертең келеді'],
    ['ru', 'электротехника', 'завод электротехнический открыт', 'гости приедут завтра'],
    ['en', 'agroforestry', 'agroforester wanted', 'guests will come tomorrow'],
  ] as const)('finds by letters what stems keep apart (%s)', ([, text, kin, other]) => {
    const knowledge = texts({ kin: `${kin} bridge`, other: `${other} bridge` })
    expect(ranked(`${text} bridge`, knowledge)[0]).toBe('kin')
  })
})

describe('letters of an index', () => {
  const { index } = texts({ mill: 'watermills turn', gate: 'gates open', year: '2025 2025' })

  test('score the documents whose words share grams with the question', () => {
    const score = index.letters(['watermill'])
    expect(score(0)).toBeGreaterThan(0)
    expect(score(1)).toBe(0)
  })

  test('compare no digits', () => expect(index.letters(['2025'])(2)).toBe(0))

  test('forget the question before', () => {
    index.letters(['watermill'])
    expect(index.letters(['gate'])(0)).toBe(0)
  })
})

describe('an example model', () => {
  const { index, reader } = openKnowledgeBase(
    aPack([
      anEntry({ id: 'tea', questions: questions('where is tea served', 'is there green tea', 'add 2 lumps') }),
      anEntry({ id: 'bus', questions: questions('where does the bus stop', 'is there a night bus') }),
      anEntry({ id: 'silent' }),
    ]),
  )
  const [model] = index.examples

  function fit(text: string): number[] {
    const scores = new Float32Array(3)
    model!.addFit(
      scores,
      text.split(' ').map((word) => ({ term: reader.termOf(word, languageOf('en')), weight: 1 })),
    )
    return [...scores]
  }

  test('is one for each language that has questions', () => expect(index.examples).toHaveLength(1))

  test('fits a question that it learnt best to its entry', () => {
    const [tea, bus, silent] = fit('where is tea served')
    expect(tea).toBeGreaterThan(0.6)
    expect(bus).toBeLessThan(0.3)
    expect(silent).toBe(0)
  })

  test('is drawn to words, not to what all questions share', () => {
    const [tea, bus] = fit('is there a bus')
    expect(bus!).toBeGreaterThan(tea!)
  })

  test('takes an example with another number for an example', () => {
    expect(fit('add 7 lumps')[0]).toBeGreaterThan(fit('add seven lumps')[0]!)
  })

  test('fits worse what holds words that no example has', () => {
    expect(fit('tea zeppelin')[0]).toBeLessThan(fit('tea')[0]!)
  })

  test('knows the words of its examples', () => {
    expect(model!.knows('tea')).toBe(true)
    expect(model!.knows('zeppelin')).toBe(false)
  })
})

describe('coverage', () => {
  test('is whole where every word is accounted for', () => {
    expect(covered('southern gate', 'tickets')).toEqual({ coverage: 1, missing: [] })
  })

  test('counts a word that the pack lacks as its rarest word', () => {
    const { coverage, missing } = covered('zeppelin gate', 'tickets')
    expect(coverage).toBeCloseTo(0.5, 1)
    expect(missing).toEqual([0])
  })

  test('counts words of questions like those of statements', () => {
    expect(covered('ticket price', 'tickets').coverage).toBe(1)
  })

  test('accounts for what typed data confirm, and for what they deny', () => {
    expect(covered('in Bonn', 'talk-2').coverage).toBe(1)
    expect(covered('in Bonn', 'talk-1').coverage).toBe(1)
    expect(covered('in Bonn', 'tickets').coverage).toBe(0)
  })

  test('leaves function words aside', () => expect(covered('and the gate', 'tickets').coverage).toBe(1))
})

describe('checksOf', () => {
  const known = anEntry({ id: 'known', dates: readSpan('2025-05-13/2025-05-15'), place: 'bonn', ordinal: 3 })

  test.for([
    { text: 'in Bonn', says: 'place holds' },
    { text: 'в Германии', says: 'place holds' },
    { text: 'Астанада', says: 'place fails' },
    { text: 'in May 2025', says: 'date holds' },
    { text: '14 мая', says: 'date holds' },
    { text: '2025 жылғы маусымда', says: 'date fails' },
    { text: 'from 12 to 15 May', says: 'date fails' },
    { text: 'the third', says: 'ordinal holds' },
    { text: 'вторая', says: 'ordinal fails' },
    { text: 'төртінші', says: 'ordinal fails' },
    { text: 'number 3', says: 'ordinal holds' },
    { text: 'number 4', says: 'ordinal fails' },
    { text: 'two of them', says: '' },
  ])('of a third event in Bonn in May 2025: "$text" $says', ({ text, says }) => {
    const checks = checksOf(read(text), known, fair.pack)
    expect(checks.map(({ property, holds }) => `${property} ${holds ? 'holds' : 'fails'}`).join()).toBe(says)
  })

  test('cannot tell a city of what is known by its country', () => {
    expect(checksOf(read('in Astana'), entry('hall'), fair.pack)).toEqual([])
    expect(checksOf(read('in Germany'), entry('hall'), fair.pack)).toMatchObject([{ property: 'place', holds: false }])
  })

  test('takes a list for proof of who is on it, and of nobody else', () => {
    expect(checksOf(read('UNICEF'), entry('partners'), fair.pack)).toMatchObject([{ holds: true }])
    expect(checksOf(read('OSCE'), entry('partners'), fair.pack)).toEqual([])
  })

  test('calls only what names a day precise', () => {
    expect(checksOf(read('14 May'), known, fair.pack)).toMatchObject([{ precise: true }])
    expect(checksOf(read('in May'), known, fair.pack)).toMatchObject([{ precise: false }])
  })
})

describe('concepts', () => {
  test('of an entry are what its typed data hold, a country for its city', () => {
    expect(conceptsOfEntry(entry('talk-2'), fair.pack)).toEqual([
      '@entry:talk-2',
      '@place:bonn',
      '@place:germany',
      '@ordinal:2',
      '@year:2025',
      '@month:5',
      '@day:13',
    ])
  })

  test.for(['second in Bonn, 13 May', 'вторая в Бонне, 13 мая', 'екінші, Боннда, 13 мамыр'])(
    'of a question are the same in every language: %s',
    (text) => {
      const concepts = conceptsOfQuestion(read(text)).map(({ concept }) => concept)
      expect(concepts).toEqual(expect.arrayContaining(['@ordinal:2', '@place:bonn', '@day:13', '@month:5']))
    },
  )
})

describe('topics', () => {
  test.for([
    { language: 'en', text: 'read', first: 'hall' },
    { language: 'en', text: 'tickts', first: 'tickets' },
    { language: 'ru', text: 'партн', first: 'partners' },
    { language: 'kk', text: 'жарменке', first: 'fair' },
  ] as const)('are completed from "$text" ($language)', ({ language, text, first }) => {
    expect(fair.topics(text, language, 3)[0]?.id).toBe(first)
  })

  test('hold no gap, and none for nothing typed', () => {
    expect(fair.topics('parking', 'en', 9).map(({ type }) => type)).not.toContain('gap')
    expect(fair.topics(' ', 'en', 3)).toEqual([])
  })

  test('are as many as asked for', () => expect(fair.topics('t', 'en', 2)).toHaveLength(2))

  test('are found by a text of any length', () =>
    expect(() => fair.topics('reading '.repeat(99), 'en', 3)).not.toThrow())
})
