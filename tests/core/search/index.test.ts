import { describe, expect, test } from 'vitest'
import { addBm25, information } from '../../../src/core/search/bm25.ts'
import { growingUint32 } from '../../../src/core/search/growing-array.ts'
import { buildInvertedIndex, holdersOf, type InvertedIndex } from '../../../src/core/search/inverted-index.ts'
import { gramBuckets, gramsOf } from '../../../src/core/search/letter-grams.ts'
import { createVocabulary } from '../../../src/core/search/vocabulary.ts'

/** An index of texts, each one field of its words. */
function indexOf(texts: readonly string[], weight = 1): { index: InvertedIndex; term: (word: string) => number } {
  const vocabulary = createVocabulary()
  const fields = texts.map((text) => [{ terms: text.split(' '), words: text.split(' '), weight }])
  return { index: buildInvertedIndex(fields, vocabulary), term: (word) => vocabulary.add(word) }
}

/** How many letter grams two words share. */
function shared(a: string, b: string): number {
  return gramsOf(a).filter((gram) => gramsOf(b).includes(gram)).length
}

describe('a vocabulary', () => {
  test('numbers terms in the order of their first use', () => {
    const vocabulary = createVocabulary()
    expect(['a', 'b', 'a', 'c'].map((word) => vocabulary.add(word))).toEqual([0, 1, 0, 2])
    expect(vocabulary.terms).toEqual(['a', 'b', 'c'])
  })
})

describe('a growing array', () => {
  test('holds all that was pushed, however often it doubled', () => {
    const array = growingUint32()
    for (let value = 0; value < 5000; value++) array.push(value)
    expect(array.length).toBe(5000)
    expect(array.toArray()).toEqual(Uint32Array.from({ length: 5000 }, (_, at) => at))
  })
})

describe('an inverted index', () => {
  const { index, term } = indexOf(['red hall', 'red red gate', 'blue'])

  test('counts documents, not occurrences', () => {
    expect(index.documents).toBe(3)
    expect(['red', 'gate', 'blue', 'lamp'].map((word) => holdersOf(index, term(word)))).toEqual([2, 1, 1, 0])
  })

  test('knows how often a document holds a term', () => {
    const at = index.start[term('red')]!
    expect(index.holders.slice(at, at + 2)).toEqual(Uint32Array.of(0, 1))
    expect(index.frequencies.slice(at, at + 2)).toEqual(Uint8Array.of(1, 2))
  })

  test('counts a field as often as it weighs, and never beyond what fits a byte', () => {
    const weighty = indexOf(['red red'], 200)
    expect(weighty.index.frequencies[weighty.index.start[weighty.term('red')]!]).toBe(255)
  })

  test('knows the terms of each document in order', () => {
    const words = index.text.slice(index.textStart[1], index.textStart[2])
    expect(words).toEqual(Uint32Array.of(term('red'), term('red'), term('gate')))
  })

  test('measures lengths against their average', () => {
    expect([...index.relativeLength]).toEqual([1, 1.5, 0.5])
  })

  test('gives terms that only another index holds no holders', () => {
    const vocabulary = createVocabulary()
    const first = buildInvertedIndex([[{ terms: ['a'], words: ['a'], weight: 1 }]], vocabulary)
    buildInvertedIndex([[{ terms: ['b'], words: ['b'], weight: 1 }]], vocabulary)
    expect(holdersOf(first, vocabulary.add('b'))).toBe(0)
  })
})

describe('BM25', () => {
  test('tells more by a rarer term, and never less than nothing', () => {
    expect(information(100, 1)).toBeGreaterThan(information(100, 10))
    expect(information(100, 100)).toBeGreaterThan(0)
  })

  test.for([
    { what: 'a rarer word', texts: ['common rare', 'common other', 'common third'], asked: ['rare'], first: 0 },
    { what: 'more of the words', texts: ['hall gate', 'hall lamp', 'rope wood'], asked: ['hall', 'lamp'], first: 1 },
    { what: 'a word said twice', texts: ['hall rope', 'hall hall', 'rope wood'], asked: ['hall'], first: 1 },
    { what: 'a shorter text', texts: ['hall rope wood iron tin', 'hall rope', 'wood iron'], asked: ['hall'], first: 1 },
  ])('prefers $what', ({ texts, asked, first }) => {
    const { index, term } = indexOf(texts)
    const scores = new Float32Array(texts.length)
    const terms = asked.map((word) => ({ term: term(word), weight: 1 }))
    addBm25(scores, index, terms)
    expect(scores.indexOf(Math.max(...scores))).toBe(first)
  })

  test('counts a guess for less, and adds to what is there', () => {
    const { index, term } = indexOf(['hall', 'gate'])
    const scores = (weight: number, before = 0): number => {
      const array = new Float32Array([before, 0])
      addBm25(array, index, [{ term: term('hall'), weight }])
      return array[0]!
    }
    expect(scores(0.5)).toBeCloseTo(scores(1) / 2)
    expect(scores(1, 3)).toBeCloseTo(3 + scores(1))
  })

  test('saturates: the tenth repetition helps less than the second', () => {
    const { index, term } = indexOf(['hall', 'hall hall', `${'hall '.repeat(9)}hall`, `${'hall '.repeat(10)}hall`])
    const even = { ...index, relativeLength: new Float32Array(4).fill(1) }
    const scores = new Float32Array(4)
    addBm25(scores, even, [{ term: term('hall'), weight: 1 }])
    expect(scores[1]! - scores[0]!).toBeGreaterThan(10 * (scores[3]! - scores[2]!))
  })
})

describe('letter grams', () => {
  test('are four letters long, the edges of the word marked', () => {
    expect(gramsOf('hall')).toHaveLength(3)
    expect(gramsOf('a')).toHaveLength(1)
  })

  test('are mostly shared by words that differ in a letter', () => {
    expect(shared('декларация', 'декларацыя')).toBeGreaterThanOrEqual(6)
    expect(shared('hall', 'hallway')).toBe(2)
    expect(shared('hall', 'gate')).toBe(0)
  })

  test('fit the table that counts them', () => {
    for (const gram of gramsOf('өнеркәсіптендірілгендігі')) expect(gram).toBeLessThan(gramBuckets)
  })
})
