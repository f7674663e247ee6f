import type { Candidate } from '../search/ranking.ts'

/**
 * How sure it is that the best candidate answers the question, 0 to 1: its part among all candidates and "no entry
 * answers this", whose score is 0 (a conditional logit; D. McFadden, "Conditional Logit Analysis of Qualitative Choice
 * Behavior", 1974). `npm run evaluate` shows how often answers of each confidence are right.
 */
export function confidenceOf([best, ...others]: readonly Candidate[]): number {
  if (!best) return 0
  const rivals = others.reduce((sum, { score }) => sum + Math.exp(score - best.score), Math.exp(-best.score))
  return 1 / (1 + rivals)
}
