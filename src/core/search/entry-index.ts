import { languages, type Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Entry, Localised, LocalisedLists, Pack } from '../../knowledge/pack.ts'
import type { Topic } from '../../topics/topic.ts'
import { rememberingSpellings, rememberingTerms, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { conceptsOfEntry, conceptsOfThing } from '../understanding/concepts.ts'
import { stringTable, type StringTable } from '../text/string-table.ts'
import type { Lexicon } from '../understanding/lexicon.ts'
import { openExampleModel, type ExampleModel, type ExampleWeights } from './example-model.ts'
import { rememberingSentences, type SentencesOf } from './alignment.ts'
import { buildInvertedIndex, holdersOf, type TextField, type InvertedIndex } from './inverted-index.ts'
import { learnByLanguage, type LanguageExamples } from './learn-by-language.ts'
import { indexTopics, type IndexedTopics, type TopicsOf } from './entry-topics.ts'
import { indexLetters, matchLetters, type LetterIndex, type LetterMatch } from './letter-match.ts'
import { words as parameters } from './parameters.ts'
import { questionsRead } from './topic-questions.ts'
import type { TopicSpace } from './topic-space.ts'
import { createVocabulary } from './vocabulary.ts'

/**
 * What is learnt from a pack for finding its entries, in flat arrays. Entry n of the pack is document n of both
 * indexes: `text` holds what entries say (titles, names, texts and the concepts in them), `questions` the questions
 * that people ask of them.
 */
export type IndexedEntries = {
  readonly vocabulary: StringTable
  readonly text: InvertedIndex
  readonly letters: LetterIndex
  readonly questions: InvertedIndex
  /** For each language that has questions: what is asked in Kazakh says nothing of English words. */
  readonly examples: readonly ExampleWeights[]
  readonly topics: IndexedTopics
}

/**
 * The two ways to know that an entry answers: by what people ask of it (its example questions, or those of its topic),
 * and by what it says. An entry with a few examples can be known either way.
 */
export type Way = 'asked' | 'said'

/** A pack made searchable. */
export type EntryIndex = Omit<IndexedEntries, 'letters' | 'examples'> & {
  readonly letters: LetterMatch
  readonly examples: readonly ExampleModel[]
  /** How an entry can be known to answer. */
  readonly ways: readonly (readonly Way[])[]
  /** The share of entries that say something and have enough example questions to be known by them. */
  readonly taughtShare: number
  /** What tells the topics of a question, where the pack's own questions do not. */
  readonly space: (() => TopicSpace) | undefined
  readonly sentencesOf: SentencesOf
}

/** The compiled index, ready to be searched. `pack`: what it was made of; `space`: what is known of the topics. */
export function openIndex(indexed: IndexedEntries, pack: Pack, space: () => TopicSpace): EntryIndex {
  const { textStart } = indexed.questions
  const termsOf = (entry: number): number => textStart[entry + 1]! - textStart[entry]!
  const known = pack.entries.map(({ type }, entry): readonly Way[] => {
    if (type === 'gap' || (termsOf(entry) >= enough && indexed.topics.of[entry] === 0)) return ['asked']
    return termsOf(entry) > 0 ? ['asked', 'said'] : ['said']
  })
  return {
    ...indexed,
    letters: matchLetters(indexed.text, indexed.letters),
    examples: indexed.examples.map(openExampleModel),
    ways: known,
    taughtShare: shareOfTelling(pack, (entry) => !known[entry]!.includes('said')),
    space: pack.topics === true && indexed.topics.learnt === 0 ? space : undefined,
    sentencesOf: rememberingSentences(pack.entries, rememberingTerms()),
  }
}

/** The share of the entries that say something of which something holds, by their places. */
function shareOfTelling({ entries }: Pack, holds: (entry: number) => boolean): number {
  const telling = [...entries.keys()].filter((entry) => entries[entry]!.type !== 'gap')
  return telling.filter(holds).length / Math.max(1, telling.length)
}

/** So many words of example questions, some fifteen questions, tell what an entry is asked. */
const enough = 100

/** Where so many entries have that, topics are learnt along with their questions. */
const mostly = 0.5

/** A word of topics that so few questions have, or so short a one, may be a slip, or half of a word. */
const usual = { questions: 3, letters: 4 }

/** The words of topics' questions that are words surely, field by field: by others nothing that is typed is known. */
function usualFields(ofTopics: readonly LanguageExamples[]): TextField[][] {
  const fields = ofTopics.map((all) => all.flat(2))
  const counts = new Map<string, number>()
  for (const { terms } of fields.flat()) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const isUsual = (term: string): boolean => counts.get(term)! >= usual.questions && term.length >= usual.letters
  return fields.map((all) =>
    all.map(({ terms, words, weight }) => ({
      terms: terms.filter(isUsual),
      words: words.filter((_, at) => isUsual(terms[at]!)),
      weight,
    })),
  )
}

/** No questions in any language. */
const none: LanguageExamples = languages.map(() => [])

/** What indexing needs besides the pack. Without topics none are known. */
type Indexing = {
  readonly topics: readonly Topic[]
  readonly topicsOf: TopicsOf
  readonly termOf: TermOf
  readonly lexicon: Lexicon
}

/** Indexes what a pack's entries say and are asked, and learns from the questions. The costly part of a start. */
export function indexEntries(pack: Pack, { topics, topicsOf, termOf, lexicon }: Indexing): IndexedEntries {
  const vocabulary = createVocabulary()
  const spelling = rememberingSpellings()
  const fieldsIn: FieldsIn = (text, language, weight) => {
    return text === undefined ? [] : withConcepts(read(text, language, weight), language)
  }
  const read = (text: string, language: Language, weight: number): TextField => {
    const words = tokenise(text)
    return { terms: words.map((word) => termOf(word, languageOf(language))), words: words.map(spelling), weight }
  }
  const withConcepts = (said: TextField, language: Language): TextField[] => {
    const concepts = conceptsIn(said.terms, language, lexicon, pack)
    return concepts.length === 0 ? [said] : [said, { terms: concepts, words: concepts, weight: 1 }]
  }
  const readAll = (lists: LocalisedLists): LanguageExamples =>
    languages.map((language) => lists[language].map((question) => fieldsIn(question, language, 1)))
  const asked = pack.entries.map(({ questions }) => readAll(questions))
  const places = new Map(topics.map(({ id }, place) => [id, place]))
  const termsAsked = asked.map((all) => all.flat(2).reduce((sum, { terms }) => sum + terms.length, 0))
  const isDense = shareOfTelling(pack, (entry) => termsAsked[entry]! >= enough) >= mostly
  const of = pack.entries.map(({ topic }) => (topic === undefined ? undefined : places.get(topic)))
  const held = new Set(of)
  const ofTopics = topics.map((topic, place) =>
    held.has(place)
      ? questionsRead(topic, read).map((all, at) => all.map((said) => withConcepts(said, languages[at]!)))
      : none,
  )
  const contrast = pack.entries.map((entry) => readAll(entry.contrast))
  const text = buildInvertedIndex(textFields(pack, fieldsIn), vocabulary)
  const askedOf = usualFields(ofTopics)
  const questions = buildInvertedIndex(
    asked.map((all, entry) => [...all.flat(2), ...(of[entry] === undefined ? [] : askedOf[of[entry]]!)]),
    vocabulary,
  )
  return {
    vocabulary: stringTable(vocabulary.terms),
    text,
    letters: indexLetters(text),
    questions,
    examples: learnByLanguage({ asked, contrast, of, ofTopics: isDense ? ofTopics : [] }),
    topics: {
      learnt: isDense ? topics.length : 0,
      of: Uint8Array.from(of, (place) => (place ?? -1) + 1),
      ...indexTopics(pack, isDense || topics.length === 0 ? undefined : topicsOf),
    },
  }
}

/** How many entries hold a term, in what they say or in what is asked of them. */
export function entriesHolding({ text, questions }: Pick<EntryIndex, 'text' | 'questions'>, term: number): number {
  return Math.max(holdersOf(text, term), holdersOf(questions, term))
}

/** Whether a term stands in one example question and nowhere else. */
export function isOnce({ text, questions }: Pick<EntryIndex, 'text' | 'questions'>, term: number | undefined): boolean {
  if (term === undefined || holdersOf(text, term) > 0 || holdersOf(questions, term) !== 1) return false
  return questions.frequencies[questions.start[term]!] === 1
}

/** Whether a term stands in questions of topics alone: what a pack has for the same thing may be called otherwise. */
export function isOfTopics(
  { text, questions, topics }: Pick<EntryIndex, 'text' | 'questions' | 'topics'>,
  term: number | undefined,
): boolean {
  if (term === undefined || holdersOf(text, term) > 0) return false
  const holders = questions.holders.subarray(questions.start[term], questions.start[term + 1])
  return holders.length > 0 && holders.every((entry) => topics.of[entry]! > 0)
}

type FieldsIn = (text: string | undefined, language: Language, weight: number) => TextField[]

function* textFields(pack: Pack, fieldsIn: FieldsIn): Generator<TextField[]> {
  const titles = new Map(pack.entries.map(({ id, title }) => [id, title]))
  for (const entry of pack.entries) {
    const fields = languages.flatMap((language) => [
      ...fieldsOf(entry, language, fieldsIn),
      ...organisationsOf(entry, pack).flatMap((name) => fieldsIn(name[language], language, 1)),
      ...besideText(entry, pack, titles).flatMap((text) => fieldsIn(text[language], language, 1)),
    ])
    const concepts = conceptsOfEntry(entry, pack)
    yield [...fields, { terms: concepts, words: concepts, weight: parameters.titleWeight }]
  }
}

/** What an entry says beside its texts: its room, its people, its track, tiers of prices, labels of links. */
function besideText(
  { slots, speakers, chairs, details }: Entry,
  pack: Pack,
  titles: ReadonlyMap<string, Localised>,
): Localised[] {
  const rooms = new Set(slots.flatMap(({ place }) => place ?? []))
  return [
    ...[...rooms].flatMap((id) => pack.places.get(id)?.name ?? []),
    ...[...new Set([...speakers, ...chairs])].flatMap((id) => titles.get(id) ?? []),
    ...(details.prices ?? []).flatMap(({ tier, text }) => [tier, text]),
    ...(details.links ?? []).map(({ label }) => label),
    ...[details.affiliation, details.track, details.audience, details.notice].filter((text) => text !== undefined),
    ...(details.registration ? [details.registration.text] : []),
  ]
}

/** The names of the organisations that an entry points at: "unicef" is a word of the list of partners. */
function organisationsOf({ organisations, members }: Entry, pack: Pack): Localised[] {
  return [...organisations, ...members].flatMap((id) => {
    const { name, short } = pack.organisations.get(id) ?? {}
    return [name, short].filter((one) => one !== undefined)
  })
}

function fieldsOf(entry: Entry, language: Language, fieldsIn: FieldsIn): TextField[] {
  const names = [entry.title[language], ...entry.names[language]]
  // The text of a gap is what is said to whoever asks, not what is asked for.
  const own = entry.type === 'gap' ? undefined : entry.text[language]
  const texts = [own, entry.at[language], ...entry.says.map(({ text }) => text[language])]
  return [
    ...names.flatMap((name) => fieldsIn(name, language, parameters.titleWeight)),
    ...texts.flatMap((text) => fieldsIn(text, language, 1)),
  ]
}

function conceptsIn(terms: readonly string[], language: Language, lexicon: Lexicon, pack: Pack): string[] {
  if (lexicon.size === 0) return []
  const mentions = lexicon.find(terms.map((term) => ({ terms: [{ term, language }], capitals: false })))
  return mentions.flatMap(({ things }) => things.flatMap((thing) => conceptsOfThing(thing, pack)))
}
