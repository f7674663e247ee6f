import type { Pack } from '../../knowledge/pack.ts'
import { idIn } from '../text/string-table.ts'
import { spell } from '../text/term.ts'
import { conceptsOfQuestion, type ConceptMention } from '../understanding/concepts.ts'
import { wantsYesOrNo, type Question, type Word } from '../understanding/question.ts'
import { checksOf, type Check } from './agreement.ts'
import { addBm25, information, type WeightedTerm } from './bm25.ts'
import { measureCoverage, type Covered } from './coverage.ts'
import type { EntryIndex } from './entry-index.ts'
import { holdersOf } from './inverted-index.ts'
import { lookedAtClosely, spare, weights, words } from './parameters.ts'

/** An entry that may answer a question, and why it is thought so. All numbers but `checks` are about 0 to 1. */
export type Candidate = Covered & {
  /** The entry's place in the pack. */
  readonly entry: number
  readonly score: number
  /** How much of the most that its words could score it does. */
  readonly text: number
  /** How like the entry's example questions the question is. */
  readonly example: number
  readonly checks: readonly Check[]
}

/** The best candidates, best first. Empty when no word of the question is in the pack. */
export function rank(question: Question, index: EntryIndex, pack: Pack, most = 10): Candidate[] {
  const mentions = conceptsOfQuestion(question)
  const { text, perfect } = scoreText(question, mentions, index)
  const example = scoreExamples(question, mentions, index)
  const letters = index.letters(question.words.map((word) => spell(word.text)))
  const fits = bestOf(text, example, perfect).map((entry) => ({
    entry,
    fit: (text[entry]! + weights.letters * letters(entry)) / perfect,
    checks: checksOf(question, pack.entries[entry]!, pack),
  }))
  const scored = fits.map(({ entry, fit, checks }) => {
    const named = mentions.some(({ concept }) => concept === `@entry:${pack.entries[entry]!.id}`) ? weights.named : 0
    const score = weights.text * fit + weights.example * example[entry]! + named + agreement(checks, question)
    return { entry, score, text: fit, example: example[entry]!, checks }
  })
  const coverageOf = measureCoverage(question, mentions, index)
  const coverageWeight = index.examples.length > 0 ? weights.coverage : 0
  const candidates = best(scored, most + spare).map((candidate): Candidate => {
    const covered = coverageOf(candidate.entry, candidate.checks)
    return { ...candidate, ...covered, score: candidate.score + coverageWeight * covered.coverage }
  })
  return best(candidates, most)
}

/** "Was it in Bonn?" asks whether the place is right: there a wrong one says nothing against the entry. */
function agreement(checks: readonly Check[], question: Question): number {
  let sum = 0
  for (const { property, holds, precise } of checks) {
    if (holds) sum += precise ? weights.holdsPrecisely : weights.holds
    else if (property === 'ordinal') sum -= weights.failsOrdinal
    else if (!wantsYesOrNo(question)) sum -= weights.fails
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
    const id = idIn(vocabulary, term)
    if (id !== undefined) terms.set(id, Math.max(weight, terms.get(id) ?? 0))
  }
  for (const word of question.words) {
    const share = word.role === 'content' ? 1 : words.askedShare
    for (const { term, weight } of word.terms) put(term, share * weight)
    perfect += word.known ? informationOfWord(word, vocabulary, (term) => holdersOf(text, term), text.documents) : most
  }
  for (const { concept } of mentions) put(concept, 1)
  const weighted: WeightedTerm[] = Array.from(terms, ([term, weight]) => ({ term, weight }))
  addBm25(scores, text, weighted)
  return { text: scores, perfect: Math.max(1, perfect) * (words.saturation + 1) }
}

function informationOfWord(
  { terms }: Word,
  vocabulary: EntryIndex['vocabulary'],
  holders: (term: number) => number,
  entries: number,
): number {
  const ids = terms.flatMap(({ term }) => idIn(vocabulary, term) ?? [])
  return information(entries, Math.max(0, ...ids.map(holders)))
}

/** Each entry's fit to its example questions, the best over the languages. */
function scoreExamples(question: Question, mentions: readonly ConceptMention[], index: EntryIndex): Float32Array {
  const best = new Float32Array(index.text.documents)
  const concepts = mentions.map(({ concept }) => ({ term: concept, weight: 1 }))
  for (const model of index.examples) {
    const scores = new Float32Array(best.length)
    const words = question.words.map(
      ({ terms, text }) => terms.find(({ term }) => model.knows(term)) ?? terms[0] ?? { term: text, weight: 1 },
    )
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
    if (scored.length < 4 * lookedAtClosely) continue
    scored = best(scored, lookedAtClosely)
    least = scored.at(-1)!.score
  }
  return best(scored, lookedAtClosely).map(({ entry }) => entry)
}

function best<T extends { score: number }>(scored: readonly T[], most: number): T[] {
  return scored.toSorted((a, b) => b.score - a.score).slice(0, most)
}
