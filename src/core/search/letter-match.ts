import { sizeOf, stringAt } from '../text/string-table.ts'
import { information } from './bm25.ts'
import { growingUint32 } from './growing-array.ts'
import type { InvertedIndex } from './inverted-index.ts'
import { gramBuckets, gramsOf } from './letter-grams.ts'
import { letters } from './parameters.ts'
import { placeOf } from './sorted-array.ts'

/** The letter grams of an index's words, and how many documents hold each gram. */
export type LetterIndex = {
  /** The grams of word w are at [start[w], start[w + 1]) of `grams`. */
  readonly start: Uint32Array
  readonly grams: Uint32Array
  /** The grams that occur, ascending, and in the same places how many documents hold each. */
  readonly known: Uint32Array
  readonly holders: Uint32Array
}

/**
 * Scores documents by the letter grams that they share with a question: words that stemming or spelling keep apart. The
 * function for one question holds until the next is asked for.
 */
export type LetterMatch = (words: readonly string[]) => (document: number) => number

/** Numbers and concepts ("@place:bonn") are what they are: no letters of theirs are compared. */
const unlettered = /^[@\d]/

/** A hundred times the grams of a question, and a power of two. */
const likelyBuckets = 1 << 12

/** Cuts the words of an index into grams, once for all questions; counts the documents that hold each. */
export function indexLetters(index: InvertedIndex): LetterIndex {
  const words = sizeOf(index.words)
  const start = new Uint32Array(words + 1)
  const grams = growingUint32()
  for (let word = 0; word < words; word++) {
    const letters = stringAt(index.words, word)
    if (!unlettered.test(letters)) for (const gram of gramsOf(letters)) grams.push(gram)
    start[word + 1] = grams.length
  }
  const ofWords = grams.toArray()
  const counts = countHolders(index, start, ofWords)
  const known = Uint32Array.from(counts.keys().filter((gram) => counts[gram]! > 0))
  return { start, grams: ofWords, known, holders: known.map((gram) => counts[gram]!) }
}

/**
 * Only documents already found by their words are scored: postings for grams would be three times those for words. So
 * a document's grams are read through its words, which each know theirs.
 */
export function matchLetters(index: InvertedIndex, { start, grams, known, holders }: LetterIndex): LetterMatch {
  const { spelling, textStart, relativeLength, documents } = index
  const { saturation, lengthInfluence } = letters
  // One table for all questions: clearing the few grams of the last one costs less than a new table.
  const numbered = new Uint16Array(gramBuckets)
  // Most grams are none of the question's. That is told from a table that stays in the processor's nearest cache, as
  // the large one does not.
  const likely = new Uint8Array(likelyBuckets)
  // Texts repeat their words: which grams of the question a word has is looked up once a question. Word w was looked
  // up for question `lookedUp[w]`, and has `shared` from `sharedFrom[w]` to `sharedTo[w]`.
  const lookedUp = new Uint32Array(sizeOf(index.words))
  const sharedFrom = new Uint32Array(lookedUp.length)
  const sharedTo = new Uint32Array(lookedUp.length)
  let question = 0
  let queried = new Map<number, number>()
  return (asked) => {
    for (const gram of queried.keys()) {
      numbered[gram] = 0
      likely[gram % likelyBuckets] = 0
    }
    queried = new Map()
    for (const word of asked) {
      for (const gram of gramsOf(word)) queried.set(gram, information(documents, holders[placeOf(gram, known)] ?? 0))
    }
    const worth = [0]
    for (const [gram, information] of queried) {
      numbered[gram] = worth.push(information) - 1
      likely[gram % likelyBuckets] = 1
    }
    const frequencies = new Float32Array(worth.length)
    const shared: number[] = []
    question++
    const lookUp = (word: number): void => {
      lookedUp[word] = question
      sharedFrom[word] = shared.length
      for (let at = start[word]!; at < start[word + 1]!; at++) {
        const gram = grams[at]!
        if (likely[gram % likelyBuckets] !== 0 && numbered[gram] !== 0) shared.push(numbered[gram]!)
      }
      sharedTo[word] = shared.length
    }
    return (document) => {
      frequencies.fill(0)
      for (let position = textStart[document]!; position < textStart[document + 1]!; position++) {
        const word = spelling[position]!
        if (lookedUp[word] !== question) lookUp(word)
        for (let at = sharedFrom[word]!; at < sharedTo[word]!; at++) frequencies[shared[at]!]!++
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

function countHolders(
  { documents, textStart, spelling }: InvertedIndex,
  start: Uint32Array,
  grams: Uint32Array,
): Uint32Array {
  const holders = new Uint32Array(gramBuckets)
  const seenIn = new Int32Array(gramBuckets).fill(-1)
  for (let document = 0; document < documents; document++) {
    for (let position = textStart[document]!; position < textStart[document + 1]!; position++) {
      const end = start[spelling[position]! + 1]!
      for (let at = start[spelling[position]!]!; at < end; at++) {
        const gram = grams[at]!
        if (seenIn[gram] === document) continue
        seenIn[gram] = document
        holders[gram]!++
      }
    }
  }
  return holders
}
