import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { indexEntries, type IndexedEntries } from '../search/entry-index.ts'
import { rememberingTopics } from '../search/entry-topics.ts'
import { spread } from '../search/spread.ts'
import type { TalkWeights } from '../search/talk-model.ts'
import { indexSpellings, type Spellings } from '../text/near-miss.ts'
import { sizeOf, stringAt } from '../text/string-table.ts'
import { readConcepts } from '../../lexicon/concepts.ts'
import { allLanguages } from '../../languages/known/all.ts'
import { rememberingTerms } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import { everydayTrigrams } from '../understanding/everyday-language.ts'
import { learnLanguage, type LanguageModel } from '../understanding/language-guess.ts'
import { grammarOf } from '../understanding/grammar.ts'
import { indexNames } from '../understanding/index-names.ts'
import { relateTerms, type RelatedTerms } from '../understanding/related-terms.ts'
import { findSeries, type SeriesName } from '../understanding/series-names.ts'
import { readTopics } from '../../topics/topics.ts'
import { isOfEvent, joinTopics } from './join-topics.ts'
import { talkOf } from './known-talk.ts'
import { knownTopics } from './known-topics.ts'
import { withShownQuestions } from './shown-questions.ts'
import { withRegions } from './world-regions.ts'
import { openLexicon, type LexiconData } from '../understanding/lexicon.ts'

/** A pack and all that is learnt from it, as plain values and flat arrays: what a compiled file holds. */
export type CompiledPack = {
  /** With the questions that are shown alone. */
  readonly pack: Pack
  readonly names: LexiconData
  /** The numbers of series that the pack speaks of: COP30, the Sixth Meeting. */
  readonly series: readonly SeriesName[]
  readonly index: IndexedEntries
  readonly languages: readonly LanguageModel[]
  /** Small talk, told from what people ask. */
  readonly talk: readonly TalkWeights[]
  readonly related: RelatedTerms
  /** Made when it is first asked for, unless it comes from a file: only mistyped words need it. */
  readonly spellings: () => Spellings
}

/** Indexes a pack and learns from its questions: ten seconds for the bulletin's 27 000 on two cores (2026-11-28). */
export function compilePack(plain: Pack): CompiledPack {
  // What people type has no end: only the pack's own words are remembered, and only until they are indexed.
  const termOf = rememberingTerms()
  const topicsOf = rememberingTopics(knownTopics, termOf)
  const ofEvent = isOfEvent(plain, topicsOf)
  const topics = ofEvent ? readTopics() : []
  const pack = withRegions(ofEvent ? joinTopics(plain, topics, topicsOf) : plain, readConcepts())
  const names = indexNames(pack, termOf, grammarOf(allLanguages))
  const index = indexEntries(pack, { topics, topicsOf, termOf, lexicon: openLexicon(names) })
  let spellings: Spellings | undefined
  return {
    pack: withShownQuestions(pack),
    names,
    series: findSeries(pack, termOf, grammarOf(allLanguages)),
    index,
    related: relateTerms(readConcepts(), index.vocabulary, termOf),
    languages: pack.languages.map((language) =>
      // A small pack has too few words of its own to know a language by.
      learnLanguage(language, wordsOf(pack, language), everydayTrigrams(language)),
    ),
    talk: talkOf(pack, topics, termOf),
    spellings: () => (spellings ??= indexSpellings(termsBySpelling(index))),
  }
}

/** The number of the term of everything in the index: of every word that stands there, and of every term itself. */
function termsBySpelling({ vocabulary, text, questions }: IndexedEntries): Map<string, number> {
  const terms = new Map<string, number>()
  for (const index of [text, questions]) {
    for (let at = 0; at < index.text.length; at++) {
      const word = stringAt(index.words, index.spelling[at]!)
      if (!terms.has(word)) terms.set(word, index.text[at]!)
    }
  }
  for (let id = 0; id < sizeOf(vocabulary); id++) {
    const term = stringAt(vocabulary, id)
    if (!terms.has(term)) terms.set(term, id)
  }
  return terms
}

/** Enough words to know a language by; frequent ones count as often as they stand there. */
const mostTexts = 2000

/** So many questions of one entry tell how people write. */
const mostOfOne = 40

function wordsOf(pack: Pack, language: Language): string[] {
  const words: string[] = []
  for (const entry of pack.entries.slice(0, mostTexts)) {
    const texts = [entry.title[language], entry.text[language], ...entry.says.map(({ text }) => text[language])]
    // One by one: a long text has more words than a call takes arguments.
    for (const text of [...texts, ...spread(entry.questions[language], mostOfOne)])
      for (const word of tokenise(text ?? '')) words.push(word)
  }
  return words
}
