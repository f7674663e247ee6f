import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { isCountry } from '../../knowledge/places.ts'
import type { Deed } from '../../languages/language-data.ts'
import { checksOf } from '../search/agreement.ts'
import type { Candidate } from '../search/ranking.ts'
import type { NameMention, Thing } from '../understanding/lexicon.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import { isWithin } from '../understanding/spans.ts'
import { composeEntry } from './compose.ts'
import { strangerIn } from './membership.ts'
import { certain, nearby } from './parameters.ts'
import { answered } from './replies.ts'
import type { Decision } from './reply.ts'
import { wordingOf, type Turn } from './turn.ts'
import { readText } from './wanted.ts'

/** What one alone does: whoever else is said to have done it has not. */
const deedOfOne: Deed = 'proposed'

/** How many of the best may tell who did it: the entry of somebody named may rank before it. */
const lookedAt = 3

/**
 * "Was it Guterres who proposed it?", "did the president of Uzbekistan?", where a statement says who did: yes for a
 * person or a country that it names, no for another, and the statement. Undefined where none says it, or the question
 * says more than that.
 */
export function tellDoer(turn: Turn): Decision | undefined {
  const { question, candidates, knowledge, language } = turn
  const asks = question.words.some(({ marks }) => marks.has(deedOfOne))
  if (!asks || !wantsYesOrNo(question) || question.deniesOrCompares) return undefined
  const named = question.names.filter(({ things }) => things.some((thing) => mayDo(thing, turn)))
  const claimed = named.length > 0 ? named : strangersIn(turn)
  if (claimed.length === 0) return undefined
  for (const candidate of candidates.slice(0, lookedAt)) {
    const entry = knowledge.pack.entries[candidate.entry]!
    if (candidate.score < nearby || !isAllElse(candidate, claimed)) continue
    const quote = statementOf(entry, turn)
    if (quote === undefined) continue
    const doers = readText(quote, language, knowledge.reader).names.flatMap(({ things }) => things)
    const isDoer = ({ things }: NameMention): boolean =>
      things.some((one) => doers.some(({ kind, id }) => kind === one.kind && id === one.id))
    const holds = checksOf(question, entry, knowledge.pack).every((check) => check.holds)
    const verdict = claimed.every((one) => !isDoer(one)) ? 'no' : claimed.every(isDoer) && holds ? 'yes' : undefined
    if (verdict === undefined) return undefined
    const lines = composeEntry(entry, wordingOf(turn, { verdict, quote }))
    return answered({ lines, entries: [entry.id] }, certain, turn)
  }
  return undefined
}

/** Somebody typed as a name whom the pack does not know, or only as what people ask about in vain. */
function strangersIn(turn: Turn): NameMention[] {
  const { question, knowledge } = turn
  const inVain = question.names.filter(
    ({ things, from }) =>
      things.every(({ id }) => knowledge.gaps.has(id)) && /^\p{Lu}/u.test(question.words[from]!.typed ?? ''),
  )
  if (inVain.length > 0) return inVain
  const stranger = strangerIn(turn)
  const isSlip = stranger && question.words.slice(stranger.from, stranger.to).some(({ mended }) => mended)
  return stranger && !isSlip ? [{ ...stranger, things: [] }] : []
}

/** Persons, and countries, for whom somebody acts. */
function mayDo({ kind, id }: Thing, { knowledge: { pack, entries } }: Turn): boolean {
  return kind === 'place' ? isCountry(pack.places.get(id)!) : kind === 'entry' && entries.get(id)?.type === 'person'
}

/** Whether the entry has all that a question names but who did it; a first name stands beside the name. */
function isAllElse({ missing }: Candidate, claimed: readonly NameMention[]): boolean {
  const beside = claimed.map(({ from, to }) => ({ from: from - 1, to: to + 1 }))
  return missing.every((at) => isWithin(at, beside))
}

/** What the entry says of who did it: a statement that has the deed and names somebody. */
function statementOf({ says }: Entry, turn: Turn): string | undefined {
  const { language, knowledge } = turn
  const texts = says.flatMap(({ about, text }) => (about === 'who' ? (wordsIn(text, language) ?? []) : []))
  return texts.find((text) => {
    const { deeds, names } = readText(text, language, knowledge.reader)
    const hasDeed = deeds.some((some) => some.includes(deedOfOne))
    return hasDeed && names.some(({ things }) => things.some((thing) => mayDo(thing, turn)))
  })
}
