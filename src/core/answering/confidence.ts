import type { Candidate } from '../search/ranking.ts'
import type { Thing } from '../understanding/lexicon.ts'
import type { Question } from '../understanding/question.ts'
import { confidenceWeights } from './parameters.ts'

/** What speaks for the best candidate and against it. `bias` is always 1. */
export type Features = {
  readonly bias: number
  readonly example: number
  readonly coverage: number
  readonly text: number
  /** The lead over the next candidate. */
  readonly margin: number
  /** How many statements of the question its typed data contradict. */
  readonly fails: number
  /** How many places and organisations of the question it does not speak of: "the president of Brazil". */
  readonly unmet: number
}

/** The features of the best candidate for a question: shares from 0 to 1, but for the two counts. */
export function featuresOf(best: Candidate, next: Candidate | undefined, { names }: Question): Features {
  return {
    bias: 1,
    example: Math.min(1, best.example),
    coverage: best.coverage,
    text: Math.min(1, best.text),
    margin: Math.min(1, best.score - (next?.score ?? 0)),
    fails: best.checks.filter(({ holds }) => !holds).length,
    unmet: names.filter(
      ({ things, from, to }) => things.every(isPlaceOrOrganisation) && best.missing.some((at) => from <= at && at < to),
    ).length,
  }
}

function isPlaceOrOrganisation({ kind }: Thing): boolean {
  return kind === 'place' || kind === 'organisation'
}

/**
 * How sure it is that the best candidate answers the question, 0 to 1: a logistic function of its features. `learnt`:
 * whether the pack has example questions; without them text alone must tell. `npm run evaluate` shows how often answers
 * of each confidence are right.
 */
export function confidenceOf(
  best: Candidate,
  next: Candidate | undefined,
  question: Question,
  learnt: boolean,
): number {
  const weights = learnt ? confidenceWeights.withExamples : confidenceWeights.textOnly
  const features = featuresOf(best, next, question)
  let logit = 0
  for (const name of Object.keys(features) as (keyof Features)[]) logit += weights[name] * features[name]
  return 1 / (1 + Math.exp(-logit))
}
