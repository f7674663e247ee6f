import { stringTable, type StringTable } from '../text/string-table.ts'
import { growingUint32 } from './growing-array.ts'
import { createVocabulary, type GrowingVocabulary } from './vocabulary.ts'

/** Terms of one part of a document and the words that they came from, and how many times over each of them counts. */
export type TextField = { terms: readonly string[]; words: readonly string[]; weight: number }

/**
 * Which documents hold a term and how often, and back: which terms a document holds, in order. Documents and terms are
 * numbered from 0. Flat arrays, since objects for ten million postings would cost ten times the memory.
 */
export type InvertedIndex = {
  readonly documents: number
  /** Postings of term t are at [start[t], start[t + 1]) of `holders` and `frequencies`. */
  readonly start: Uint32Array
  readonly holders: Uint32Array
  readonly frequencies: Uint8Array
  /** Terms of document d are at [textStart[d], textStart[d + 1]) of `text`, fields one after the other. */
  readonly textStart: Uint32Array
  readonly text: Uint32Array
  /** The words before stemming, numbered by `words`, in the same places. */
  readonly spelling: Uint32Array
  readonly words: StringTable
  /** A document's length in terms over the average: BM25 takes long documents' matches for less. */
  readonly relativeLength: Float32Array
}

const mostCounted = 255

/**
 * Indexes documents, each a few fields of terms. One pass to number the terms, one to sort them into postings. Two
 * indexes may share a vocabulary; terms that the second adds have no holders in the first.
 */
export function buildInvertedIndex(
  source: Iterable<readonly TextField[]>,
  vocabulary: GrowingVocabulary,
): InvertedIndex {
  const words = createVocabulary()
  const text = growingUint32()
  const spelling = growingUint32()
  const weights = growingUint32()
  const textStarts = [0]
  for (const fields of source) {
    for (const field of fields) {
      field.terms.forEach((term, at) => {
        text.push(vocabulary.add(term))
        spelling.push(words.add(field.words[at]!))
        weights.push(field.weight)
      })
    }
    textStarts.push(text.length)
  }
  const textStart = Uint32Array.from(textStarts)
  const terms = text.toArray()
  return {
    documents: textStart.length - 1,
    textStart,
    text: terms,
    spelling: spelling.toArray(),
    words: stringTable(words.terms),
    relativeLength: relativeLengths(textStart, weights.toArray()),
    ...sortIntoPostings(terms, weights.toArray(), textStart, vocabulary.terms.length),
  }
}

/** How many documents hold a term. */
export function holdersOf(index: InvertedIndex, term: number): number {
  return term + 1 < index.start.length ? index.start[term + 1]! - index.start[term]! : 0
}

/** Whether a document holds a term: holders are in ascending order. */
export function holds({ start, holders }: InvertedIndex, term: number, document: number): boolean {
  if (term + 1 >= start.length) return false
  let low = start[term]!
  let high = start[term + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holders[middle]! < document) low = middle + 1
    else high = middle
  }
  return low < start[term + 1]! && holders[low] === document
}

/** A counting sort by term: documents come in order, so each term's postings are ordered too. */
function sortIntoPostings(
  text: Uint32Array,
  weights: Uint32Array,
  textStart: Uint32Array,
  terms: number,
): Pick<InvertedIndex, 'start' | 'holders' | 'frequencies'> {
  const documents = textStart.length - 1
  const start = new Uint32Array(terms + 1)
  const seenIn = new Int32Array(terms).fill(-1)
  const forEachToken = (visit: (term: number, document: number, position: number) => void): void => {
    for (let document = 0; document < documents; document++) {
      const end = textStart[document + 1]!
      for (let position = textStart[document]!; position < end; position++) visit(text[position]!, document, position)
    }
  }
  forEachToken((term, document) => {
    if (seenIn[term] === document) return
    seenIn[term] = document
    start[term + 1]!++
  })
  for (let term = 0; term < terms; term++) start[term + 1]! += start[term]!
  const holders = new Uint32Array(start[terms]!)
  const frequencies = new Uint8Array(start[terms]!)
  const next = start.slice(0, terms)
  seenIn.fill(-1)
  forEachToken((term, document, position) => {
    if (seenIn[term] !== document) {
      seenIn[term] = document
      holders[next[term]!++] = document
    }
    const posting = next[term]! - 1
    frequencies[posting] = Math.min(mostCounted, frequencies[posting]! + weights[position]!)
  })
  return { start, holders, frequencies }
}

function relativeLengths(textStart: Uint32Array, weights: Uint32Array): Float32Array {
  const lengths = new Float32Array(textStart.length - 1)
  let total = 0
  for (let document = 0; document < lengths.length; document++) {
    for (let position = textStart[document]!; position < textStart[document + 1]!; position++) {
      lengths[document]! += weights[position]!
    }
    total += lengths[document]!
  }
  const average = Math.max(1, total / lengths.length)
  return lengths.map((length) => length / average)
}
