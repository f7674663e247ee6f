import type { Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Entry, Localised, LocalisedLists, Pack } from '../../knowledge/pack.ts'
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
}

/** A pack made searchable. */
export type EntryIndex = Omit<IndexedEntries, 'letters' | 'examples'> & {
  readonly letters: LetterMatch
  readonly examples: readonly ExampleModel[]
  /** Whether an entry has example questions. */
  readonly taught: readonly boolean[]
  /** The share of entries that have some. */
  readonly taughtShare: number
}

/** The compiled index, ready to be searched; entries are taught if a question of theirs is in it. */
export function openIndex(indexed: IndexedEntries): EntryIndex {
  const { documents, textStart } = indexed.questions
  const taught = Array.from({ length: documents }, (_, entry) => textStart[entry + 1]! > textStart[entry]!)
  return {
    ...indexed,
    letters: matchLetters(indexed.text, indexed.letters),
    examples: indexed.examples.map(openExampleModel),
    taught,
    taughtShare: taught.filter(Boolean).length / Math.max(1, documents),
  }
}

/** Indexes what a pack's entries say and are asked, and learns from the questions. The costly part of a start. */
export function indexEntries(pack: Pack, termOf: TermOf, lexicon: Lexicon): IndexedEntries {
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
    pack.languages.map((language) => lists[language].map((question) => fieldsIn(question, language, 1)))
  const asked = pack.entries.map(({ questions }) => readAll(questions))
  const contrast = pack.entries.map((entry) => readAll(entry.contrast))
  const text = buildInvertedIndex(textFields(pack, fieldsIn), vocabulary)
  const questions = buildInvertedIndex(
    asked.map((languages) => languages.flat(2)),
    vocabulary,
  )
  return {
    vocabulary: stringTable(vocabulary.terms),
    text,
    letters: indexLetters(text),
    questions,
    examples: learnByLanguage(asked, contrast, pack),
  }
}

/** Each entry's questions in each of the pack's languages, each question a few fields. */
type LanguageExamples = readonly (readonly (readonly TextField[])[])[]

/**
 * Contrast questions of all entries are learnt as those of one more, which has the number behind the last: "who chaired
 * it" and "what did it cost" are as tempting for other entries.
 */
function learnByLanguage(
  asked: readonly LanguageExamples[],
  contrast: readonly LanguageExamples[],
  pack: Pack,
): ExampleWeights[] {
  return pack.languages.flatMap((_, language) => {
    const questionsOf = (languages: LanguageExamples): string[][] =>
      languages[language]!.map((fields) => fields.flatMap(({ terms }) => terms))
    const examples = asked.map((languages, entry) => ({ entry, questions: questionsOf(languages) }))
    const tempting = { entry: asked.length, questions: contrast.flatMap(questionsOf) }
    const taught = [...examples, tempting].filter(({ questions }) => questions.length > 0)
    return learnExamples(taught, asked.length + 1) ?? []
  })
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

type FieldsIn = (text: string | undefined, language: Language, weight: number) => TextField[]

function* textFields(pack: Pack, fieldsIn: FieldsIn): Generator<TextField[]> {
  const titles = new Map(pack.entries.map(({ id, title }) => [id, title]))
  for (const entry of pack.entries) {
    const fields = pack.languages.flatMap((language) => [
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
