import { stringTable } from '../text/string-table.ts'
import { numberFeatures, type Examples, type FeatureNumbers, type Rows } from './example-features.ts'
import { weighFeatures, type ExampleWeights } from './example-model.ts'
import { growingUint32 } from './growing-array.ts'
import { learning } from './parameters.ts'

/** How the weights go down: see `learning`. */
type Descent = { readonly steepness: number; readonly rate: number; readonly passes: number }

/**
 * Learns which entry a question is for from the questions that people ask of each. Centroids (Rocchio; C. Manning et
 * al., "Introduction to Information Retrieval", 2008, 14.2) of words, pairs of neighbours and letter grams, from which
 * multinomial logistic regression goes on by stochastic gradient descent: whatever an entry's chance of a question
 * lacks of what it should be moves its weights (L. Bottou, "Stochastic Gradient Descent Tricks", 2012). Questions are
 * looked at all through one another: in the order of entries, the last ones would win. Compared with alternatives in
 * docs/design.md. Undefined when there are no examples, or too many to learn from.
 */
export function learnExamples(
  examples: readonly Examples[],
  descent: Descent = learning.entries,
): ExampleWeights | undefined {
  if (examples.length === 0) return undefined
  // Most entries of a large pack have no examples: only those that do take part.
  const places = examples.map(({ entry }) => entry)
  const owners = examples.map(({ owner }, at) => owner ?? -1 - at)
  const { numbers, rows } = numberFeatures(examples.map(({ questions }, entry) => ({ entry, questions })))
  const entries = places.length
  if (numbers.size * entries > learning.mostWeights) return undefined
  const questions = rows.entries.length
  const information = informationOf(rows, numbers.size)
  for (let row = 0; row < questions; row++)
    weighFeatures(rows.features, rows.values, rows.start[row]!, rows.start[row + 1]!, information, 0)
  const weights = centroids(rows, numbers.size, entries)
  descend(rows, weights, { owners, descent })
  return { ...tablesOf(numbers), questions, information, ...withoutZeros(weights, numbers.size, places) }
}

function tablesOf({ words, pairs, grams }: FeatureNumbers) {
  const byGram = Array.from(grams).toSorted(([a], [b]) => a - b)
  return {
    words: stringTable([...words.keys()]),
    wordFeatures: Uint32Array.from(words.values()),
    pairs: stringTable([...pairs.keys()]),
    pairFeatures: Uint32Array.from(pairs.values()),
    grams: Uint32Array.from(byGram, ([gram]) => gram),
    gramFeatures: Uint32Array.from(byGram, ([, feature]) => feature),
  }
}

/** Most features occur in questions of a few entries: without what is next to zero a tenth of the weights is left. */
function withoutZeros(
  weights: Float32Array,
  features: number,
  of: readonly number[],
): Pick<ExampleWeights, 'start' | 'entries' | 'weights'> {
  const entries = of.length
  const start = new Uint32Array(features + 1)
  const places = growingUint32()
  for (let feature = 0; feature < features; feature++) {
    for (let entry = 0; entry < entries; entry++) {
      if (Math.abs(weights[feature * entries + entry]!) > learning.leastWeight) places.push(feature * entries + entry)
    }
    start[feature + 1] = places.length
  }
  const kept = places.toArray()
  return {
    start,
    entries: kept.map((place) => of[place % entries]!),
    weights: Float32Array.from(kept, (place) => weights[place]!),
  }
}

/** What each feature tells, in nats: much when few questions have it. */
function informationOf({ features, entries }: Rows, size: number): Float32Array {
  const holders = new Uint32Array(size)
  for (const feature of features) holders[feature]!++
  return Float32Array.from(holders, (count) => Math.log(1 + entries.length / count))
}

/** Row f of the result holds feature f's weight for each entry: one question reads few rows. */
function centroids(rows: Rows, features: number, entries: number): Float32Array {
  const weights = new Float32Array(features * entries)
  for (let row = 0; row < rows.entries.length; row++) {
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++)
      weights[rows.features[at]! * entries + rows.entries[row]!]! += rows.values[at]!
  }
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

/** Moves the weights, in place, towards those under which each question's entry is likeliest. */
function descend(
  rows: Rows,
  weights: Float32Array,
  { owners, descent }: { readonly owners: readonly number[]; readonly descent: Descent },
): void {
  const questions = rows.entries.length
  const chances = new Float64Array(owners.length)
  const moved = { entries: new Uint32Array(owners.length), by: new Float32Array(owners.length) }
  const sure = new Uint8Array(questions)
  const stride = strideThrough(questions)
  for (let pass = 0; pass < descent.passes; pass++) {
    const isFull = pass % learning.fullPass === 0
    const rate = descent.rate * (1 - pass / descent.passes)
    for (let at = 0; at < questions; at++) {
      const row = (at * stride + pass) % questions
      // What is surely its entry's is looked at again only now and then.
      if (!isFull && sure[row] === 1) continue
      const own = fillChances(chances, rows, row, { weights, owners, steepness: descent.steepness })
      sure[row] = own > learning.sure ? 1 : 0
      if (sure[row] === 0) move(rows, row, { weights, owners, chances, own, rate, moved })
    }
  }
}

/** A step by which every place of a list is come to once, and neighbours are far apart: by the golden section. */
function strideThrough(length: number): number {
  let stride = Math.max(1, Math.round(length * 0.618))
  while (greatestCommonDivisor(stride, length) > 1) stride++
  return stride
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}

/** The chance of each entry to be what a question is for; returns that of all that have the owner of the right one. */
function fillChances(
  chances: Float64Array,
  rows: Rows,
  row: number,
  {
    weights,
    owners,
    steepness,
  }: { readonly weights: Float32Array; readonly owners: readonly number[]; readonly steepness: number },
): number {
  chances.fill(0)
  const entries = chances.length
  for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
    const first = rows.features[at]! * entries
    const value = rows.values[at]!
    for (let entry = 0; entry < entries; entry++) chances[entry]! += value * weights[first + entry]!
  }
  let most = -Infinity
  for (let entry = 0; entry < entries; entry++) most = Math.max(most, chances[entry]!)
  let all = 0
  for (let entry = 0; entry < entries; entry++) all += chances[entry] = Math.exp(steepness * (chances[entry]! - most))
  const owner = owners[rows.entries[row]!]
  let own = 0
  for (let entry = 0; entry < entries; entry++) {
    chances[entry]! /= all
    if (owners[entry] === owner) own += chances[entry]!
  }
  return own
}

/** What `move` goes by; `moved` is room for the entries that it moves, most of which are too unlikely to be. */
type Moving = {
  readonly weights: Float32Array
  readonly owners: readonly number[]
  readonly chances: Float64Array
  readonly own: number
  readonly rate: number
  readonly moved: { readonly entries: Uint32Array; readonly by: Float32Array }
}

/**
 * Draws the question's entry nearer and pushes its rivals away, each by how far its chance is from what it should be.
 */
function move(rows: Rows, row: number, { weights, owners, chances, own, rate, moved }: Moving): void {
  const right = rows.entries[row]!
  let count = 0
  for (let entry = 0; entry < chances.length; entry++) {
    const isRival = owners[entry] !== owners[right]
    const error = entry === right ? 1 - own : isRival ? -chances[entry]! : 0
    if (Math.abs(error) < learning.leastError) continue
    moved.entries[count] = entry
    moved.by[count++] = rate * error
  }
  for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
    const first = rows.features[at]! * chances.length
    const value = rows.values[at]!
    for (let one = 0; one < count; one++) weights[first + moved.entries[one]!]! += value * moved.by[one]!
  }
}
