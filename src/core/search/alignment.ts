import { languages, type Language } from '../../knowledge/language.ts'
import type { Entry } from '../../knowledge/pack.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { sentencesOf } from './entry-topics.ts'
import { termsOf, type AboutTopics, type TopicSpace } from './topic-space.ts'
import { remembering } from '../text/remembering.ts'
import type { TermOf } from '../text/term.ts'

/**
 * How far an entry's words stand for those of a question. Shares are of what the question's words tell, in nats, as
 * people use them at events: 0 to 1.
 */
export type Alignment = {
  /** Of one sentence and its title, the most. */
  readonly sentence: number
  /** What the word that it has least to say of tells. */
  readonly missing: number
  /** Whether the sentence that aligns best has a number, and whether any has. */
  readonly numberInSentence: boolean
  readonly numberInAll: boolean
}

/** A question's words beside what is known of the topics: aligns the entries of a pack with it. */
export type Aligner = {
  /** The share of what its words tell that is known from what people ask at events; the rest is the pack's own. */
  readonly known: number
  readonly align: (entry: number) => Alignment
}

/** A sentence of an entry, by what its words are about. */
export type AlignedSentence = {
  readonly isTitle: boolean
  readonly language: Language
  readonly terms: readonly string[]
  readonly hasNumber: boolean
}

/** Gives an entry's sentences, each read once. */
export type SentencesOf = (entry: number) => readonly AlignedSentence[]

/** Cuts entries into sentences when they are first asked for. */
export function rememberingSentences(entries: readonly Entry[], termOf: TermOf): SentencesOf {
  const known = new Map<number, readonly AlignedSentence[]>()
  const read = (at: number): AlignedSentence[] =>
    languages.flatMap((language) =>
      sentencesOf(entries[at]!, language).map(({ text, isTitle }): AlignedSentence => {
        const terms = termsOf(text, language, termOf)
        return { isTitle, language, terms, hasNumber: terms.some((term) => digit.test(term)) }
      }),
    )
  return (entry) => known.getOrInsertComputed(entry, read)
}

const digit = /\d/

/** What only asks tells little of what is asked about. */
const askingShare = 0.3

/** A title stands beside each of its sentences, and says a little less than the sentence itself. */
const titleShare = 0.9

/**
 * Aligns each word of a question with the word of an entry that is nearest to it, as word embeddings are aligned (M.
 * Kusner et al., "From Word Embeddings to Document Distances", ICML 2015, the relaxed form), but in the space of the
 * topics: two words are near when people use them of the same, in whatever languages.
 */
export function alignerFor({ words }: Question, space: TopicSpace, sentencesOf: SentencesOf): Aligner {
  const asked = words.filter(({ role }) => role !== 'function').map((word) => readWord(word, space))
  const total = asked.reduce((sum, { worth }) => sum + worth, 0) || 1
  const nearnessOf = remembering((term: string, language: Language): readonly number[] => {
    const about = space.wordOf(term, language)
    return asked.map((word) => word.terms.get(term) ?? nearness(word.shares, about))
  })
  return {
    known: asked.reduce((sum, { shares, worth }) => sum + (shares ? worth : 0), 0) / total,
    align: (entry) => {
      const all = new Float64Array(asked.length)
      const titles = new Map<Language, Float64Array>()
      let best = { sentence: 0, numberInSentence: false }
      let numberInAll = false
      for (const { isTitle, language, terms, hasNumber } of sentencesOf(entry)) {
        const own = new Float64Array(asked.length)
        for (const term of terms) raise(own, nearnessOf(term, language), 1)
        raise(all, own, 1)
        numberInAll ||= hasNumber
        const title = titles.getOrInsertComputed(language, () => new Float64Array(asked.length))
        if (isTitle) raise(title, own, 1)
        else raise(own, title, titleShare)
        const sentence = asked.reduce((sum, { worth }, at) => sum + worth * proof(own[at]!), 0) / total
        if (sentence > best.sentence) best = { sentence, numberInSentence: hasNumber }
      }
      const missing = asked.map(({ isContent, worth }, at) => (isContent ? worth * (1 - all[at]!) : 0))
      return { ...best, missing: Math.max(0, ...missing) / mostInformation, numberInAll }
    },
  }
}

/** How much nearness proves: words that are used a little alike stand for each other hardly at all. */
function proof(nearness: number): number {
  return nearness ** 2
}

/** About as many nats as the rarest word tells: brings what a word tells to 0 to 1. */
const mostInformation = 10

/** What a word of a question may stand for, what it tells, in nats, and how much each topic, if that is known. */
type AskedWord = {
  readonly terms: ReadonlyMap<string, number>
  readonly isContent: boolean
  readonly worth: number
  readonly shares: Float32Array | undefined
}

function readWord({ terms, role }: Word, space: TopicSpace): AskedWord {
  const isContent = role === 'content'
  const about = firstKnown(terms, space)
  return {
    terms: new Map(terms.map(({ term, weight }) => [term, weight])),
    isContent,
    worth: (isContent ? 1 : askingShare) * (about?.information ?? space.unknown),
    shares: about && sharesOf(about, space.ids.length),
  }
}

/** Its likeliest term that is known, in the language that it is of. */
function firstKnown(terms: Word['terms'], space: TopicSpace): AboutTopics | undefined {
  for (const { term, language } of terms) {
    for (const one of languages) {
      const about = language === undefined || language === one ? space.wordOf(term, one) : undefined
      if (about) return about
    }
  }
  return undefined
}

function raise(degrees: Float64Array, by: ArrayLike<number>, share: number): void {
  for (let at = 0; at < degrees.length; at++) degrees[at] = Math.max(degrees[at]!, share * by[at]!)
}

/** The cosine of the angle between what two words are about; 0 to 1. */
function nearness(shares: Float32Array | undefined, other: AboutTopics | undefined): number {
  if (!shares || !other) return 0
  let sum = 0
  for (let at = 0; at < other.topics.length; at++) sum += shares[other.topics[at]!]! * other.shares[at]!
  return sum
}

function sharesOf({ topics, shares }: AboutTopics, count: number): Float32Array {
  const all = new Float32Array(count)
  topics.forEach((topic, at) => (all[topic] = shares[at]!))
  return all
}
