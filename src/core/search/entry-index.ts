import { languages, type Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Entry, Localised, LocalisedLists, Pack } from '../../knowledge/pack.ts'
import type { Topic } from '../../topics/topic.ts'
import { rememberingSpellings, type TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { conceptsOfEntry, conceptsOfThing } from '../understanding/concepts.ts'
import { stringTable, type StringTable } from '../text/string-table.ts'
import type { Lexicon } from '../understanding/lexicon.ts'
import { openExampleModel, type ExampleModel, type ExampleWeights } from './example-model.ts'
import { buildInvertedIndex, holdersOf, type TextField, type InvertedIndex } from './inverted-index.ts'
import { learnExamples } from './learn-examples.ts'
import { indexLetters, matchLetters, type LetterIndex, type LetterMatch } from './letter-match.ts'
import { words as parameters } from './parameters.ts'
import { spread } from './spread.ts'
import { mostTopics, topicsOfEntry, type TopicSpace } from './topic-space.ts'
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

/** What the topics that people ask about at every event have to do with the pack; they are numbered in their order. */
type IndexedTopics = {
  /** How many were learnt along with the pack's own questions, behind its entries; 0: they are known by themselves. */
  readonly learnt: number
  /** For each entry the topic that it is of, plus one; 0 for none. */
  readonly of: Uint8Array
  /** For each entry `mostTopics` topics that its texts are about, and how much: 0 for fewer (see `topicsOfEntry`). */
  readonly about: Uint8Array
  readonly most: Float32Array
  readonly mean: Float32Array
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
    taughtShare: shareOfDense(pack, (entry) => (known[entry]!.includes('said') ? 0 : enough)),
    space: pack.topics === true && indexed.topics.learnt === 0 ? space : undefined,
  }
}

/** The share of entries that say something and have enough example questions to be known by them. */
function shareOfDense({ entries }: Pack, termsOf: (entry: number) => number): number {
  const telling = [...entries.keys()].filter((entry) => entries[entry]!.type !== 'gap')
  return telling.filter((entry) => termsOf(entry) >= enough).length / Math.max(1, telling.length)
}

/** So many words of example questions, some fifteen questions, tell what an entry is asked. */
const enough = 100

/** What indexing needs besides the pack. Without topics none are known. */
type Indexing = {
  readonly topics: readonly Topic[]
  readonly space: TopicSpace | undefined
  readonly termOf: TermOf
  readonly lexicon: Lexicon
}

/** Indexes what a pack's entries say and are asked, and learns from the questions. The costly part of a start. */
export function indexEntries(pack: Pack, { topics, space, termOf, lexicon }: Indexing): IndexedEntries {
  const vocabulary = createVocabulary()
  const spelling = rememberingSpellings()
  const fieldsIn: FieldsIn = (text, language, weight) => {
    if (text === undefined) return []
    const words = tokenise(text)
    const terms = words.map((word) => termOf(word, languageOf(language)))
    const concepts = conceptsIn(terms, language, lexicon, pack)
    const said = { terms, words: words.map(spelling), weight }
    return concepts.length === 0 ? [said] : [said, { terms: concepts, words: concepts, weight: 1 }]
  }
  const readAll = (lists: LocalisedLists): LanguageExamples =>
    languages.map((language) => lists[language].map((question) => fieldsIn(question, language, 1)))
  const asked = pack.entries.map(({ questions }) => readAll(questions))
  const askedOfTopics = topics.map(({ questions }) => readAll(questions))
  const places = new Map(topics.map(({ id }, place) => [id, place]))
  const isDense =
    shareOfDense(pack, (entry) => asked[entry]!.flat(2).reduce((sum, { terms }) => sum + terms.length, 0)) >= 0.5
  const of = pack.entries.map(({ topic }) => (topic === undefined ? undefined : places.get(topic)))
  const contrast = pack.entries.map((entry) => readAll(entry.contrast))
  const text = buildInvertedIndex(textFields(pack, fieldsIn), vocabulary)
  const questions = buildInvertedIndex(
    asked.map((all, entry) => [...all, ...(of[entry] === undefined ? [] : askedOfTopics[of[entry]]!)].flat(2)),
    vocabulary,
  )
  return {
    vocabulary: stringTable(vocabulary.terms),
    text,
    letters: indexLetters(text),
    questions,
    examples: learnByLanguage({ asked, contrast, of, askedOfTopics: isDense ? askedOfTopics : [] }, (entry, language) =>
      saidBy(pack.entries[entry]!, languages[language]!, fieldsIn),
    ),
    topics: {
      learnt: isDense ? topics.length : 0,
      of: Uint8Array.from(of, (place) => (place ?? -1) + 1),
      ...aboutTopics(pack, isDense ? undefined : space, termOf),
    },
  }
}

