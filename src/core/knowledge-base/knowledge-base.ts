import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { allLanguages, languageOf } from '../../languages/all.ts'
import { grammarOf } from '../understanding/grammar.ts'
import { indexEntries, type EntryIndex } from '../search/entry-index.ts'
import { nearMissesOf, type Spelling } from '../text/near-miss.ts'
import { findTopics, type Topics } from '../search/topic-completion.ts'
import { rememberingTerms, termOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { learnLanguages } from '../understanding/language-guess.ts'
import { buildLexicon } from '../understanding/lexicon.ts'
import type { Reader } from '../understanding/question.ts'

/** A pack ready for questions: what reads them, and what finds entries for them. */
export type KnowledgeBase = {
  readonly pack: Pack
  readonly entries: ReadonlyMap<string, Entry>
  /** The ids of what people ask and the source does not say. */
  readonly gaps: ReadonlySet<string>
  readonly reader: Reader
  readonly index: EntryIndex
  readonly topics: Topics
}

/** Builds everything that is derived from a pack. Takes tens of milliseconds for a bulletin, seconds for 100 000 entries. */
export function openKnowledgeBase(pack: Pack): KnowledgeBase {
  // What people type has no end: only the pack's own words are remembered, and only until they are indexed.
  const remembered = rememberingTerms()
  const grammar = grammarOf(allLanguages)
  const lexicon = buildLexicon(pack, remembered, grammar)
  const index = indexEntries(pack, remembered, lexicon)
  const reader: Reader = {
    languages: pack.languages.map(languageOf),
    grammar,
    termOf,
    hasTerm: (term) => index.vocabulary.idOf(term) !== undefined,
    nearMisses: nearMissesOf(() => spellingsIn(index)),
    lexicon,
    guessLanguage: learnLanguages(new Map(pack.languages.map((code) => [languageOf(code), wordsOf(pack, code)]))),
  }
  const gaps = new Set(pack.entries.filter(({ type }) => type === 'gap').map(({ id }) => id))
  return {
    pack,
    gaps,
    entries: new Map(pack.entries.map((entry) => [entry.id, entry])),
    reader,
    index,
    topics: findTopics(pack),
  }
}

/** Every term, and every word of which it is the stem. */
function spellingsIn({ vocabulary, text, questions }: EntryIndex): Spelling[] {
  const spellings = new Map<string, string>()
  for (const index of [text, questions]) {
    for (let at = 0; at < index.text.length; at++) {
      const word = index.words.terms[index.spelling[at]!]!
      if (!spellings.has(word)) spellings.set(word, vocabulary.terms[index.text[at]!]!)
    }
  }
  for (const term of vocabulary.terms) if (!spellings.has(term)) spellings.set(term, term)
  return Array.from(spellings, ([spelling, term]) => ({ spelling, term }))
}

/** Enough words to know a language by; frequent ones count as often as they stand there. */
const mostTexts = 2000

function wordsOf(pack: Pack, language: Language): string[] {
  const words: string[] = []
  for (const entry of pack.entries.slice(0, mostTexts)) {
    const texts = [entry.title[language], entry.text[language], ...entry.says.map(({ text }) => text[language])]
    for (const text of [...texts, ...entry.questions[language]]) words.push(...tokenise(text ?? ''))
  }
  return words
}
