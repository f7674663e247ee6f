import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Candidate } from '../search/ranking.ts'
import type { Mark } from '../understanding/grammar.ts'
import type { Question } from '../understanding/question.ts'
import { isWithin } from '../understanding/spans.ts'
import { confidenceOf } from './confidence.ts'
import { thresholds } from './parameters.ts'

/** So many words say what a question is about; fewer may say it of what was told before. */
const enough = 3

/** What such words are not: events in general, what stands for something else, what is done with anything. */
const idle: readonly Mark[] = ['event', 'anaphora', 'membership', 'city', 'next', 'previous', 'treatment']

/**
 * Whether a question is understood without what was said before, though a word in it may point back ("when it gets hot
 * people work less, who checked that?"): an entry fits it well, and has several of its words.
 */
export function standsAlone(
  { words, names }: Question,
  candidates: readonly Candidate[],
  { pack }: Pick<KnowledgeBase, 'pack'>,
): boolean {
  const [best] = candidates
  if (!best || pack.entries[best.entry]!.type === 'gap' || confidenceOf(candidates) < thresholds.answer) return false
  const generic = names.filter(({ things }) => things.every(({ kind }) => kind === 'generic'))
  const said = words.filter(
    ({ role, claimed, marks }, at) =>
      role === 'content' &&
      !claimed &&
      !idle.some((mark) => marks.has(mark)) &&
      !isWithin(at, generic) &&
      !best.missing.includes(at),
  )
  return said.length >= enough
}
