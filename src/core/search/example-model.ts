import { idIn, type StringTable } from '../text/string-table.ts'
import type { Question } from '../understanding/question.ts'
import { anyNumber, gramsIn, isNumber } from './example-features.ts'
import { gramWeight, pairWeight } from './parameters.ts'
import { placeOf } from './sorted-array.ts'

/** A word of a question; a guess at a mistyped word weighs less than 1. */
export type WeightedWord = { readonly term: string; readonly weight: number }

/** What was learnt from example questions (see `learnExamples`), in flat arrays. */
export type ExampleWeights = {
  /** Words, and in the same places the numbers of their features; pairs and grams (ascending) likewise. */
  readonly words: StringTable
  readonly wordFeatures: Uint32Array
  readonly pairs: StringTable
  readonly pairFeatures: Uint32Array
  readonly grams: Uint32Array
  readonly gramFeatures: Uint32Array
  /** How many questions were learnt from. */
  readonly questions: number
  /** What each feature tells, in nats. */
  readonly information: Float32Array
  /**
   * Feature f speaks for or against the entries at [start[f], start[f + 1]) of `entries`, by as much as `weights`
   * says.
   */
  readonly start: Uint32Array
  readonly entries: Uint32Array
  readonly weights: Float32Array
}

/** Tells which entry a question is for by its likeness to the questions that people ask of each. */
export type ExampleModel = {
  /** Adds to each entry's number in `scores` how well the question fits its examples: about 0 to 1. */
  addFit(scores: Float32Array, question: readonly WeightedWord[]): void
  knows(term: string): boolean
  /** What a word tells, in nats, and the entries that it speaks for or against; undefined for an unknown one. */
  tellsOf(term: string): { information: number; entries: Uint32Array; weights: Float32Array } | undefined
  /** What a word tells that no question has, in nats. */
  readonly unknown: number
}

/** The words of a question, each by the term that the model knows, if it knows one. */
export function wordsFor({ knows }: Pick<ExampleModel, 'knows'>, { words }: Question): WeightedWord[] {
  return words.map(({ terms, text }) => terms.find(({ term }) => knows(term)) ?? terms[0] ?? { term: text, weight: 1 })
}

export type Numbers = { readonly [at: number]: number }

/** Makes what was learnt answer. A question costs a few rows of the weights, one for each of its features. */
export function openExampleModel(learnt: ExampleWeights): ExampleModel {
  const { words, information, start, entries, weights } = learnt
  const unseen = Math.log(1 + 2 * learnt.questions)
  return {
    knows: (term) => idIn(words, term) !== undefined,
    unknown: unseen,
    tellsOf(term) {
      const feature = featureOf(term, words, learnt.wordFeatures)
      if (feature === undefined) return undefined
      const [from, to] = [start[feature]!, start[feature + 1]!]
      return {
        information: information[feature]!,
        entries: entries.subarray(from, to),
        weights: weights.subarray(from, to),
      }
    },
    addFit(scores, question) {
      const { features, values, unknown } = readFeatures(question, learnt)
      weighFeatures(features, values, 0, features.length, information, unknown * unseen ** 2)
      features.forEach((feature, at) => {
        for (let place = start[feature]!; place < start[feature + 1]!; place++) {
          scores[entries[place]!]! += values[at]! * weights[place]!
        }
      })
    },
  }
}

/** Weighs features [from, to) by what they tell and brings their length to 1, counting `more` as squared length too. */
export function weighFeatures(
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

/** A question's features; `unknown` is the squared weight of what no example has. */
function readFeatures(
  question: readonly WeightedWord[],
  { words, wordFeatures, pairs, pairFeatures, grams, gramFeatures }: ExampleWeights,
): { features: number[]; values: number[]; unknown: number } {
  const values = new Map<number, number>()
  let unknown = 0
  const put = (feature: number | undefined, value: number): void => {
    if (feature === undefined) unknown += value ** 2
    else values.set(feature, Math.max(value, values.get(feature) ?? 0))
  }
  let previous = '^'
  for (const { term, weight } of question) {
    const word = featureOf(term, words, wordFeatures)
    if (isNumber(term)) put(featureOf(anyNumber, words, wordFeatures), weight)
    // An example with another number is still an example with a number.
    if (word !== undefined || !isNumber(term)) put(word, weight)
    const pair = featureOf(`${previous} ${term}`, pairs, pairFeatures)
    if (pair !== undefined) put(pair, pairWeight * weight)
    for (const gram of gramsIn(term)) put(gramFeatures[placeOf(gram, grams)], gramWeight * weight)
    previous = term
  }
  return { features: [...values.keys()], values: [...values.values()], unknown }
}

function featureOf(string: string, table: StringTable, features: Uint32Array): number | undefined {
  const id = idIn(table, string)
  return id === undefined ? undefined : features[id]
}
