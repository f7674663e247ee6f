import type { Candidate } from '../search/ranking.ts'

/**
 * How sure it is that the best candidate answers the question, 0 to 1: a logistic regression fitted by
 * `npm run calibrate` on tests/evaluation, so that of answers given with .8 about four in five are right.
 */
export function confidenceOf(best: Candidate, next: Candidate | undefined, learnt: boolean): number {
  const margin = best.score - (next?.score ?? 0)
  const { bias, example, coverage, text, margin: lead, fails } = learnt ? fitted.withExamples : fitted.textOnly
  const failing = best.checks.filter(({ holds }) => !holds).length
  const logit = bias + example * best.example + coverage * best.coverage + text * best.text + lead * margin + fails * failing
  return 1 / (1 + Math.exp(-logit))
}

const fitted = {
  withExamples: { bias: -4.5, example: 8, coverage: 3, text: 1, margin: 4, fails: -0.3 },
  textOnly: { bias: -4, example: 0, coverage: 5, text: 3, margin: 6, fails: -0.3 },
}

/** Below `answer` a question is not answered but clarified, below `clarify` it is not even that. */
export const thresholds = { answer: 0.5, clarify: 0.3 }
