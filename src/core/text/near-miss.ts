import { editDistance } from './edit-distance.ts'
import { idIn, stringAt, stringTable, type StringTable } from './string-table.ts'

/** A term of the vocabulary that a mistyped one may stand for; likeness from 0 to 1 (the same). */
export type NearMiss = { term: string; likeness: number }

export type NearMisses = (word: string, most?: number) => NearMiss[]

/** How everything in an index is written, the term of each, and which of them hold a trigram. */
export type Spellings = {
  /** Words as they stand in a text, and the terms themselves. */
  readonly spellings: StringTable
  /** The numbers of their terms in the vocabulary. */
  readonly terms: Uint32Array
  /** The spellings with trigram t are at [start[t], start[t + 1]) of `holders`. */
  readonly trigrams: StringTable
  readonly start: Uint32Array
  readonly holders: Uint32Array
}

/** Shorter words have too many neighbours one letter away for any of them to be meant. */
const shortest = 4

/** One slip in a word of four letters, two in one of seven, three in one of ten. */
const leastLikeness = 0.7

/** How many terms that share trigrams are compared letter by letter. */
const mostCompared = 80

/**
 * Finds terms that a mistyped word may stand for. A slip may change what stemming cuts off, so that words are compared
 * with words and stems with stems. Those that share trigrams with it are gathered first, since comparing
 * with each of a hundred thousand would take longer than the whole answer.
 */
export function nearMissesOf(known: () => Spellings, vocabulary: StringTable): NearMisses {
  return (word, most = 3) => {
    if (word.length < shortest || /\d/.test(word)) return []
    const { spellings, terms, ...index } = known()
    const best = new Map<number, number>()
    for (const at of gather(word, index)) {
      const likeness = likenessOf(word, stringAt(spellings, at))
      const term = terms[at]!
      if (likeness >= leastLikeness && likeness > (best.get(term) ?? 0)) best.set(term, likeness)
    }
    const misses = Array.from(best, ([term, likeness]) => ({ term: stringAt(vocabulary, term), likeness }))
    return misses.toSorted((a, b) => b.likeness - a.likeness).slice(0, most)
  }
}

/** Indexes spellings by their trigrams. `termOf`: the number of each spelling's term. */
export function indexSpellings(termOf: ReadonlyMap<string, number>): Spellings {
  const holders = new Map<string, number[]>()
  let id = 0
  for (const spelling of termOf.keys()) {
    if (spelling.length >= shortest - 1 && !/[@\d]/.test(spelling)) {
      for (const trigram of trigramsOf(spelling)) holders.getOrInsertComputed(trigram, () => []).push(id)
    }
    id++
  }
  const start = new Uint32Array(holders.size + 1)
  Array.from(holders.values(), ({ length }) => length).forEach((length, id) => (start[id + 1] = start[id]! + length))
  return {
    spellings: stringTable([...termOf.keys()]),
    terms: Uint32Array.from(termOf.values()),
    trigrams: stringTable([...holders.keys()]),
    start,
    holders: Uint32Array.from([...holders.values()].flat()),
  }
}

function gather(
  word: string,
  { trigrams, start, holders }: Pick<Spellings, 'trigrams' | 'start' | 'holders'>,
): number[] {
  const shared = new Map<number, number>()
  for (const trigram of trigramsOf(word)) {
    const id = idIn(trigrams, trigram)
    if (id === undefined) continue
    for (const holder of holders.subarray(start[id], start[id + 1])) shared.set(holder, (shared.get(holder) ?? 0) + 1)
  }
  const best = Array.from(shared).toSorted((a, b) => b[1] - a[1])
  return best.slice(0, mostCompared).map(([id]) => id)
}

/** Trigrams with the word's edges marked, so that a first or last letter in place counts. */
function trigramsOf(term: string): Set<string> {
  const marked = `^${term}$`
  const trigrams = new Set<string>()
  for (let at = 0; at + 3 <= marked.length; at++) trigrams.add(marked.slice(at, at + 3))
  return trigrams
}

/** 1 − edit distance over the longer length. */
function likenessOf(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length)
}
