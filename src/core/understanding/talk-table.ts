import type { LanguageData, SmallTalk } from '../../languages/language-data.ts'
import { variantsOf, wordsOf } from '../../languages/sayings.ts'
import { editDistance } from '../text/edit-distance.ts'
import { fold } from '../text/normalise.ts'
import { spell } from '../text/term.ts'

/** What a phrase of some words says, in which language it is said, and, of `speak`, the language asked for. */
export type TalkMeaning = {
  readonly kind: SmallTalk
  readonly language: string
  readonly words: number
  readonly speak?: string
}

/** What words may stand beside: any phrase, or those of some kinds; function words, those that can't be mistaken. */
export type Beside = 'anything' | 'plain' | keyof LanguageData['beside']

/** The phrases of small talk of all languages. Words are given as `talkSpelling` writes them. */
export type TalkTable = {
  /** What a phrase means, its words joined: people leave spaces out and put them in. */
  readonly meaningsOf: (joined: string) => readonly TalkMeaning[] | undefined
  /** What a phrase of so many words means that is one slip away; undefined if there is none. */
  readonly nearlyMeant: (joined: string, words: number) => readonly TalkMeaning[] | undefined
  readonly besideWhat: (word: string) => ReadonlySet<Beside> | undefined
  /** Whether a word is in a phrase or may stand beside one. */
  readonly has: (word: string) => boolean
  /** Whether a word, as it is typed, is in a phrase. */
  readonly isWord: (word: string) => boolean
  /** Words in the longest phrase. */
  readonly longest: number
}

/** Letters that a phrase must have for a slip in it to be forgiven: shorter ones are a slip away from too much. */
const shortestMended = 5

/** As words are pronounced, whatever their length in letters: "приветттт", "хиии", "hahahahaha". */
export function talkSpelling(word: string): string {
  // A sound ("mmm") is no letter.
  const single = spell(word).replace(repeated, '$1')
  return single.length === 1 && word.length > 1 ? single + single : single.replace(repeatedPair, '$1$1')
}

const repeated = /(\p{L})\1+/gu
const repeatedPair = /(\p{L}{2})\1{2,}/gu

/**
 * The table of these languages. Its words are read when it is first looked at, and its phrases when a message has
 * nothing but such words: most never do, and no start waits for tens of thousands of phrases.
 */
export function talkTable(languages: readonly LanguageData[]): TalkTable {
  const words = onFirstUse(() => readWords(languages))
  const phrases = onFirstUse(() => readPhrases(languages))
  const nearby = onFirstUse(() => nearbyIn(phrases().meanings))
  return {
    get longest() {
      return phrases().longest
    },
    meaningsOf: (joined) => phrases().meanings.get(joined),
    nearlyMeant: (joined, words) => (joined.length < shortestMended ? undefined : nearby()(joined, words)),
    besideWhat: (word) => words().besides.get(word),
    has: (word) => words().spelled.has(word),
    isWord: (word) => words().folded.has(fold(word)),
  }
}

function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function readWords(languages: readonly LanguageData[]) {
  const typed = new Set<string>()
  const besides = new Map<string, Set<Beside>>()
  const spelled = new Set<string>()
  for (const { smallTalk, speakIn, fillers, beside } of languages) {
    for (const group of [...Object.values(smallTalk), ...Object.values(speakIn)]) {
      for (const phrase of group) for (const word of wordsOf(phrase)) typed.add(word)
    }
    for (const [what, group] of Object.entries({ anything: fillers, ...beside }) as [Beside, readonly string[]][]) {
      for (const word of group) besides.getOrInsertComputed(talkSpelling(word), () => new Set()).add(what)
    }
  }
  for (const word of typed) spelled.add(talkSpelling(word))
  for (const word of besides.keys()) spelled.add(word)
  return { besides, spelled, folded: new Set(Array.from(typed, fold)) }
}

type Meanings = ReadonlyMap<string, readonly TalkMeaning[]>

function readPhrases(languages: readonly LanguageData[]): { readonly meanings: Meanings; readonly longest: number } {
  const phrases = new Map<string, TalkMeaning[]>()
  const spellings = new Map<string, string>()
  let longest = 0
  const add = (phrase: string, meaning: Omit<TalkMeaning, 'words'>): void => {
    const words = phrase.split(' ')
    longest = Math.max(longest, words.length)
    let joined = ''
    for (const word of words) joined += spellings.getOrInsertComputed(word, talkSpelling)
    const same = phrases.get(joined)
    if (same) same.push({ ...meaning, words: words.length })
    else phrases.set(joined, [{ ...meaning, words: words.length }])
  }
  for (const { code, smallTalk, speakIn } of languages) {
    for (const [kind, group] of Object.entries(smallTalk) as [SmallTalk, readonly string[]][]) {
      for (const phrase of group.flatMap(variantsOf)) add(phrase, { kind, language: code })
    }
    for (const [speak, group] of Object.entries(speakIn)) {
      for (const phrase of group.flatMap(variantsOf)) add(phrase, { kind: 'speak', language: code, speak })
    }
  }
  return { meanings: phrases, longest }
}

/** A single slip leaves the first or the last two letters as they are: phrases that share them are compared. */
function nearbyIn(phrases: Meanings): TalkTable['nearlyMeant'] {
  const byEdge = indexEdges(phrases.keys())
  return (joined, words) => {
    for (const edge of edgesOf(joined)) {
      const near = byEdge
        .get(edge)
        ?.filter((phrase) => !differsInEnding(phrase, joined) && editDistance(phrase, joined) === 1)
        .flatMap((phrase) => phrases.get(phrase)!.filter((meaning) => meaning.words === words))
      if (near && near.length > 0) return near
    }
    return undefined
  }
}

/** A letter more at the end is another form or another word ("right", "rights"), and no slip. */
function differsInEnding(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) > 1 || one.startsWith(other) || other.startsWith(one)
}

function indexEdges(phrases: Iterable<string>): Map<string, string[]> {
  const byEdge = new Map<string, string[]>()
  for (const phrase of phrases) {
    if (phrase.length < shortestMended) continue
    for (const edge of edgesOf(phrase)) byEdge.getOrInsertComputed(edge, () => []).push(phrase)
  }
  return byEdge
}

function edgesOf(phrase: string): [string, string] {
  return [`^${phrase.slice(0, 2)}`, `${phrase.slice(-2)}$`]
}
