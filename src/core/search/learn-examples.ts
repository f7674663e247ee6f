import { stringTable } from '../text/string-table.ts'
import { numberFeatures, type Examples, type FeatureNumbers, type Rows } from './example-features.ts'
import { weighFeatures, type ExampleWeights, type Numbers } from './example-model.ts'
import { growingUint32 } from './growing-array.ts'
import { learning } from './parameters.ts'

/**
 * Learns which entry a question is for from the questions that people ask of each. Centroids (Rocchio; C. Manning et
 * al., "Introduction to Information Retrieval", 2008, 14.2) of words, pairs of neighbours and letter grams, then a
 * few passes that draw an entry's vector to each of its questions that does not win by a margin, and push the winner
 * away (passive-aggressive: K. Crammer et al., JMLR 7, 2006). Compared with alternatives in docs/design.md. Undefined
 * when there are no examples, or too many to learn from.
 */
export function learnExamples(examples: readonly Examples[]): ExampleWeights | undefined {
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
  const scores = new Float32Array(entries)
  // A question that won by the margin is looked at again only now and then.
  const wins = new Uint8Array(questions)
  for (let pass = 0; pass < learning.passes; pass++) {
    const isFull = pass % learning.fullPass === 0
    for (let row = 0; row < questions; row++)
      if (isFull || wins[row] === 0) wins[row] = correct(rows, row, weights, { scores, owners }) ? 0 : 1
  }
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

/**
 * Draws the question's entry nearer and pushes its strongest rival away, unless it wins by the margin already; whether
 * it did.
 */
function correct(
  rows: Rows,
  row: number,
  weights: Float32Array,
  { scores, owners }: { readonly scores: Float32Array; readonly owners: readonly number[] },
): boolean {
  const entry = rows.entries[row]!
  scores.fill(0)
  add(scores, rows.features, rows.values, rows.start[row]!, rows.start[row + 1]!, weights)
  let rival = -1
  for (let other = 0; other < scores.length; other++) {
    if (owners[other] !== owners[entry] && (rival < 0 || scores[other]! > scores[rival]!)) rival = other
  }
  const loss = rival < 0 ? 0 : learning.margin - scores[entry]! + scores[rival]!
  if (loss <= 0) return false
  const size = Math.min(learning.longestStep, loss / 2)
  step(rows, row, weights, scores.length, entry, size)
  step(rows, row, weights, scores.length, rival, -size)
  return true
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
