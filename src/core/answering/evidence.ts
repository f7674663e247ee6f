import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Check } from '../search/agreement.ts'
import { tokenise } from '../text/tokenise.ts'
import { answersItself, isTurnAt, polarityOf, type Polarity } from '../understanding/polarity.ts'
import type { Question } from '../understanding/question.ts'
import { sentencesOf } from './sentences.ts'
import { placesOf, placesOfThings, readText, wantedOf, type ReadText, type Wanted } from './wanted.ts'

/** What the text of an entry says to a question: the sentence that speaks of what it asks, and how. */
export type Evidence = {
  readonly sentence: string
  /**
   * `itself`: it begins with its own yes or no. `open`: it speaks of what is asked, and neither affirms nor denies it.
   */
  readonly says: Polarity | 'itself'
  /** Whether it has all that the question names. */
  readonly whole: boolean
  /** Whether it says something of what the question names beyond the title that it limits or denies. */
  readonly doubts: boolean
}

/** A question and where its answer is looked for. */
type Search = {
  readonly language: Language
  readonly knowledge: Pick<KnowledgeBase, 'pack' | 'reader'>
  readonly wanted: readonly Wanted[]
  /** Those of them that the title has: what a sentence below it says is said of them. */
  readonly named: readonly Wanted[]
  readonly title: ReadText
  readonly asksModal: boolean
}

/**
 * A sentence with words of its own speaks of something narrower than was asked, unless it shares as many with the
 * question.
 */
const enoughShared = 3

/** Longer texts are looked at from their beginning: reading one takes some ten microseconds a sentence. */
const mostSentences = 300

/** An answer of so few words ("Unfortunately, no.") is quoted with the sentence after it. */
const shortAnswer = 3

/**
 * What the sentences of an entry say to a question of yes or no, in the language of the answer; undefined if none of
 * them has a word that the question asks for. Words that the title has, or that typed data settle, need not stand in
 * the sentence.
 */
export function evidenceIn(
  entry: Entry,
  { question, checks }: { readonly question: Question; readonly checks: readonly Check[] },
  { language, knowledge }: Pick<Search, 'language' | 'knowledge'>,
): Evidence | undefined {
  const wanted = wantedOf(question, { checks, subject: knowledge.pack.subject, language })
  const names = [wordsIn(entry.title, language) ?? '', ...entry.names[language]].join(' ')
  const title = readText(names, language, knowledge.reader)
  const named = wanted.filter((one) => placesOf(one, title).length > 0)
  const asksModal = question.words.some(({ marks }) => marks.has('modality'))
  const search: Search = { language, knowledge, wanted, named, title, asksModal }
  const sentences = sentencesOf(entry, language).slice(0, mostSentences)
  const [first = ''] = sentences
  const words = tokenise(first)
  if (named.length > 0 && answersItself(words, languageOf(language))) {
    const sentence = words.length > shortAnswer ? first : sentences.slice(0, 2).join(' ')
    return { sentence, says: 'itself', whole: true, doubts: true }
  }
  let best: { readonly evidence: Evidence; readonly shared: number } | undefined
  for (const sentence of sentences) {
    const text = readText(sentence, language, knowledge.reader)
    const shared = wanted.filter((one) => placesOf(one, text).length > 0)
    if (shared.length <= (best?.shared ?? 0)) continue
    best = { evidence: judge(sentence, { text, shared }, search), shared: shared.length }
  }
  return best?.evidence
}

function judge(
  sentence: string,
  { text, shared }: { readonly text: ReadText; readonly shared: readonly Wanted[] },
  search: Search,
): Evidence {
  const { named, wanted } = search
  const whole = wanted.every((one) => shared.includes(one) || named.includes(one))
  const isBeyondTitle = shared.some((one) => !named.includes(one))
  return {
    sentence,
    says: whole ? sayingOf(sentence, shared, search) : 'open',
    whole,
    doubts: isBeyondTitle && polarityIn(text, shared, { ...search, asksModal: undefined }) !== 'affirms',
  }
}

const betweenClauses = /[,;:()]\s+|\s[–—-]\s/u

/** Affirmed or denied by one clause that has it all; what stands in other clauses must deny and limit nothing. */
function sayingOf(sentence: string, shared: readonly Wanted[], search: Search): Polarity {
  const { language, knowledge, named, title } = search
  const clauses = sentence.split(betweenClauses).map((text) => readText(text, language, knowledge.reader))
  const clause = clauses.find((one) => shared.every((wanted) => placesOf(wanted, one).length > 0))
  if (!clause) return 'open'
  const others = clauses.filter((one) => one !== clause)
  if (others.some((one) => polarityIn(one, [], { ...search, asksModal: false }) !== 'affirms')) return 'open'
  const polarity = polarityIn(clause, shared, search)
  const read = new Set([
    ...[...shared, ...named].flatMap((one) => placesOf(one, clause)),
    ...placesOfThings(clause, ({ id }) => id === knowledge.pack.subject),
  ])
  const extra = clause.words.filter((word, at) => {
    if (read.has(at) || knowledge.reader.grammar.isFunction(word) || title.terms.includes(clause.terms[at]!))
      return false
    return !isTurnAt(clause.words, at, languageOf(language))
  })
  const isSpecific = polarity === 'affirms' && new Set([...shared, ...named]).size >= enoughShared
  const isNarrower = extra.some((word) => /\d/.test(word)) || (extra.length > 0 && !isSpecific)
  return isNarrower ? 'open' : polarity
}

function polarityIn(
  text: ReadText,
  asked: readonly Wanted[],
  { language, knowledge, named, asksModal }: Omit<Search, 'asksModal'> & { readonly asksModal: boolean | undefined },
): Polarity {
  const places = new Set([...asked, ...named].flatMap((one) => placesOf(one, text)))
  const isIdle = knowledge.reader.grammar.isFunction
  return polarityOf(text.words, languageOf(language), { isAsked: (at) => places.has(at), isIdle, asksModal })
}
