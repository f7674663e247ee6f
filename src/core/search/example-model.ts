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
const passes = 4

/** Weights are kept for each feature and entry; beyond this many (32 MB) questions are found as text only. */
const mostWeights = 8_000_000

/** Undefined when there are no examples, or too many to learn from at start. */
export function learnExamples(examples: readonly Examples[], entries: number): ExampleModel | undefined {
  if (examples.length === 0) return undefined
  const features = new Features()
  const questions = examples.flatMap(({ entry, questions }) =>
    questions.map((terms) => ({ entry, vector: features.learn(terms) })),
  )
  if (features.size * entries > mostWeights) return undefined
  const information = Float32Array.from(features.questionsHolding(questions), (holders) => informationOf(questions.length, holders))
  const unseen = informationOf(questions.length, 0.5)
  for (const { vector } of questions) scale(vector, information, 0)
  const weights = centroids(questions, features.size, entries)
  for (let pass = 0; pass < passes; pass++) for (const question of questions) correct(question, weights, entries)
  return {
    knows: (term) => features.knows(term),
    addFit(scores, question) {
      const { vector, unknown } = features.read(question)
      scale(vector, information, unknown * unseen ** 2)
      add(scores, vector, weights, entries)
    },
  }
}

/** What all numbers have in common: "add 5 and 7" is like "add 12 and 30". */
const anyNumber = '#'

function isNumber(term: string): boolean {
  return /^\d+$/.test(term)
}

/** Feature numbers and their weights, of one question. */
type Vector = { features: Uint32Array; values: Float32Array }
type Example = { entry: number; vector: Vector }

function informationOf(questions: number, holders: number): number {
  return Math.log(1 + questions / holders)
}

/** Numbers words, pairs and grams as features. */
class Features {
  readonly #words = new Map<string, number>()
  readonly #pairs = new Map<string, number>()
  readonly #grams = new Map<number, number>()
  readonly #gramsOfWord = new Map<string, Uint32Array>()
  size = 0

  learn(terms: readonly string[]): Vector {
    const values = new Map<number, number>()
    let previous = '^'
    for (const term of terms) {
      values.set(this.#words.getOrInsertComputed(term, () => this.size++), 1)
      if (isNumber(term)) values.set(this.#words.getOrInsertComputed(anyNumber, () => this.size++), 1)
      const pair = `${previous} ${term}`
      values.set(this.#pairs.getOrInsertComputed(pair, () => this.size++), pairWeight)
      for (const gram of this.#gramsIn(term)) values.set(this.#grams.getOrInsertComputed(gram, () => this.size++), gramWeight)
      previous = term
    }
    return toVector(values)
  }

  knows(term: string): boolean {
    return this.#words.has(term)
  }

  /** Also the squared weight of what no example has. */
  read(words: readonly WeightedWord[]): { vector: Vector; unknown: number } {
    const values = new Map<number, number>()
    let unknown = 0
    const put = (feature: number | undefined, value: number): void => {
      if (feature === undefined) unknown += value ** 2
      else values.set(feature, Math.max(value, values.get(feature) ?? 0))
    }
    let previous = '^'
    for (const { term, weight } of words) {
      const word = this.#words.get(term)
      if (isNumber(term)) put(this.#words.get(anyNumber), weight)
      // An example with another number is still an example with a number.
      if (word !== undefined || !isNumber(term)) put(word, weight)
      put(this.#pairs.get(`${previous} ${term}`), pairWeight * weight)
      for (const gram of this.#gramsIn(term)) put(this.#grams.get(gram), gramWeight * weight)
      previous = term
    }
    return { vector: toVector(values), unknown }
  }

  questionsHolding(questions: readonly Example[]): Uint32Array {
    const holders = new Uint32Array(this.size)
    for (const { vector } of questions) for (const feature of vector.features) holders[feature]!++
    return holders
  }

  /** Numbers and concepts ("@place:bonn") are what they are: no letters are compared. */
  #gramsIn(term: string): Uint32Array {
    return this.#gramsOfWord.getOrInsertComputed(term, () => (/^[@\d]/.test(term) ? new Uint32Array() : gramsOf(term)))
  }
}

function toVector(values: ReadonlyMap<number, number>): Vector {
  return { features: Uint32Array.from(values.keys()), values: Float32Array.from(values.values()) }
}

/** Weighs a vector's features by what they tell and brings its length to 1, counting `more` as squared length too. */
function scale({ features, values }: Vector, information: Float32Array, more: number): void {
  let squares = more
  for (let at = 0; at < features.length; at++) squares += (values[at]! *= information[features[at]!]!) ** 2
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < features.length; at++) values[at]! /= length
}

/** Row f of the result holds feature f's weight for each entry: one question reads few rows. */
function centroids(questions: readonly Example[], features: number, entries: number): Float32Array {
  const weights = new Float32Array(features * entries)
  for (const { entry, vector } of questions) step(weights, entries, entry, vector, 1)
  const squares = new Float32Array(entries)
  for (let at = 0; at < weights.length; at++) squares[at % entries]! += weights[at]! ** 2
  const lengths = squares.map((square) => Math.sqrt(square) || 1)
  for (let at = 0; at < weights.length; at++) weights[at]! /= lengths[at % entries]!
  return weights
}

function correct({ entry, vector }: Example, weights: Float32Array, entries: number): void {
  const scores = new Float32Array(entries)
  add(scores, vector, weights, entries)
  let rival = -1
  for (let other = 0; other < entries; other++) {
    if (other !== entry && (rival < 0 || scores[other]! > scores[rival]!)) rival = other
  }
  const loss = margin - scores[entry]! + (rival < 0 ? 0 : scores[rival]!)
  if (loss <= 0 || rival < 0) return
  const size = Math.min(longestStep, loss / 2)
  step(weights, entries, entry, vector, size)
  step(weights, entries, rival, vector, -size)
}

function step(weights: Float32Array, entries: number, entry: number, { features, values }: Vector, size: number): void {
  for (let at = 0; at < features.length; at++) weights[features[at]! * entries + entry]! += size * values[at]!
}

function add(scores: Float32Array, { features, values }: Vector, weights: Float32Array, entries: number): void {
  for (let at = 0; at < features.length; at++) {
    const row = features[at]! * entries
    const value = values[at]!
    for (let entry = 0; entry < entries; entry++) scores[entry]! += value * weights[row + entry]!
  }
}
