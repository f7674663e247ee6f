import type { Entry } from '../../knowledge/pack.ts'
import type { Candidate } from '../search/ranking.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import type { Evidence } from './evidence.ts'
import { halfCovered, mostlyCovered } from './parameters.ts'

export type Verdict = 'yes' | 'no'

/** Yes or no, and the sentence that says so. Without a verdict the sentence alone is what there is to say. */
export type Claim = { readonly verdict?: Verdict | undefined; readonly quote?: string | undefined }

/**
 * What is claimed of an entry in answer to a question that wants a yes or a no. Typed data (dates, places, numbers,
 * organisations) that confirm or deny what it mentions decide, unless the text denies the rest of it. Without them one
 * sentence of the text must have all that it asks, and gives its own polarity. Otherwise nothing is claimed: the
 * entry's facts are told without a yes that nobody checked.
 */
export function claimOn(
  question: Question,
  entry: Entry,
  { checks, coverage }: Pick<Candidate, 'checks' | 'coverage'>,
  evidence: Evidence | undefined,
): Claim {
  if (!wantsYesOrNo(question)) return {}
  const quote = evidence?.whole ? evidence.sentence : undefined
  if (question.deniesOrCompares) return {}
  // "Is it only about the Caspian?" is denied by what is wrong, and not confirmed by what is right.
  const isMore = question.words.some(({ marks }) => marks.has('exclusive'))
  const yes: Verdict | undefined = isMore ? undefined : 'yes'
  const fails = checks.some(({ holds }) => !holds)
  if (fails || checks.some(({ property }) => property !== 'ordinal')) {
    if (evidence?.doubts) return { quote }
    if (coverage < (fails ? halfCovered : mostlyCovered)) return {}
    // "Was whaling discussed in Nairobi?": that it was in Nairobi says nothing of whales.
    if (!fails && evidence?.unsure) return {}
    return { verdict: fails ? 'no' : yes }
  }
  const isSo = !entry.expected || question.words.some(({ marks }) => marks.has('expectation'))
  if (evidence?.says === 'affirms' && isSo) return { verdict: yes, quote }
  if (evidence?.says === 'denies') return { verdict: 'no', quote }
  return { quote }
}
