import { holdersOf, type InvertedIndex } from './inverted-index.ts'
import { words } from './parameters.ts'

/** A term looked for, and for how much it counts: 1 as typed, less for a guess at what was meant. */
export type WeightedTerm = { term: number; weight: number }

/**
 * What a match of this term tells, in nats: much when few documents hold it. S. Robertson & H. Zaragoza, "The
 * Probabilistic Relevance Framework: BM25 and Beyond" (2009), 3.1, kept positive by the 1 as Lucene does.
 */
export function information(documents: number, holders: number): number {
  return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5))
}

/** Adds each document's BM25 score for the terms to `scores` (one number a document). */
export function addBm25(scores: Float32Array, index: InvertedIndex, terms: Iterable<WeightedTerm>): void {
  const { saturation, lengthInfluence } = words
  const { start, holders, frequencies, relativeLength, documents } = index
  for (const { term, weight } of terms) {
    if (holdersOf(index, term) === 0) continue
    const worth = weight * information(documents, holdersOf(index, term)) * (saturation + 1)
    const end = start[term + 1]!
    for (let posting = start[term]!; posting < end; posting++) {
      const document = holders[posting]!
      const frequency = frequencies[posting]!
      const damping = saturation * (1 - lengthInfluence + lengthInfluence * relativeLength[document]!)
      scores[document]! += (worth * frequency) / (frequency + damping)
    }
  }
}
