import type { Pack } from '../../knowledge/pack.ts'
import { spell } from '../text/term.ts'
import { conceptsOfQuestion, type ConceptMention } from '../understanding/concepts.ts'
import type { Question, Word } from '../understanding/question.ts'
import { checksOf, type Check } from './agreement.ts'
import { addBm25, information, type WeightedTerm } from './bm25.ts'
import { entriesHolding, type EntryIndex } from './entry-index.ts'
import { holdersOf } from './inverted-index.ts'

/** An entry that may answer a question, and why it is thought so. All numbers but `checks` are about 0 to 1. */
export type Candidate = {
  /** The entry's place in the pack. */
  readonly entry: number
  readonly score: number
  /** How much of the most that its words could score it does. */
  readonly text: number
  /** How like the entry's example questions the question is. */
  readonly example: number
  /** The share of the question's information, in nats, that the entry's words and questions account for. */
  readonly coverage: number
  readonly checks: readonly Check[]
  /** The places of the question's content words that the entry does not account for. */
  readonly missing: readonly number[]
  /** The share of the question's information in words that the whole pack lacks. */
  readonly foreign: number
}

/** What makes up a score. Measured on tests/evaluation and on public question sets; see docs/design.md. */
const weights = { text: 0.4, example: 1, letters: 0.2, holds: 0.06, holdsPrecisely: 0.15, fails: 0.15, failsOrdinal: 0.3, named: 0.1, coverage: 0.1 }

/** How much a word that only asks, or says nothing of the subject, counts in the text of entries. */
const askedShare = 0.5

/** How many of the best by words are looked at closely: letters, coverage, checks. */
const closely = 48

/** The best candidates, best first. Empty when no word of the question is in the pack. */
export function rank(question: Question, index: EntryIndex, pack: Pack, most = 10): Candidate[] {
  const mentions = conceptsOfQuestion(question)
  const { text, perfect } = scoreText(question, mentions, index)
  const example = scoreExamples(question, mentions, index)
  const entries = bestOf(text, example, perfect)
  const learnt = index.examples.length > 0
  const letters = index.letters(question.words.map((word) => spell(word.text)))
  const covers = coverageOf(question, mentions, index)
  const candidates = entries.map((entry): Candidate => {
    const fit = (text[entry]! + weights.letters * letters(entry)) / perfect
    const checks = checksOf(question, pack.entries[entry]!, pack)
    const named = mentions.some(({ concept }) => concept === `@entry:${pack.entries[entry]!.id}`) ? weights.named : 0
    const { coverage, missing, foreign } = covers(entry, checks)
    const score =
      weights.text * fit + weights.example * example[entry]! + (learnt ? weights.coverage * coverage : 0) + named + agreement(checks, question)
    return { entry, score, text: fit, example: example[entry]!, coverage, checks, missing, foreign }
  })
  return candidates.toSorted((a, b) => b.score - a.score).slice(0, most)
}

/** "Was it in Bonn?" asks whether the place is right: there a wrong one says nothing against the entry. */
function agreement(checks: readonly Check[], { asked }: Question): number {
  let sum = 0
  for (const { property, holds, precise } of checks) {
    if (holds) sum += precise ? weights.holdsPrecisely : weights.holds
    else if (property === 'ordinal') sum -= weights.failsOrdinal
    else if (!asked.has('yes-no') && !asked.has('whether')) sum -= weights.fails
  }
  return sum
}

/** BM25 of every entry, and the score of an imaginary entry that has each word of the question many times. */
function scoreText(
  question: Question,
  mentions: readonly ConceptMention[],
  { vocabulary, text }: EntryIndex,
): { text: Float32Array; perfect: number } {
  const scores = new Float32Array(text.documents)
  const terms = new Map<number, number>()
  let perfect = 0
  const most = information(text.documents, 0)
  const put = (term: string, weight: number): void => {
    const id = vocabulary.idOf(term)
    if (id !== undefined) terms.set(id, Math.max(weight, terms.get(id) ?? 0))
  }
  for (const word of question.words) {
    const share = word.role === 'content' ? 1 : askedShare
    for (const { term, weight } of word.terms) put(term, share * weight)
    perfect += word.known ? informationOfWord(word, vocabulary, (term) => holdersOf(text, term), text.documents) : most
  }
  for (const { concept } of mentions) put(concept, 1)
  const weighted: WeightedTerm[] = Array.from(terms, ([term, weight]) => ({ term, weight }))
  addBm25(scores, text, weighted)
  return { text: scores, perfect: Math.max(1, perfect) * 2.2 }
}

