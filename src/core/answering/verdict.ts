import type { Entry } from '../../knowledge/pack.ts'
import type { Candidate } from '../search/ranking.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import type { Evidence } from './evidence.ts'
import { halfCovered, mostlyCovered } from './parameters.ts'

/** `expected`: the source says that it was to be so. */
export type Verdict = 'yes' | 'no' | 'expected'

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
  const isExpected = entry.expected && !question.words.some(({ marks }) => marks.has('expectation'))
  const yes: Verdict | undefined = isMore ? undefined : isExpected ? 'expected' : 'yes'
  const fails = checks.some(({ holds }) => !holds)
  // "Did the Potsdam Institute study mental health?", which another one did there.
  if (!fails && evidence?.ofOthers) return { quote: evidence.sentence }
  if (fails || checks.some(({ property }) => property !== 'ordinal')) {
    if (evidence?.doubts) return { quote }
    if (coverage < (fails ? halfCovered : mostlyCovered)) return {}
    // "Was whaling discussed in Nairobi?": that it was in Nairobi says nothing of whales.
    if (!fails && evidence?.unsure) return {}
    // When and where it was is no proof of who did what.
    const isOfOne = checks.every(({ property }) => property === 'organisation')
    return fails ? { verdict: 'no' } : { verdict: yes, quote: isOfOne ? quote : undefined }
  }
  if (evidence?.says === 'affirms') return { verdict: yes, quote }
  if (evidence?.says === 'denies') return { verdict: 'no', quote }
  return { quote }
}
