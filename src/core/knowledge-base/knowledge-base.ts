import type { Entry, Pack } from '../../knowledge/pack.ts'
import { allLanguages } from '../../languages/known/all.ts'
import { isOnce, openIndex, type EntryIndex } from '../search/entry-index.ts'
import { openTalk, type TalkGuess } from '../search/talk-model.ts'
import { findTopics, type Topics } from '../search/topic-completion.ts'
import { nearMissesOf } from '../text/near-miss.ts'
import { idIn } from '../text/string-table.ts'
import { termOf } from '../text/term.ts'
import { grammarOf } from '../understanding/grammar.ts'
import { guessLanguage } from '../understanding/language-guess.ts'
import { openLexicon } from '../understanding/lexicon.ts'
import { openRelated } from '../understanding/related-terms.ts'
import type { Question, Reader } from '../understanding/question.ts'
import { openSeries, type Series } from '../understanding/series.ts'
import { knownTopics } from './known-topics.ts'
import { compilePack, type CompiledPack } from './compile.ts'

/** A pack ready for questions: what reads them, and what finds entries for them. */
export type KnowledgeBase = {
  readonly pack: Pack
  readonly entries: ReadonlyMap<string, Entry>
  /** The ids of what people ask and the source does not say. */
  readonly gaps: ReadonlySet<string>
  readonly reader: Reader
  readonly series: Series
  readonly index: EntryIndex
  readonly topics: Topics
  /** What small talk a message is likest to, where no phrase of it is known. */
  readonly talk: (question: Question) => TalkGuess | undefined
}

/** Compiles a pack and opens it, in this thread: see `compilePack` for how long that takes. */
export function openKnowledgeBase(pack: Pack): KnowledgeBase {
  return openCompiled(compilePack(pack))
}

/** Makes a compiled pack answer; takes a millisecond, whatever its size. */
export function openCompiled(compiled: CompiledPack): KnowledgeBase {
  const { pack, names, series, index, languages, related, talk, spellings } = compiled
  const { vocabulary } = index
  return {
    pack,
    entries: new Map(pack.entries.map((entry) => [entry.id, entry])),
    gaps: new Set(pack.entries.filter(({ type }) => type === 'gap').map(({ id }) => id)),
    reader: {
      languages: allLanguages,
      grammar: grammarOf(allLanguages),
      termOf,
      hasTerm: (term) => idIn(vocabulary, term) !== undefined,
      isOnce: (term) => isOnce(index, idIn(vocabulary, term)),
      relatedTo: openRelated(related, vocabulary),
      nearMisses: nearMissesOf(spellings, vocabulary),
      lexicon: openLexicon(names),
      guessLanguage: guessLanguage(languages, allLanguages),
    },
    series: openSeries(series),
    index: openIndex(index, pack, knownTopics),
    topics: findTopics(pack),
    talk: openTalk(talk),
  }
}
