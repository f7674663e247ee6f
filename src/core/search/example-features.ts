import { growingUint32 } from './growing-array.ts'
import { gramsOf } from './letter-grams.ts'
import { gramWeight, pairWeight } from './parameters.ts'

/**
 * Questions that one entry answers, each a list of words (terms and concepts). Examples with the same `owner` are no
 * rivals: nobody minds which of them wins.
 */
export type Examples = {
  readonly entry: number
  readonly questions: readonly (readonly string[])[]
  readonly owner?: number | undefined
}

/** The numbers of features: words, pairs of neighbours ("^ when" at the beginning) and hashed letter grams. */
export type FeatureNumbers = {
  readonly words: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  readonly grams: ReadonlyMap<number, number>
  readonly size: number
}

/** Questions as rows of features: row r has those at [start[r], start[r + 1]), and is one of entry entries[r]. */
export type Rows = {
  readonly start: Uint32Array
  readonly features: Uint32Array
  readonly values: Float32Array
  readonly entries: Uint32Array
}

/** What all numbers have in common: "add 5 and 7" is like "add 12 and 30". */
export const anyNumber = '#'

/** Numbers the features of all examples in the order of their first use, and writes each question as a row of them. */
export function numberFeatures(examples: readonly Examples[]): { numbers: FeatureNumbers; rows: Rows } {
  const repeated = repeatedPairs(examples)
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const grams = new Map<number, number>()
  let size = 0
  const next = (): number => size++
  const features = growingUint32()
  const weights: number[] = []
  const starts = [0]
  const entries: number[] = []
  const lastRow: number[] = []
  const gramsOfTerm = new Map<string, Uint32Array>()
  const push = (feature: number, weight: number): void => {
    if (lastRow[feature] === entries.length) return
    lastRow[feature] = entries.length
    features.push(feature)
    weights.push(weight)
  }
  for (const { entry, questions } of examples) {
    for (const terms of questions) {
      let previous = '^'
      for (const term of terms) {
        push(words.getOrInsertComputed(term, next), 1)
        if (isNumber(term)) push(words.getOrInsertComputed(anyNumber, next), 1)
        const pair = `${previous} ${term}`
        if (repeated.has(pair)) push(pairs.getOrInsertComputed(pair, next), pairWeight)
        for (const gram of gramsOfTerm.getOrInsertComputed(term, gramsIn))
          push(grams.getOrInsertComputed(gram, next), gramWeight)
        previous = term
      }
      entries.push(entry)
      starts.push(features.length)
    }
  }
  return {
    numbers: { words, pairs, grams, size },
    rows: {
      start: Uint32Array.from(starts),
      features: features.toArray(),
      values: Float32Array.from(weights),
      entries: Uint32Array.from(entries),
    },
  }
}

export function isNumber(term: string): boolean {
  return /^\d+$/.test(term)
}

/** Numbers and concepts ("@place:bonn") are what they are: no letters are compared. */
export function gramsIn(term: string): Uint32Array {
  return /^[@\d]/.test(term) ? new Uint32Array() : gramsOf(term)
}

/** Pairs of neighbours that stand in more than one question: the others, most of them, teach nothing. */
function repeatedPairs(examples: readonly Examples[]): Set<string> {
  const once = new Set<string>()
  const repeated = new Set<string>()
  for (const { questions } of examples) {
    for (const terms of questions) {
      for (let at = 0; at < terms.length; at++) {
        const pair = `${terms[at - 1] ?? '^'} ${terms[at]}`
        if (once.has(pair)) repeated.add(pair)
        once.add(pair)
      }
    }
  }
  return repeated
}
