import { growingUint32 } from './growing-array.ts'
import { gramsOf } from './letter-grams.ts'

/** Questions that one entry answers, each a list of words (terms and concepts). */
export type Examples = { readonly entry: number; readonly questions: readonly (readonly string[])[] }

/** A word of a question; a guess at a mistyped word weighs less than 1. */
export type WeightedWord = { readonly term: string; readonly weight: number }

/**
 * Learns which entry a question is for from the questions that people ask of each. Centroids (Rocchio; C. Manning et
 * al., "Introduction to Information Retrieval", 2008, 14.2) of words, pairs of neighbours and letter grams, then a
 * few passes that draw an entry's vector to each of its questions that does not win by a margin, and push the winner away
 * (passive-aggressive: K. Crammer et al., JMLR 7, 2006). Compared with alternatives in docs/design.md.
 */
export type ExampleModel = {
  /** Adds to each entry's number in `scores` how well the question fits its examples: about 0 to 1. */
  addFit(scores: Float32Array, question: readonly WeightedWord[]): void
  knows(term: string): boolean
}

const pairWeight = 0.5
const gramWeight = 0.6
const margin = 0.6
const longestStep = 0.1
const passes = 3

/** Weights are kept for each feature and entry; beyond this many (32 MB) questions are found as text only. */
const mostWeights = 8_000_000

/** Undefined when there are no examples, or too many to learn from at start. */
export function learnExamples(examples: readonly Examples[], entries: number): ExampleModel | undefined {
  if (examples.length === 0) return undefined
  const features = createFeatures(repeatedPairs(examples))
  const rows = features.learn(examples)
  if (features.size() * entries > mostWeights) return undefined
  const questions = rows.entries.length
  const information = informationOf(rows, features.size())
  const unseen = Math.log(1 + 2 * questions)
  for (let row = 0; row < questions; row++)
    scale(rows.features, rows.values, rows.start[row]!, rows.start[row + 1]!, information, 0)
  const weights = centroids(rows, features.size(), entries)
  const scores = new Float32Array(entries)
  for (let pass = 0; pass < passes; pass++) {
    for (let row = 0; row < questions; row++) correct(rows, row, weights, scores)
  }
  return {
    knows: features.knows,
    addFit(fits, question) {
      const read = features.read(question)
      scale(read.features, read.values, 0, read.features.length, information, read.unknown * unseen ** 2)
      add(fits, read.features, read.values, 0, read.features.length, weights)
    },
  }
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

/** What all numbers have in common: "add 5 and 7" is like "add 12 and 30". */
const anyNumber = '#'

function isNumber(term: string): boolean {
  return /^\d+$/.test(term)
}

/** Questions as rows of features: row r has those at [start[r], start[r + 1]), and is one of entry entries[r]. */
type Rows = {
  readonly start: Uint32Array
  readonly features: Uint32Array
  readonly values: Float32Array
  readonly entries: Uint32Array
}

type Read = { readonly features: readonly number[]; readonly values: number[]; readonly unknown: number }

type Features = {
  size(): number
  knows(this: void, term: string): boolean
  learn(examples: readonly Examples[]): Rows
  /** A question's features; `unknown` is the squared weight of what no example has. */
  read(words: readonly WeightedWord[]): Read
}

/** Numbers words, pairs and grams as features. */
function createFeatures(repeated: ReadonlySet<string>): Features {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const grams = new Map<number, number>()
  let size = 0
  const next = (): number => size++
  return {
    size: () => size,
    knows: (term) => words.has(term),
    learn(examples) {
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
        start: Uint32Array.from(starts),
        features: features.toArray(),
        values: Float32Array.from(weights),
        entries: Uint32Array.from(entries),
      }
    },
    read(question) {
      const values = new Map<number, number>()
      let unknown = 0
      const put = (feature: number | undefined, value: number): void => {
        if (feature === undefined) unknown += value ** 2
        else values.set(feature, Math.max(value, values.get(feature) ?? 0))
      }
      let previous = '^'
      for (const { term, weight } of question) {
        const word = words.get(term)
        if (isNumber(term)) put(words.get(anyNumber), weight)
        // An example with another number is still an example with a number.
        if (word !== undefined || !isNumber(term)) put(word, weight)
        const pair = pairs.get(`${previous} ${term}`)
        if (pair !== undefined) put(pair, pairWeight * weight)
        for (const gram of gramsIn(term)) put(grams.get(gram), gramWeight * weight)
        previous = term
      }
      return { features: [...values.keys()], values: [...values.values()], unknown }
    },
  }
}

