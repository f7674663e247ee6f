import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/all.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Check } from '../search/agreement.ts'
import { tokenise } from '../text/tokenise.ts'
import type { NameMention, Thing } from '../understanding/lexicon.ts'
import { answersItself, polarityOf, type Polarity } from '../understanding/polarity.ts'
import type { Question } from '../understanding/question.ts'
import { surelyMeant } from './parameters.ts'
import { sentencesOf } from './sentences.ts'

/** What the text of an entry says to a question: the sentence that speaks of what it asks, and how. */
export type Evidence = {
  readonly sentence: string
  /** `itself`: it begins with its own yes or no. `open`: it speaks of what is asked, and neither affirms nor denies it. */
  readonly says: Polarity | 'itself'
  /** Whether it has all that the question names. */
  readonly whole: boolean
  /** Whether it says something of what the question names beyond the title that it limits or denies. */
  readonly doubts: boolean
}

/** One thing that a question names and a sentence may have: a word by its terms, or a name by what it means. */
type Wanted = { readonly terms: readonly string[]; readonly things: readonly Thing[] }

/** A sentence that has more words of its own than the question speaks of something narrower, unless it has as many of the question. */
const enoughShared = 3

/**
 * What the sentences of an entry say to a question of yes or no, in the language of the answer; undefined if none of them has a
 * word that the question asks for. Words that the title has, or that typed data settle, need not stand in the sentence.
 */
export function evidenceIn(
  entry: Entry,
  { question, checks }: { question: Question; checks: readonly Check[] },
  { pack, reader, language }: Pick<KnowledgeBase, 'pack' | 'reader'> & { language: Language },
): Evidence | undefined {
  const spoken = languageOf(language)
  const wanted = wantedOf(question, checks, pack.subject)
  const asksModal = question.words.some(({ marks }) => marks.has('modality'))
  const title = read([wordsIn(entry.title, language) ?? '', ...entry.names[language]].join(' '))
  const named = wanted.filter((one) => has(title, one).length > 0)
  let best: (Evidence & { shared: number }) | undefined
  for (const [place, sentence] of sentencesOf(entry, language).entries()) {
    const words = tokenise(sentence)
    if (place === 0 && answersItself(words, spoken) && named.length > 0)
      return { sentence, says: 'itself', whole: true, doubts: true }
    const text = read(sentence)
    const shared = wanted.filter((one) => has(text, one).length > 0)
    if (shared.length === 0 || (best && shared.length <= best.shared)) continue
    const whole = wanted.every((one) => shared.includes(one) || named.includes(one))
    const says = whole ? saying(sentence, shared) : 'open'
    const doubts = shared.some((one) => !named.includes(one)) && doubtIn(text, shared)
    best = { sentence, says, whole, doubts, shared: shared.length }
  }
  return best

  function read(text: string): ReadText {
    const words = tokenise(text)
    const terms = words.map((word) => reader.termOf(word, spoken))
    const found = reader.lexicon.find(terms.map((term) => ({ terms: [{ term, language }], capitals: true })))
    return { words, terms, names: found }
  }

  function polarityIn(text: ReadText, asked: readonly Wanted[], modal: boolean | undefined = asksModal): Polarity {
    const places = new Set([...asked, ...named].flatMap((one) => has(text, one)))
    const isIdle = reader.grammar.isFunction
    return polarityOf(text.words, spoken, { isAsked: (at) => places.has(at), isIdle, asksModal: modal })
  }

  function doubtIn(text: ReadText, asked: readonly Wanted[]): boolean {
    return polarityIn(text, asked, undefined) !== 'affirms'
  }

  /** Affirmed or denied by one clause that has it all; what stands in other clauses must deny nothing. */
  function saying(sentence: string, shared: readonly Wanted[]): Polarity {
    const clauses = sentence.split(betweenClauses).map(read)
    const clause = clauses.find((one) => shared.every((wanted) => has(one, wanted).length > 0))
    if (!clause) return 'open'
    if (clauses.some((one) => one !== clause && polarityIn(one, [], false) !== 'affirms')) return 'open'
    const polarity = polarityIn(clause, shared)
    const asked = new Set([...shared, ...named].flatMap((one) => has(clause, one)))
    const extra = clause.words.filter(
      (word, at) => !asked.has(at) && !reader.grammar.isFunction(word) && !title.terms.includes(clause.terms[at]!),
    )
    const specific = polarity === 'affirms' && new Set([...shared, ...named]).size >= enoughShared
    const narrower = extra.some((word) => /\d/.test(word)) || (extra.length > 0 && !specific)
    return narrower ? 'open' : polarity
  }
}

type ReadText = {
  readonly words: readonly string[]
  readonly terms: readonly string[]
  readonly names: readonly NameMention[]
}

const betweenClauses = /[,;:()]\s+|\s[–—-]\s/u

/** The places at which a text has what is wanted. */
function has({ terms, names }: Pick<ReadText, 'terms' | 'names'>, wanted: Wanted): number[] {
  const same = names.filter(({ things }) =>
    things.some(({ kind, id }) => wanted.things.some((thing) => thing.kind === kind && thing.id === id)),
  )
  return [
    ...terms.flatMap((term, at) => (wanted.terms.includes(term) ? [at] : [])),
    ...same.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  ]
}

/** What a question names: all but words that say nothing, what the pack is about, and what typed data settle. */
function wantedOf({ words, names }: Question, checks: readonly Check[], subject: string | undefined): Wanted[] {
  const done = new Set<number>()
  const settle = (from: number, to: number): void => {
    for (let at = from; at < to; at++) done.add(at)
  }
  for (const { from, to } of checks) settle(from, to)
  const wanted: Wanted[] = []
  for (const { things, from, to } of names) {
    if (done.has(from)) continue
    const says = words.slice(from, to).some(({ role }) => role !== 'function')
    const known = things.every(({ kind, id }) => kind === 'generic' || (kind === 'entry' && id === subject))
    if (says && !known) wanted.push({ things, terms: to - from === 1 ? termsOf(words[from]!) : [] })
    settle(from, to)
  }
  words.forEach((word, at) => {
    if (done.has(at) || word.marks.has('whether') || word.marks.has('anaphora') || word.marks.has('modality')) return
    if (word.role === 'function' && !word.claimed) return
    wanted.push({ things: [], terms: termsOf(word) })
  })
  return wanted
}

function termsOf({ terms }: Question['words'][number]): string[] {
  return terms.filter(({ weight }) => weight >= surelyMeant).map(({ term }) => term)
}
