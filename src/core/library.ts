import type { Language } from '../knowledge/language.ts'
import type { Entry, Pack } from '../knowledge/pack.ts'
import { indexEntries, type EntryIndex } from './search/entry-index.ts'
import { nearMissesOf } from './search/near-miss.ts'
import { rememberingTerms } from './text/term.ts'
import { tokenise } from './text/tokenise.ts'
import { learnLanguages } from './understanding/language-guess.ts'
import { buildLexicon } from './understanding/lexicon.ts'
import type { Reader } from './understanding/question.ts'

/** A pack ready for questions: what reads them, and what finds entries for them. */
export type Library = {
  readonly pack: Pack
  readonly entries: ReadonlyMap<string, Entry>
  readonly reader: Reader
  readonly index: EntryIndex
}

/** Builds everything that is derived from a pack. Takes tens of milliseconds for a bulletin, seconds for 100 000 entries. */
export function openLibrary(pack: Pack): Library {
  const termOf = rememberingTerms()
  const lexicon = buildLexicon(pack, termOf)
  const index = indexEntries(pack, termOf, lexicon)
  const reader: Reader = {
    languages: pack.languages,
    termOf,
    hasTerm: (term) => index.vocabulary.idOf(term) !== undefined,
    nearMisses: nearMissesOf(index.vocabulary),
    lexicon,
    guessLanguage: learnLanguages(new Map(pack.languages.map((language) => [language, wordsOf(pack, language)]))),
  }
  return { pack, entries: new Map(pack.entries.map((entry) => [entry.id, entry])), reader, index }
}

/** Enough words to know a language by. */
const mostTexts = 2000

function wordsOf(pack: Pack, language: Language): Set<string> {
  const words = new Set<string>()
  for (const entry of pack.entries.slice(0, mostTexts)) {
    const texts = [entry.title[language], entry.text[language], ...entry.says.map(({ text }) => text[language])]
    for (const text of [...texts, ...entry.questions[language]]) for (const word of tokenise(text ?? '')) words.add(word)
  }
  return words
}