/** Numbers and concepts ("@place:bonn") are what they are: no letters are compared. */
function gramsIn(term: string): Uint32Array {
  return /^[@\d]/.test(term) ? new Uint32Array() : gramsOf(term)
}

/** What each feature tells, in nats: much when few questions have it. */
function informationOf({ features, entries }: Rows, size: number): Float32Array {
  const holders = new Uint32Array(size)
  for (const feature of features) holders[feature]!++
  return Float32Array.from(holders, (count) => Math.log(1 + entries.length / count))
}

type Numbers = { readonly [at: number]: number }

/** Weighs features [from, to) by what they tell and brings their length to 1, counting `more` as squared length too. */
function scale(
  features: Numbers,
  values: { [at: number]: number },
  from: number,
  to: number,
  information: Float32Array,
  more: number,
): void {
  let squares = more
  for (let at = from; at < to; at++) squares += (values[at]! *= information[features[at]!]!) ** 2
  const length = Math.sqrt(squares) || 1
  for (let at = from; at < to; at++) values[at]! /= length
}

/** Row f of the result holds feature f's weight for each entry: one question reads few rows. */
function centroids(rows: Rows, features: number, entries: number): Float32Array {
  const weights = new Float32Array(features * entries)
  for (let row = 0; row < rows.entries.length; row++) step(rows, row, weights, entries, rows.entries[row]!, 1)
  const squares = new Float32Array(entries)
  for (let at = 0; at < weights.length; at += entries) {
    for (let entry = 0; entry < entries; entry++) squares[entry]! += weights[at + entry]! ** 2
  }
  const lengths = squares.map((square) => Math.sqrt(square) || 1)
  for (let at = 0; at < weights.length; at += entries) {
    for (let entry = 0; entry < entries; entry++) weights[at + entry]! /= lengths[entry]!
  }
  return weights
}

/** Draws the question's entry nearer and pushes its strongest rival away, unless it wins by the margin already. */
function correct(rows: Rows, row: number, weights: Float32Array, scores: Float32Array): void {
  const entry = rows.entries[row]!
  scores.fill(0)
  add(scores, rows.features, rows.values, rows.start[row]!, rows.start[row + 1]!, weights)
  let rival = -1
  for (let other = 0; other < scores.length; other++) {
    if (other !== entry && (rival < 0 || scores[other]! > scores[rival]!)) rival = other
  }
  const loss = rival < 0 ? 0 : margin - scores[entry]! + scores[rival]!
  if (loss <= 0) return
  const size = Math.min(longestStep, loss / 2)
  step(rows, row, weights, scores.length, entry, size)
  step(rows, row, weights, scores.length, rival, -size)
}

function step(
  { start, features, values }: Rows,
  row: number,
  weights: Float32Array,
  entries: number,
  entry: number,
  size: number,
): void {
  for (let at = start[row]!; at < start[row + 1]!; at++) weights[features[at]! * entries + entry]! += size * values[at]!
}

function add(
  scores: Float32Array,
  features: Numbers,
  values: Numbers,
  from: number,
  to: number,
  weights: Float32Array,
): void {
  const entries = scores.length
  for (let at = from; at < to; at++) {
    const row = features[at]! * entries
    const value = values[at]!
    for (let entry = 0; entry < entries; entry++) scores[entry]! += value * weights[row + entry]!
  }
}
