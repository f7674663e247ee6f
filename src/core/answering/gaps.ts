import type { Entry } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Candidate } from '../search/ranking.ts'
import { tokenise } from '../text/tokenise.ts'
import { gapLead } from './parameters.ts'
import type { Turn } from './turn.ts'

/**
 * What the source lacks and the question names, or has the whole title of ("dress code for the high-level segment"),
 * unless the best entry accounts for those words as well, or is much likelier than what any event may lack. A name that
 * was only guessed at from a mistyped word does not count.
 */
export function mentionedGap(turn: Turn): Entry | undefined {
  const { question, candidates, knowledge } = turn
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
  return best && titledGap(best, turn)
}

/** A title of fewer words is too often said of something else. */
const fewestTitled = 2

/** What the source lacks, where the question has its whole title, and the best entry no word of it. */
function titledGap(best: Candidate, { question, candidates, knowledge }: Turn): Entry | undefined {
  const { pack, reader } = knowledge
  const missing = new Set(best.missing.flatMap((at) => question.words[at]!.terms.map(({ term }) => term)))
  const gaps = candidates
    .filter(({ score }) => best.score <= score + gapLead)
    .map(({ entry }) => pack.entries[entry]!)
    .filter(({ type }) => type === 'gap')
  return gaps.find(({ title }) =>
    pack.languages.some((language) => {
      const words = tokenise(title[language] ?? '').filter((word) => !reader.grammar.isFunction(word))
      const terms = words.map((word) => reader.termOf(word, languageOf(language)))
      return terms.length >= fewestTitled && terms.every((term) => missing.has(term))
    }),
  )
}
