import type { Language } from '../../knowledge/language.ts'
import type { Entry, Localised, Pack } from '../../knowledge/pack.ts'
import { spell } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { conceptsOfEntry, conceptsOfThing } from '../understanding/concepts.ts'
import type { Lexicon } from '../understanding/lexicon.ts'
import { learnExamples, type ExampleModel } from './example-model.ts'
import { buildInvertedIndex, holdersOf, type Field, type InvertedIndex } from './inverted-index.ts'
import { matchLetters, type LetterMatch } from './letter-match.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/**
 * A pack made searchable. Entry n of the pack is document n of both indexes: `text` holds what entries say (titles,
 * names, texts and the concepts in them), `questions` the questions that people ask of them.
 */
export type EntryIndex = {
  readonly vocabulary: Vocabulary
  readonly text: InvertedIndex
  readonly letters: LetterMatch
  readonly questions: InvertedIndex
  /** One model for each language that has questions: what is asked in Kazakh says nothing of English words. */
  readonly examples: readonly ExampleModel[]
}

/** How often a word in a title or a name counts. Measured; see docs/design.md. */
const titleWeight = 3

type TermOf = (word: string, language: Language) => string

export function indexEntries(pack: Pack, termOf: TermOf, lexicon: Lexicon): EntryIndex {
  const vocabulary = createVocabulary()
  const analyse = (text: string, language: Language): { words: string[]; terms: string[]; concepts: string[] } => {
    const tokens = tokenise(text)
    const terms = tokens.map((word) => termOf(word, language))
    return { words: tokens.map(spell), terms, concepts: conceptsIn(terms, language, lexicon, pack) }
  }
  const fieldsIn = (text: string | undefined, language: Language, weight: number): Field[] => {
    if (text === undefined) return []
    const { words, terms, concepts } = analyse(text, language)
    return concepts.length === 0
      ? [{ terms, words, weight }]
      : [{ terms, words, weight }, { terms: concepts, words: concepts, weight: 1 }]
  }
  const text = buildInvertedIndex(textFields(pack, fieldsIn), vocabulary)
  const questions = buildInvertedIndex(questionFields(pack, fieldsIn), vocabulary)
  const examples = pack.languages.flatMap((language) => {
    const asked = pack.entries.map((entry, at) => ({
      entry: at,
      questions: entry.questions[language].map((question) => {
        const { terms, concepts } = analyse(question, language)
        return [...terms, ...concepts]
      }),
    }))
    return learnExamples(asked.filter(({ questions }) => questions.length > 0), pack.entries.length) ?? []
  })
  return { vocabulary, text, letters: matchLetters(text), questions, examples }
}

/** How many entries hold a term, in what they say or in what is asked of them. */
export function entriesHolding({ text, questions }: EntryIndex, term: number): number {
  return Math.max(holdersOf(text, term), holdersOf(questions, term))
}

type FieldsIn = (text: string | undefined, language: Language, weight: number) => Field[]

function* textFields(pack: Pack, fieldsIn: FieldsIn): Generator<Field[]> {
  for (const entry of pack.entries) {
    const fields = pack.languages.flatMap((language) => [
      ...fieldsOf(entry, language, fieldsIn),
      ...organisationsOf(entry, pack).flatMap((name) => fieldsIn(name[language], language, 1)),
    ])
    const concepts = conceptsOfEntry(entry, pack)
    yield [...fields, { terms: concepts, words: concepts, weight: titleWeight }]
  }
}

/** The names of the organisations that an entry points at: "unicef" is a word of the list of partners. */
function organisationsOf({ organisations, members }: Entry, pack: Pack): Localised[] {
  return [...organisations, ...members].flatMap((id) => {
    const { name, short } = pack.organisations.get(id) ?? {}
    return [name, short].filter((one) => one !== undefined)
  })
}

function fieldsOf(entry: Entry, language: Language, fieldsIn: FieldsIn): Field[] {
  const names = [entry.title[language], ...entry.names[language]]
  const texts = [entry.text[language], entry.at[language], ...entry.says.map(({ text }) => text[language])]
  return [
    ...names.flatMap((name) => fieldsIn(name, language, titleWeight)),
    ...texts.flatMap((text) => fieldsIn(text, language, 1)),
  ]
}

function* questionFields(pack: Pack, fieldsIn: FieldsIn): Generator<Field[]> {
  for (const { questions } of pack.entries) {
    yield pack.languages.flatMap((language) => questions[language].flatMap((question) => fieldsIn(question, language, 1)))
  }
}

function conceptsIn(terms: readonly string[], language: Language, lexicon: Lexicon, pack: Pack): string[] {
  if (lexicon.size === 0) return []
  const mentions = lexicon.find(terms.map((term) => ({ terms: [{ term, language }], capitals: false })))
  return mentions.flatMap(({ things }) => things.flatMap((thing) => conceptsOfThing(thing, pack)))
}
