import type { Entry } from '../../knowledge/pack.ts'
import { gapLead } from './parameters.ts'
import type { Turn } from './turn.ts'

/**
 * What the source lacks and the question names ("dress code for the high-level segment"), unless the best entry
 * accounts for those words as well, or is much likelier than what any event may lack. A name that was only guessed at
 * from a mistyped word does not count.
 */
export function mentionedGap({ question, candidates, knowledge }: Turn): Entry | undefined {
  const best = candidates.find(({ entry }) => knowledge.pack.entries[entry]!.type !== 'gap')
  for (const { things, from, to } of question.names) {
    const [thing] = things
    const gap = thing && things.every(({ id }) => knowledge.gaps.has(id)) ? knowledge.entries.get(thing.id) : undefined
    const guessed = question.words.slice(from, to).some(({ mended }) => mended)
    if (!gap || guessed) continue
    const rival = candidates.find(({ entry }) => knowledge.pack.entries[entry] === gap)
    const isCommon = gap.topic !== undefined
    if (isCommon && best && best.score > (rival?.score ?? -Infinity) + gapLead) continue
    if (!best || best.missing.some((at) => from <= at && at < to)) return gap
  }
  return undefined
}
