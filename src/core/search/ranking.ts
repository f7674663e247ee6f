import type { Pack } from '../../knowledge/pack.ts'
import { idIn } from '../text/string-table.ts'
import { spell } from '../text/term.ts'
import { conceptsOfQuestion, type ConceptMention } from '../understanding/concepts.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { checksOf } from './agreement.ts'
import { alignerFor } from './alignment.ts'
import { addBm25, information, type WeightedTerm } from './bm25.ts'
import { measureCoverage } from './coverage.ts'
import type { EntryIndex } from './entry-index.ts'
import { leastFit, mostTopics } from './entry-topics.ts'
import { besideEntries } from './learn-by-language.ts'
import { featureNames, featuresOf, type Features, type Evidence, type Kinship, type Surroundings } from './features.ts'
import { wordsFor } from './example-model.ts'
import { holdersOf } from './inverted-index.ts'
import { firstSight, lookedAtClosely, scoreWeights, words } from './parameters.ts'

/**
 * An entry that may answer a question, and why it is thought so. `score`: how much speaks for it, in nats beside "no
 * entry answers this", which has 0.
 */
export type Candidate = Evidence & { readonly score: number }

/** The best candidates, best first. Empty when no word of the question is in the pack. */
export function rank(question: Question, index: EntryIndex, pack: Pack, most = 10): Candidate[] {
  const { evidence, around } = evidenceFor(question, index, pack)
  const candidates = evidence.map((one): Candidate => {
    const scores = index.ways[one.entry]!.map((way) => scoreOf(featuresOf(one, way, { question, around, index, pack })))
    return { ...one, score: together(scores) }
  })
  return best(candidates, most)
}

/** What was found out about the entries that are likeliest at first sight. */
export function evidenceFor(
  question: Question,
  index: EntryIndex,
  pack: Pack,
): { evidence: Evidence[]; around: Surroundings } {
  const mentions = conceptsOfQuestion(question)
  const entries = pack.entries.length
  const { text, perfect } = scoreText(question, mentions, index)
  const learnt = scoreExamples(question, mentions, index)
  const space = index.space?.()
  const ofTopics = space?.fitsOfQuestion(question) ?? learnt.subarray(entries + besideEntries)
  const aligner = space && alignerFor(question, space, index.sentencesOf)
  const example = learnt.subarray(0, entries)
  index.topics.of.forEach((topic, entry) => {
    if (topic > 0) example[entry] = Math.max(example[entry]!, ofTopics[topic - 1] ?? 0)
  })
  const kin = kinship(ofTopics, index.topics)

  const letters = index.letters(question.words.map((word) => spell(word.text)))
  const concepts = new Set(mentions.map(({ concept }) => concept))
  const coverageOf = measureCoverage(question, mentions, index)
  const evidence = bestOf(
    text,
    example.map((fit, entry) => Math.max(fit, kin(entry).all)),
    perfect,
  ).map((entry): Evidence => {
    const checks = checksOf(question, pack.entries[entry]!, pack)
    return {
      entry,
      text: (text[entry]! + firstSight.letters * letters(entry)) / perfect,
      example: example[entry]!,
      kin: kin(entry),
      alignment: index.ways[entry]!.includes('said') ? aligner?.align(entry) : undefined,
      checks,
      named: concepts.has(`@entry:${pack.entries[entry]!.id}`),
      ...coverageOf(entry, checks),
    }
  })
  const most = evidence.reduce(
    (best, one) => (index.ways[one.entry]!.includes('said') ? Math.max(best, one.text) : best),
    0,
  )
  const topic = Math.max(0, ...ofTopics)
  return { evidence, around: { none: learnt[entries]!, text: most, topic, known: aligner?.known ?? 0 } }
}

/** Of scores that are the logarithms of chances, that of any of them. */
function together(scores: readonly number[]): number {
  const most = Math.max(...scores)
  return most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0))
}

function scoreOf(features: Features): number {
  let score = 0
  for (const name of featureNames) score += scoreWeights[name] * features[name]
  return score
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
  // What only asks is no part of what entries say, unless some entry says it.
  const worthOf = (word: Word): number => {
    if (!word.known) return most
    const holders = mostHolders(word, vocabulary, text)
    return word.role !== 'content' && holders === 0 ? 0 : information(text.documents, holders)
  }
  for (const word of question.words) {
    // Days and hours are looked for in typed data.
    if (word.claimed && mostHolders(word, vocabulary, text) === 0) continue
    const share = word.role === 'content' ? 1 : words.askedShare
    for (const { term, weight } of word.terms) put(term, share * weight)
    perfect += share * worthOf(word)
  }
  for (const { concept } of mentions) put(concept, 1)
  const weighted: WeightedTerm[] = Array.from(terms, ([term, weight]) => ({ term, weight }))
  addBm25(scores, text, weighted)
  // Questions of nothing but common words don't fit well, however few they are; in a pack of one or two entries every
  // word is common.
  const least = Math.min(1, information(text.documents, 1))
  return { text: scores, perfect: Math.max(least, perfect) * (words.saturation + 1) }
}

function mostHolders({ terms }: Word, vocabulary: EntryIndex['vocabulary'], text: EntryIndex['text']): number {
  return Math.max(0, ...terms.map(({ term }) => holdersOf(text, idIn(vocabulary, term) ?? text.start.length)))
}

/** The fit to each entry's example questions, the best over the languages, behind them that to contrast and topics. */
function scoreExamples(question: Question, mentions: readonly ConceptMention[], index: EntryIndex): Float32Array {
  const best = new Float32Array(index.text.documents + besideEntries + index.topics.learnt)
  const concepts = mentions.map(({ concept }) => ({ term: concept, weight: 1 }))
  for (const model of index.examples) {
    const scores = new Float32Array(best.length)
    model.addFit(scores, [...wordsFor(model, question), ...concepts])
    for (let entry = 0; entry < best.length; entry++) if (scores[entry]! > best[entry]!) best[entry] = scores[entry]!
  }
  return best
}

/**
 * How much a question and an entry's texts are about the same: `one`, about one topic, as much as the one that is less
 * so; `all`, by the angle between what both are about. Explicit semantic analysis (E. Gabrilovich, S. Markovitch, IJCAI
 * 2007) with what people ask at events as its concepts.
 */
function kinship(ofTopics: Float32Array, { about, most, mean }: EntryIndex['topics']): (entry: number) => Kinship {
  const fits = ofTopics.map((fit) => (fit < leastFit ? 0 : fit))
  const length = Math.hypot(...fits) || 1
  return (entry) => {
    let one = 0
    let all = 0
    for (let at = entry * mostTopics; at < (entry + 1) * mostTopics; at++) {
      const fit = fits[about[at]!] ?? 0
      one = Math.max(one, Math.min(most[at]!, fit))
      all += mean[at]! * fit
    }
    return { one, all: all / length }
  }
}

function bestOf(text: Float32Array, example: Float32Array, perfect: number): number[] {
  let scored: { entry: number; score: number }[] = []
  let least = 0
  for (let entry = 0; entry < text.length; entry++) {
    const score = (firstSight.text * text[entry]!) / perfect + example[entry]!
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
