import { featureNames, type FeatureName } from '../../src/core/search/features.ts'
import type { Kind, Sample } from './samples.ts'

export type Weights = Readonly<Record<FeatureName, number>>

/** How much each kind of question counts: people ask what is answered more often than a teaching file does. */
const kindShare: Record<Kind, number> = { answerable: 1, gap: 0.2, contrast: 1.6, gone: 0.3 }
const packShare: Readonly<Record<string, number>> = {
  whole: 1,
  lossy: 0.35,
  half: 0.35,
  few: 0.35,
  plain: 0.45,
  event: 1,
  hands: 1,
}
/**
 * What typed data say counts at least so much, whatever teaching questions make of it: their writers state few dates
 * and places that are wrong.
 */
const bounds: Partial<Record<FeatureName, readonly [least: number, most: number]>> = {
  textTaught: [1.4, Infinity],
  holdsPrecisely: [1.5, Infinity],
  fails: [-Infinity, -0.9],
  failsOrdinal: [-Infinity, -1.3],
}
const steps = 100
const regularisation = 1e-4

/** A sample as numbers: the features of each candidate, which are right, and how much it counts. */
type Row = { readonly features: readonly Float64Array[]; readonly right: readonly boolean[]; readonly share: number }

/**
 * The weights under which the right entries, or none where none is right, are likeliest: conditional logistic
 * regression, by gradient descent with Adam (D. Kingma & J. Ba, 2015).
 */
export function fitWeights(samples: readonly Sample[]): Weights {
  const rows = samples.map(rowOf)
  const total = rows.reduce((sum, { share }) => sum + share, 0)
  const size = featureNames.length
  const weights = new Float64Array(size)
  const means = new Float64Array(size)
  const squares = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(size)
    for (const row of rows) addSlope(slope, row, weights)
    const rate = 0.3 * (1 - step / steps) + 0.005
    for (let at = 0; at < size; at++) {
      const change = slope[at]! / total + regularisation * weights[at]!
      means[at] = 0.9 * means[at]! + 0.1 * change
      squares[at] = 0.99 * squares[at]! + 0.01 * change ** 2
      weights[at]! -= (rate * means[at]!) / (1 - 0.9 ** step) / (Math.sqrt(squares[at]! / (1 - 0.99 ** step)) + 1e-8)
      const [least, most] = bounds[featureNames[at]!] ?? [-Infinity, Infinity]
      weights[at] = Math.min(most, Math.max(least, weights[at]!))
    }
  }
  return Object.fromEntries(featureNames.map((name, at) => [name, Math.round(100 * weights[at]!) / 100])) as Weights
}

function rowOf({ candidates, kind, pack }: Sample): Row {
  return {
    features: candidates.map(({ features }) => Float64Array.from(featureNames, (name) => features[name])),
    right: candidates.map(({ right }) => right),
    share: kindShare[kind] * packShare[pack]!,
  }
}

function addSlope(slope: Float64Array, { features, right, share }: Row, weights: Float64Array): void {
  const odds = features.map((one) => Math.exp(Math.min(50, dot(one, weights))))
  const all = odds.reduce((sum, one) => sum + one, 1)
  const rightOdds = odds.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0)
  features.forEach((one, at) => {
    const wanted = right[at] ? odds[at]! / rightOdds : 0
    const error = share * (odds[at]! / all - wanted)
    if (Math.abs(error) < 1e-4) return
    for (let feature = 0; feature < one.length; feature++) slope[feature]! += error * one[feature]!
  })
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}