/** Each entry's questions in each language, each question a few fields. */
type LanguageExamples = readonly (readonly (readonly TextField[])[])[]

/**
 * Contrast questions of all entries are learnt as those of one more, which has the number behind the last: "who chaired
 * it" and "what did it cost" are as tempting for other entries. What entries without questions say is learnt as yet
 * another's, which answers nothing either: the words of a session on water are no sign that water to drink is asked for.
 */
function learnByLanguage(
  { asked, contrast, askedOfTopics, of }: Taught,
  said: (entry: number, language: number) => readonly string[][],
): ExampleWeights[] {
  const entries = asked.length
  return languages.flatMap((_, language) => {
    const questionsOf = (all: LanguageExamples): string[][] =>
      all[language]!.map((fields) => fields.flatMap(({ terms }) => terms))
    const examples = asked.map((all, entry) => ({ entry, questions: questionsOf(all), owner: of[entry] }))
    const untaught = asked.flatMap((all, entry) =>
      all.every((list) => list.length === 0) ? said(entry, language) : [],
    )
    // Those of aspects are for kinship alone.
    const ofTopics = askedOfTopics.map((all, owner) => ({
      entry: entries + besideEntries + owner,
      questions: of.includes(owner) ? questionsOf(all) : [],
      owner,
    }))
    const tempting = { entry: entries, questions: contrast.flatMap(questionsOf) }
    const taught = [...examples, tempting, ...ofTopics].filter(({ questions }) => questions.length > 0)
    if (taught.length === 0) return []
    const beside = { entry: entries + 1, questions: spread(untaught, mostSaid) }
    return learnExamples(untaught.length > 0 ? [...taught, beside] : taught) ?? []
  })
}

/** Questions of entries, contrast questions, those of topics, and the topics that entries are of. */
type Taught = {
  readonly asked: readonly LanguageExamples[]
  readonly contrast: readonly LanguageExamples[]
  readonly askedOfTopics: readonly LanguageExamples[]
  readonly of: readonly (number | undefined)[]
}

/** What else questions are told apart by, behind the entries: contrast, and what is said; then come the topics. */
export const besideEntries = 2

function aboutTopics(
  pack: Pack,
  space: TopicSpace | undefined,
  termOf: TermOf,
): Pick<IndexedTopics, 'about' | 'most' | 'mean'> {
  const about = new Uint8Array(pack.entries.length * mostTopics)
  const most = new Float32Array(about.length)
  const mean = new Float32Array(about.length)
  if (!space) return { about, most, mean }
  pack.entries.forEach((entry, at) => {
    if (entry.type === 'gap') return
    const found = topicsOfEntry(entry, space, termOf)
    about.set(found.places, at * mostTopics)
    most.set(found.most, at * mostTopics)
    mean.set(found.mean, at * mostTopics)
  })
  return { about, most, mean }
}

/** So many sentences tell what an event is about. */
const mostSaid = 3000

/** How many entries hold a term, in what they say or in what is asked of them. */
export function entriesHolding({ text, questions }: Pick<EntryIndex, 'text' | 'questions'>, term: number): number {
  return Math.max(holdersOf(text, term), holdersOf(questions, term))
}

/** Whether a term stands in one example question and nowhere else. */
export function isOnce({ text, questions }: Pick<EntryIndex, 'text' | 'questions'>, term: number | undefined): boolean {
  if (term === undefined || holdersOf(text, term) > 0 || holdersOf(questions, term) !== 1) return false
  return questions.frequencies[questions.start[term]!] === 1
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

/** What an entry says in a language, a list of terms for its title and for each of its sentences. */
function saidBy({ title, names, text, says }: Entry, language: Language, fieldsIn: FieldsIn): string[][] {
  const texts = [text, ...says.map((statement) => statement.text)].flatMap(
    (one) => one[language]?.split(sentenceEnd) ?? [],
  )
  return [title[language], ...names[language], ...texts]
    .map((one) => fieldsIn(one, language, 1).flatMap(({ terms }) => terms))
    .filter((terms) => terms.length > 0)
}

const sentenceEnd = /(?<=[.!?;])\s+/u

function conceptsIn(terms: readonly string[], language: Language, lexicon: Lexicon, pack: Pack): string[] {
  if (lexicon.size === 0) return []
  const mentions = lexicon.find(terms.map((term) => ({ terms: [{ term, language }], capitals: false })))
  return mentions.flatMap(({ things }) => things.flatMap((thing) => conceptsOfThing(thing, pack)))
}
