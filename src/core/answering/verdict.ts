import type { Candidate } from '../search/ranking.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'

/**
 * Yes or no to a question that wants it, as far as typed data prove it. `no`: a date, place or number of the question is
 * not the entry's. `yes`: all of them are, and no word of the question is foreign to the entry. Otherwise undefined: the
 * entry's facts are told without a yes that nobody checked.
 */
export function verdictOn(question: Question, { checks, coverage }: Candidate): 'yes' | 'no' | undefined {
  if (!wantsYesOrNo(question)) return undefined
  if (checks.some(({ holds }) => !holds)) return 'no'
  const proved = checks.some(({ property }) => property !== 'ordinal')
  if (!proved && question.asked.has('whether')) return undefined
  return coverage >= (proved ? mostlyCovered : fullyCovered) ? 'yes' : undefined
}

/** Shares of coverage: no word of any weight left out; and, where typed data prove something, little left out. */
const fullyCovered = 0.93
const mostlyCovered = 0.8
