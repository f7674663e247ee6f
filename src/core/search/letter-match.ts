import { information } from './bm25.ts'
import type { InvertedIndex } from './inverted-index.ts'
import { gramBuckets, gramsOf } from './letter-grams.ts'

/**
 * Scores documents by the letter grams that they share with a question: words that stemming or spelling keep apart. The
 * function for one question holds until the next is asked for.
 */
export type LetterMatch = (words: readonly string[]) => (document: number) => number

/** The usual values of BM25, as for words. */
const saturation = 1.2
const lengthInfluence = 0.75

/**
 * Only documents already found by their words are scored: postings for grams would be three times those for words. So
 * a document's grams are read through its words, which each know theirs.
 */
export function matchLetters(index: InvertedIndex): LetterMatch {
  const { words, spelling, textStart, relativeLength, documents } = index
  const grams = words.terms.map((word) => (/^[@\d]/.test(word) ? none : gramsOf(word)))
  const holders = countHolders(index, grams)
  // One table for all questions: clearing the few grams of the last one costs less than a new table.
  const numbered = new Uint16Array(gramBuckets)
  let queried = new Map<number, number>()
  return (asked) => {
    for (const gram of queried.keys()) numbered[gram] = 0
    queried = new Map()
    for (const word of asked) {
      for (const gram of gramsOf(word)) queried.set(gram, information(documents, holders[gram]!))
    }
    const worth = [0]
    for (const [gram, information] of queried) numbered[gram] = worth.push(information) - 1
    const frequencies = new Float32Array(worth.length)
    return (document) => {
      frequencies.fill(0)
      for (let position = textStart[document]!; position < textStart[document + 1]!; position++) {
        for (const gram of grams[spelling[position]!]!) frequencies[numbered[gram]!]!++
      }
      const damping = saturation * (1 - lengthInfluence + lengthInfluence * relativeLength[document]!)
      let score = 0
      for (let at = 1; at < worth.length; at++) {
        score += (worth[at]! * frequencies[at]! * (saturation + 1)) / (frequencies[at]! + damping)
      }
      return score
    }
  }
}

const none = new Uint32Array()

function countHolders({ documents, textStart, spelling }: InvertedIndex, grams: readonly Uint32Array[]): Uint32Array {
  const holders = new Uint32Array(gramBuckets)
  const seenIn = new Int32Array(gramBuckets).fill(-1)
  for (let document = 0; document < documents; document++) {
    for (let position = textStart[document]!; position < textStart[document + 1]!; position++) {
      for (const gram of grams[spelling[position]!]!) {
        if (seenIn[gram] === document) continue
        seenIn[gram] = document
        holders[gram]!++
      }
    }
  }
  return holders
}
