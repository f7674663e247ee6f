import type { LanguageData, SmallTalk } from '../../languages/language-data.ts'
import { editDistance } from '../text/edit-distance.ts'
import { fold } from '../text/normalise.ts'
import { spell } from '../text/term.ts'

/** What a phrase says, in which language it is said, and, of `speak`, the language asked for. */
export type TalkMeaning = { readonly kind: SmallTalk; readonly language: string; readonly speak?: string }

/** What words may stand beside: any phrase, or those of some kinds. */
export type Beside = 'anything' | keyof LanguageData['beside']

/** The phrases of small talk of all languages. Words are given as `talkSpelling` writes them. */
export type TalkTable = {
  /** What a phrase means, its words joined: people leave spaces out and put them in. */
  readonly meaningsOf: (joined: string) => readonly TalkMeaning[] | undefined
  /** What phrases mean that are one slip away; undefined if there are none. */
  readonly nearlyMeant: (joined: string) => readonly TalkMeaning[] | undefined
  readonly besideWhat: (word: string) => ReadonlySet<Beside> | undefined
  /** Whether a word, as it is typed, is in a phrase. */
  readonly isWord: (word: string) => boolean
  /** Words in the longest phrase. */
  readonly longest: number
}

/** Letters that a phrase must have for a slip in it to be forgiven: shorter ones are a slip away from too much. */
const shortestMended = 5

/** As words are pronounced, whatever their length in letters: "приветттт", "хиии", "hellooo". */
export function talkSpelling(word: string): string {
  return spell(word).replace(repeated, '$1')
}

const repeated = /(\p{L})\1+/gu

export function talkTable(languages: readonly LanguageData[]): TalkTable {
  const phrases = new Map<string, TalkMeaning[]>()
  const besides = new Map<string, Set<Beside>>()
  const typed = new Set<string>()
  const spellings = new Map<string, string>()
  const spelled = (word: string): string => spellings.getOrInsertComputed(word, talkSpelling)
  let longest = 0
  const add = (phrase: string, meaning: TalkMeaning): void => {
    const words = phrase.split(' ')
    for (const word of words) typed.add(fold(word))
    longest = Math.max(longest, words.length)
    phrases.getOrInsertComputed(words.map(spelled).join(''), () => []).push(meaning)
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
  return {
    longest,
    meaningsOf: (joined) => phrases.get(joined),
    nearlyMeant: (joined) => (joined.length < shortestMended ? undefined : nearby(joined)),
    besideWhat: (word) => besides.get(word),
    isWord: (word) => typed.has(fold(word)),
  }
}

/** A single slip leaves the first or the last two letters as they are: phrases that share them are compared. */
function nearbyIn(phrases: ReadonlyMap<string, readonly TalkMeaning[]>): TalkTable['nearlyMeant'] {
  let byEdge: Map<string, string[]> | undefined
  return (joined) => {
    byEdge ??= indexEdges(phrases.keys())
    for (const edge of edgesOf(joined)) {
      const near = byEdge
        .get(edge)
        ?.find((phrase) => Math.abs(phrase.length - joined.length) <= 1 && editDistance(phrase, joined) === 1)
      if (near !== undefined) return phrases.get(near)
    }
    return undefined
  }
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
