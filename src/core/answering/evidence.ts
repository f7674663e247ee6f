import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Check } from '../search/agreement.ts'
import { tokenise } from '../text/tokenise.ts'
import { answersItself, isTurnAt, polarityOf, type Polarity } from '../understanding/polarity.ts'
import type { Mark } from '../understanding/grammar.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'
import { participantsIn } from './participants.ts'
import { listsOf } from './selection.ts'
import { sentencesOf } from './sentences.ts'
import { placesOf, placesOfThings, readText, wantedOf, type ReadText, type Wanted } from './wanted.ts'

/** What the text of an entry says to a question: the sentence that speaks most of what it asks, and how. */
export type Evidence = {
  /** Undefined if none has a word that the question asks for. */
  readonly sentence: string | undefined
  /**
   * `itself`: it begins with its own yes or no. `open`: it speaks of what is asked, and neither affirms nor denies it.
   */
  readonly says: Polarity | 'itself'
  /** Whether it has all that the question names. */
  readonly whole: boolean
  /** Whether it says something of what the question names beyond the title that it limits or denies. */
  readonly doubts: boolean
  /** Whether what the question names beside an organisation is said, but in no sentence that speaks of that one. */
  readonly ofOthers: boolean
  /** Whether the question names something that is only guessed at, and neither the title nor any sentence has. */
  readonly unsure: boolean
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
  /** "Are dust storms on the agenda?": it is enough that they are spoken of, among whatever else. */
  readonly asksTreatment: boolean
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
 * What the sentences of an entry say to a question of yes or no, in the language of the answer. Words that the title
 * has, or that typed data settle, need not stand in the sentence.
 */
export function evidenceIn(
  entry: Entry,
  { question, checks }: { readonly question: Question; readonly checks: readonly Check[] },
  { language, knowledge }: Pick<Search, 'language' | 'knowledge'>,
): Evidence {
  // What a theme says is what is meant to be done, and of those who take part it is said that they do.
  const isOfParticipants = participantsIn(knowledge) === entry
  const isIdle = ({ marks }: Word): boolean =>
    (speaks(entry) && marks.has('treatment')) ||
    (entry.type === 'theme' && marks.has('membership')) ||
    ((entry.type === 'theme' || isOfParticipants) && marks.has('expectation')) ||
    (isOfParticipants && marks.has('participation'))
  const asks = (mark: Mark): boolean => question.words.some(({ marks }) => marks.has(mark))
  const isAmongOthers = entry.type === 'theme' || isOfParticipants || (speaks(entry) && asks('treatment'))
  const asksTreatment = !asks('exclusive') && isAmongOthers
  const about = [knowledge.pack.subject, entry.within, ...listsOf(entry.id, knowledge.pack).map(({ id }) => id)]
  const wanted = wantedOf(question, { checks, about, language, isIdle, hasTerm: knowledge.reader.hasTerm })
  const names = [wordsIn(entry.title, language) ?? '', ...entry.names[language]].join(' ')
  const title = readText(names, language, knowledge.reader)
  const named = wanted.filter((one) => placesOf(one, title).length > 0)
  const asksModal = asks('modality')
  const organisations = new Set(organisationsIn(question))
  const search: Search = { language, knowledge, wanted, named, title, asksModal, asksTreatment }
  const sentences = sentencesOf(entry, language).slice(0, mostSentences)
  const [first = ''] = sentences
  const words = tokenise(first)
  if (named.length > 0 && answersItself(words, languageOf(language))) {
    const sentence = words.length > shortAnswer ? first : sentences.slice(0, 2).join(' ')
    return { sentence, says: 'itself', whole: true, doubts: true, ofOthers: false, unsure: false }
  }
  let best: { readonly evidence: Judged; readonly shared: number } | undefined
  const said = new Set(named)
  const saidOfThem = new Set(named)
  let speaksOfThem = false
  for (const sentence of sentences) {
    const text = readText(sentence, language, knowledge.reader)
    const shared = wanted.filter((one) => placesOf(one, text).length > 0)
    const isOfThem = organisationsIn(text).some((id) => organisations.has(id))
    speaksOfThem ||= isOfThem
    for (const one of shared) {
      said.add(one)
      if (isOfThem) saidOfThem.add(one)
    }
    if (shared.length <= (best?.shared ?? 0)) continue
    best = { evidence: judge(sentence, { text, shared }, search), shared: shared.length }
  }
  const nothing = { sentence: undefined, says: 'open', whole: false, doubts: false } as const
  const ofOthers = speaksOfThem && wanted.some((one) => one.things.length > 0 && said.has(one) && !saidOfThem.has(one))
  return { ...(best?.evidence ?? nothing), ofOthers, unsure: wanted.some((one) => one.isGuess && !said.has(one)) }
}

/** Events and themes are about what their statements name. */
function speaks({ type }: Entry): boolean {
  return type === 'event' || type === 'theme'
}

type Judged = Omit<Evidence, 'unsure' | 'ofOthers'>

function judge(
  sentence: string,
  { text, shared }: { readonly text: ReadText; readonly shared: readonly Wanted[] },
  search: Search,
): Judged {
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

function organisationsIn({ names }: Pick<Question, 'names'>): string[] {
  return names.flatMap(({ things }) => things.flatMap(({ kind, id }) => (kind === 'organisation' ? [id] : [])))
}

const betweenClauses = /[,;:()]\s+|\s[–—-]\s/u

/** Affirmed or denied by one clause that has it all; what stands in other clauses must deny and limit nothing. */
function sayingOf(sentence: string, shared: readonly Wanted[], search: Search): Polarity {
  const { language, knowledge, named, title } = search
  const clauses = sentence.split(betweenClauses).map((text) => readText(text, language, knowledge.reader))
  const hasAll = (text: ReadText): boolean => shared.every((wanted) => placesOf(wanted, text).length > 0)
  // Who did it stands beside it; what is only named may be any of several, in an enumeration.
  const isNamedOnly = shared.every(({ deeds = [] }) => deeds.length === 0)
  const clause = clauses.find(hasAll) ?? (isNamedOnly ? readText(sentence, language, knowledge.reader) : undefined)
  if (!clause) return 'open'
  const polarity = polarityIn(clause, shared, search)
  // What else is spoken of, and how, is no matter then.
  if (search.asksTreatment) return polarity === 'affirms' ? 'affirms' : 'open'
  const others = clauses.filter((one) => one !== clause)
  if (others.some((one) => polarityIn(one, [], { ...search, asksModal: false }) !== 'affirms')) return 'open'
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
  const isNarrower = extra.some((word) => /\d/.test(word) && !isYear(word)) || (extra.length > 0 && !isSpecific)
  return isNarrower ? 'open' : polarity
}

/** When it was, narrows what was said less than any other number does. */
function isYear(word: string): boolean {
  return /^(19|20)\d\d$/.test(word)
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
