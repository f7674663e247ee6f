import { editDistance } from '../text/edit-distance.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A term of the vocabulary that a mistyped one may stand for; likeness from 0 to 1 (the same). */
export type NearMiss = { term: string; likeness: number }

export type NearMisses = (term: string, most?: number) => NearMiss[]

/** Shorter words have too many neighbours one letter away for any of them to be meant. */
const shortest = 4

/** One slip in a word of four letters, two in one of seven, three in one of ten. */
const leastLikeness = 0.7

/** How many terms that share trigrams are compared letter by letter. */
const mostCompared = 60

/**
 * Finds terms that a mistyped one may stand for. Terms that share trigrams with it are gathered first, since comparing
 * with each of a hundred thousand would take longer than the whole answer.
 */
export function nearMissesOf(vocabulary: Vocabulary): NearMisses {
  const index = lazily(() => indexTrigrams(vocabulary.terms))
  return (term, most = 3) => {
    if (term.length < shortest || /\d/.test(term)) return []
    return gather(term, index())
      .map((candidate) => vocabulary.terms[candidate]!)
      .map((candidate) => ({ term: candidate, likeness: likenessOf(term, candidate) }))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, most)
  }
}

type TrigramIndex = ReadonlyMap<string, readonly number[]>

function indexTrigrams(terms: readonly string[]): TrigramIndex {
  const index = new Map<string, number[]>()
  terms.forEach((term, id) => {
    if (term.length < shortest - 1 || /\d/.test(term)) return
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
