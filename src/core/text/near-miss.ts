import { editDistance } from './edit-distance.ts'

/** A term of the vocabulary that a mistyped one may stand for; likeness from 0 to 1 (the same). */
export type NearMiss = { term: string; likeness: number }

export type NearMisses = (word: string, most?: number) => NearMiss[]

/** How something in the index is written, and its term: a word as it stands in a text, or the term itself. */
export type Spelling = { readonly spelling: string; readonly term: string }

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
export function nearMissesOf(spellings: () => readonly Spelling[]): NearMisses {
  const index = lazily(() => {
    const known = spellings()
    return { known, trigrams: indexTrigrams(known.map(({ spelling }) => spelling)) }
  })
  return (word, most = 3) => {
    if (word.length < shortest || /\d/.test(word)) return []
    const { known, trigrams } = index()
    const best = new Map<string, number>()
    for (const at of gather(word, trigrams)) {
      const { spelling, term } = known[at]!
      const likeness = likenessOf(word, spelling)
      if (likeness >= leastLikeness && likeness > (best.get(term) ?? 0)) best.set(term, likeness)
    }
    const misses = Array.from(best, ([term, likeness]) => ({ term, likeness }))
    return misses.toSorted((a, b) => b.likeness - a.likeness).slice(0, most)
  }
}

type TrigramIndex = ReadonlyMap<string, readonly number[]>

function indexTrigrams(terms: readonly string[]): TrigramIndex {
  const index = new Map<string, number[]>()
  terms.forEach((term, id) => {
    if (term.length < shortest - 1 || /[@\d]/.test(term)) return
    for (const trigram of trigramsOf(term)) index.getOrInsertComputed(trigram, () => []).push(id)
  })
  return index
}

function gather(term: string, index: TrigramIndex): number[] {
  const shared = new Map<number, number>()
  for (const trigram of trigramsOf(term)) {
    for (const id of index.get(trigram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
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

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
