import type { KnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { featuresOf, type Features } from '../../src/core/search/features.ts'
import { evidenceFor } from '../../src/core/search/ranking.ts'
import { readQuestion } from '../../src/core/understanding/question.ts'
import type { Entry } from '../../src/knowledge/pack.ts'

/** One way in which an entry may be the answer, and whether it is. */
export type SampleCandidate = { readonly features: Features; readonly right: boolean; readonly gap: boolean }

/** Any day will do: what days are asked for says nothing of the weights. */
const today = '2026-11-24'
/** Further candidates hardly matter, and cost time. */
const mostCandidates = 10

/** What speaks for the entries found for a question, in each way that they can be known; undefined for no words. */
export function candidatesFor(
  typed: string,
  { pack, index, reader }: KnowledgeBase,
  isRight: (entry: Entry) => boolean,
): SampleCandidate[] | undefined {
  const question = readQuestion(typed, reader, today)
  if (question.words.length === 0) return undefined
  const { evidence, around } = evidenceFor(question, index, pack)
  return evidence.slice(0, mostCandidates).flatMap((one) => {
    const entry = pack.entries[one.entry]!
    const common = { right: isRight(entry), gap: entry.type === 'gap' }
    return index.ways[one.entry]!.map((way) => ({
      features: featuresOf(one, way, { question, around, index, pack }),
      ...common,
    }))
  })
}
