import { partsOf } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { fold, normalise } from '../text/normalise.ts'
import { tokensOf } from '../text/tokenise.ts'

/**
 * Entries whose titles go on from what is typed: every word of it begins a word of the title. Those that begin with it
 * come first, then what the pack is about, lists, and those in which it stands early.
 */
export function begunBy(typed: string, pack: Pack, language: Language): string[] {
  const begun = wordsOf(typed)
  if (begun.length === 0) return []
  const subjects = new Set(partsOf(pack).map(({ subject }) => subject))
  const rankOf = ({ id, type }: Entry): number => (subjects.has(id) ? 0 : type === 'list' ? 1 : 2)
  return pack.entries
    .filter(({ type }) => type !== 'gap')
    .map((entry) => ({ entry, at: placeIn(wordsOf(titleOf(entry, language)), begun) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1) || rankOf(a.entry) - rankOf(b.entry) || a.at - b.at)
    .map(({ entry }) => entry.id)
}

/** Where the first of the words is begun; -1 if one of them begins none. */
function placeIn(title: readonly string[], begun: readonly string[]): number {
  const places = begun.map((word) => title.findIndex((one) => one.startsWith(word)))
  return places.includes(-1) ? -1 : places[0]!
}

function wordsOf(text: string): string[] {
  return tokensOf(normalise(text)).map(fold)
}