function informationOfWord(
  { terms }: Word,
  vocabulary: EntryIndex['vocabulary'],
  holders: (term: number) => number,
  entries: number,
): number {
  const ids = terms.flatMap(({ term }) => vocabulary.idOf(term) ?? [])
  return information(entries, Math.max(0, ...ids.map(holders)))
}

/** Each entry's fit to its example questions, the best over the languages. */
function scoreExamples(question: Question, mentions: readonly ConceptMention[], index: EntryIndex): Float32Array {
  const best = new Float32Array(index.text.documents)
  const concepts = mentions.map(({ concept }) => ({ term: concept, weight: 1 }))
  for (const model of index.examples) {
    const scores = new Float32Array(best.length)
    const words = question.words.map(({ terms, text }) => terms.find(({ term }) => model.knows(term)) ?? terms[0] ?? { term: text, weight: 1 })
    model.addFit(scores, [...words, ...concepts])
    for (let entry = 0; entry < best.length; entry++) if (scores[entry]! > best[entry]!) best[entry] = scores[entry]!
  }
  return best
}

function bestOf(text: Float32Array, example: Float32Array, perfect: number): number[] {
  let scored: { entry: number; score: number }[] = []
  let least = 0
  for (let entry = 0; entry < text.length; entry++) {
    const score = (weights.text * text[entry]!) / perfect + weights.example * example[entry]!
    if (score <= least) continue
    scored.push({ entry, score })
    if (scored.length < 4 * closely) continue
    scored = best(scored)
    least = scored.at(-1)!.score
  }
  return best(scored).map(({ entry }) => entry)
}

function best<T extends { score: number }>(scored: readonly T[]): T[] {
  return scored.toSorted((a, b) => b.score - a.score).slice(0, closely)
}

type Coverage = (entry: number, checks: readonly Check[]) => Pick<Candidate, 'coverage' | 'missing' | 'foreign'>

/** How much an unmentioned question word ("when") counts beside a word of the subject, in coverage. */
const askingShare = 0.25

/**
 * The share of the question's information that an entry accounts for. A word that the pack lacks counts as much as its
 * rarest word: "parking" carries the question, whatever else fits.
 */
function coverageOf(question: Question, mentions: readonly ConceptMention[], index: EntryIndex): Coverage {
  const { vocabulary, text } = index
  const most = information(text.documents, 0.5)
  const parts = question.words.flatMap((word, at) => {
    if (word.role === 'function' || (word.role === 'asking' && !word.terms.some(({ term }) => vocabulary.idOf(term) !== undefined))) return []
    const ids = new Map(word.terms.flatMap(({ term, weight }): [number, number][] => {
      const id = vocabulary.idOf(term)
      return id === undefined ? [] : [[id, weight]]
    }))
    for (const { concept, from, to } of mentions) {
      const id = from <= at && at < to ? vocabulary.idOf(concept) : undefined
      if (id !== undefined) ids.set(id, 1)
    }
    const holders = Math.max(0, ...Array.from(ids.keys(), (id) => entriesHolding(index, id)))
    const share = word.role === 'asking' ? askingShare : 1
    return [{ at, content: word.role === 'content', known: holders > 0, ids, worth: share * (holders === 0 ? most : information(text.documents, holders)) }]
  })
  const total = parts.reduce((sum, { worth }) => sum + worth, 0)
  return (entry, checks) => {
    if (total === 0) return { coverage: 0, missing: [], foreign: 0 }
    // What typed data confirm or deny is accounted for either way.
    const covered = parts.map(({ at }): number => (checks.some(({ from, to }) => from <= at && at < to) ? 1 : 0))
    for (const part of [index.text, index.questions]) {
      for (let position = part.textStart[entry]!; position < part.textStart[entry + 1]!; position++) {
        const term = part.text[position]!
        parts.forEach(({ ids }, at) => {
          const weight = ids.get(term)
          if (weight !== undefined && weight > covered[at]!) covered[at] = weight
        })
      }
    }
    return {
      coverage: parts.reduce((sum, { worth }, at) => sum + worth * covered[at]!, 0) / total,
      missing: parts.flatMap(({ at, content }, part) => (content && covered[part] === 0 ? [at] : [])),
      foreign: parts.reduce((sum, { worth, known }) => sum + (known ? 0 : worth), 0) / total,
    }
  }
}
