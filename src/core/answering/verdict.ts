import type { Entry } from '../../knowledge/pack.ts'
import type { Candidate } from '../search/ranking.ts'
import { fullyCovered, mostlyCovered } from './parameters.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'

/**
 * Yes or no to a question that wants it. `no`: typed data deny a date, place or number of the question. `yes`: they
 * confirm them, or there are none and the entry accounts for every word of the question. Otherwise undefined: the
 * entry's facts are told without a yes that nobody checked.
 */
export function verdictOn(
  question: Question,
  entry: Entry,
  { checks, coverage }: Pick<Candidate, 'checks' | 'coverage'>,
): 'yes' | 'no' | undefined {
  if (!wantsYesOrNo(question) || question.deniesOrCompares) return undefined
  if (checks.some(({ holds }) => !holds)) return 'no'
  const proved = checks.some(({ property }) => property !== 'ordinal')
  // Of what was only expected, nothing but typed data can be confirmed.
  if (!proved && (question.asked.has('whether') || entry.expected)) return undefined
  return coverage >= (proved ? mostlyCovered : fullyCovered) ? 'yes' : undefined
}
