import type { LanguageData, SmallTalk } from '../../languages/language-data.ts'
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

/** The table of these languages, compiled when it is first looked at: no start waits for thousands of phrases. */
export function talkTable(languages: readonly LanguageData[]): TalkTable {
  let table: TalkTable | undefined
  const compiled = (): TalkTable => (table ??= compile(languages))
  return {
    get longest() {
      return compiled().longest
    },
    meaningsOf: (joined) => compiled().meaningsOf(joined),
    nearlyMeant: (joined, words) => compiled().nearlyMeant(joined, words),
    besideWhat: (word) => compiled().besideWhat(word),
    has: (word) => compiled().has(word),
    isWord: (word) => compiled().isWord(word),
  }
}

function compile(languages: readonly LanguageData[]): TalkTable {
  const phrases = new Map<string, TalkMeaning[]>()
  const besides = new Map<string, Set<Beside>>()
  const typed = new Set<string>()
  const spellings = new Map<string, string>()
  const spelled = (word: string): string => spellings.getOrInsertComputed(word, talkSpelling)
  let longest = 0
  const add = (phrase: string, meaning: Omit<TalkMeaning, 'words'>): void => {
    const words = phrase.split(' ')
    longest = Math.max(longest, words.length)
    let joined = ''
    for (const word of words) {
      typed.add(word)
      joined += spelled(word)
    }
    const same = phrases.get(joined)
    if (same) same.push({ ...meaning, words: words.length })
    else phrases.set(joined, [{ ...meaning, words: words.length }])
  }
  for (const { code, smallTalk, speakIn, fillers, beside } of languages) {
    for (const [kind, group] of Object.entries(smallTalk) as [SmallTalk, readonly string[]][]) {
      for (const phrase of group) add(phrase, { kind, language: code })
    }
    for (const [speak, group] of Object.entries(speakIn)) {
      for (const phrase of group) add(phrase, { kind: 'speak', language: code, speak })
    }
    for (const [what, group] of Object.entries({ anything: fillers, ...beside }) as [Beside, readonly string[]][]) {
      for (const word of group) besides.getOrInsertComputed(spelled(word), () => new Set()).add(what)
    }
  }
  const nearby = nearbyIn(phrases)
  const folded = new Set(Array.from(typed, fold))
  const known = new Set(spellings.values())
  return {
    longest,
    meaningsOf: (joined) => phrases.get(joined),
    nearlyMeant: (joined, words) => (joined.length < shortestMended ? undefined : nearby(joined, words)),
    besideWhat: (word) => besides.get(word),
    has: (word) => known.has(word),
    isWord: (word) => folded.has(fold(word)),
  }
}

/** A single slip leaves the first or the last two letters as they are: phrases that share them are compared. */
function nearbyIn(phrases: ReadonlyMap<string, readonly TalkMeaning[]>): TalkTable['nearlyMeant'] {
  let byEdge: Map<string, string[]> | undefined
  return (joined, words) => {
    byEdge ??= indexEdges(phrases.keys())
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
