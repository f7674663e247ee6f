import { describe, expect, test } from 'vitest'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { findNumerals } from '../../../src/core/understanding/numerals.ts'
import { readQuestion, type Question } from '../../../src/core/understanding/question.ts'
import type { NameMention } from '../../../src/core/understanding/lexicon.ts'
import type { Term } from '../../../src/knowledge/pack.ts'
import { aFair } from '../../support/fair.ts'

/** A club whose short name is the word that asks for somebody. */
const club = { id: 'club', name: { kk: 'КІМ', ru: 'КТО', en: 'WHO' }, short: {}, note: {} }
/** An agency whose short name is folded to the Kazakh word that asks for a yes or a no. */
const agency = { id: 'agency', name: { kk: 'ХЭА', ru: 'МЭА', en: 'IEA' }, short: {}, note: {} }
const names = { kk: [], ru: [], en: [] }
const known: readonly Term[] = [
  { id: 'children', names: { ...names, ru: ['дети без билета'], en: ['children without a ticket'] }, generic: false },
  { id: 'discount', names: { ...names, ru: ['без скидки'], en: ['without discount'] }, generic: false },
]
const { organisations, terms } = aFair()
const pack = aFair({
  organisations: new Map([...organisations, ['club', { ...club, names }], ['agency', { ...agency, names }]]),
  terms: [...terms, ...known],
})
const { reader } = openKnowledgeBase(pack)

function read(text: string): Question {
  return readQuestion(text, reader, '2026-04-20')
}

function idsOf(names: readonly NameMention[]): readonly string[] {
  return names.flatMap(({ things }) => things.map(({ id }) => id))
}

describe('a question leaves out', () => {
  test.for([
    ['Which talks were outside Astana?', ['astana']],
    ['talks except for the Bonn one', ['bonn']],
    ['talks in Bonn outside Astana', ['astana']],
    ['Какие лекции были кроме Бонна?', ['bonn']],
    ['лекции за пределами Казахстана', ['kazakhstan']],
    ['Астанадан тыс дәрістер', ['astana']],
    ['Бонн қаласынан басқа дәрістер', ['bonn']],
    ['talks in Bonn', []],
    ['лекции в Бонне', []],
    ['Дәрістер Боннда', []],
    ['talks outside the big old southern gate of Bonn', []],
    ['Was the talk outside Astana?', ['astana']],
    ['Дәріс Астанадан тыс болды ма?', ['astana']],
    ['Дәріс Астананы басқару туралы ма?', []],
  ] as const)('of "%s": %s', ([text, ids]) => expect(idsOf(read(text).leftOut)).toEqual(ids))
})

describe('a word that turns a question', () => {
  test.for(['children without a ticket', 'дети без билета'])('turns nothing within a name: %s', (text) => {
    const { names, deniesOrCompares } = read(text)
    expect({ ids: idsOf(names), deniesOrCompares }).toEqual({ ids: ['children'], deniesOrCompares: false })
  })

  test.for(['talks without Bonn', 'лекции без Бонна', 'children without a ticket, not in Bonn', 'лекции без скидки'])(
    'turns it elsewhere: %s',
    (text) => expect(read(text).deniesOrCompares).toBe(true),
  )
})

describe('a word that only asks', () => {
  test.for(['who came to Bonn', 'кто был в Бонне', 'Боннға кім келді', 'Бонн ме?'])('is no name: %s', (text) =>
    expect(idsOf(read(text).names)).toEqual(['bonn']),
  )

  test.for([
    ['What does WHO do in Bonn?', 'club'],
    ['Что делает КТО в Бонне?', 'club'],
    ['КІМ Боннда не істейді?', 'club'],
    ['МЭА Боннда ма?', 'agency'],
  ] as const)('is one in capitals: %s', ([text, id]) =>
    expect(idsOf(read(text).names).toSorted()).toEqual(['bonn', id].toSorted()),
  )
})

describe('"тыс"', () => {
  test.for([
    ['kk', 'астанадан тыс дәрістер', []],
    ['kk', '5 тыс қонақ', [5000]],
    ['ru', '5 тыс гостей', [5000]],
    ['ru', 'тыс гостей', [1000]],
  ] as const)('in %s, "%s" counts %s', ([language, text, values]) => {
    const numerals = findNumerals(text.split(' '), reader.grammar, language)
    expect(numerals.map(({ value }) => value)).toEqual(values)
  })
})
