import type { Entry, Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { tellTime } from './tell-time.ts'
import { checksOf, type Check } from '../search/agreement.ts'
import type { Candidate } from '../search/ranking.ts'
import { placesOf } from '../understanding/spans.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { composeEntry } from './compose.ts'
import { evidenceIn } from './evidence.ts'
import { titleOf } from './facts.ts'
import { tellList } from './lists.ts'
import { missingFacet } from './missing.ts'
import { tellPartCounted } from './part-counted.ts'
import { asksOutcome } from './outcome.ts'
import { alike, same } from './parameters.ts'
import { answered, declined } from './replies.ts'
import type { Decision, Told } from './reply.ts'
import { listsOf } from './selection.ts'
import { saySource } from './say-source.ts'
import type { MissingFacet } from './rule-name.ts'
import { wordingOf, type Turn } from './turn.ts'
import { claimOn } from './verdict.ts'

/** The entry's answer; or, where the source lacks just what is asked of it, that, with the confidence turned round. */
export function tell(entry: Entry, confidence: number, turn: Turn): Decision {
  const { question, language } = turn
  const timed = tellTime(entry, confidence, turn)
  if (timed) return timed
  if (asksOutcome(question, entry)) {
    return declined(turn, 1 - confidence, {
      lacks: 'outcome',
      reason: saySource(turn.knowledge.pack, language, 'note.expected'),
    })
  }
  const part = tellPartCounted(entry, confidence, turn)
  if (part) return part
  const missing = missingFacet(entry, turn)
  // Who something unites or supports may be told by a statement about something else.
  if (!missing || isTaught(entry, mayBeTaught.get(missing), turn)) {
    return answered(tellEntry(entry, turn), confidence, turn)
  }
  const facet = say(language, `facet.${missing}`)
  const reason = saySource(turn.knowledge.pack, language, 'unknown.facet', { facet, title: titleOf(entry, language) })
  return declined(turn, 1 - confidence, { lacks: missing, reason, about: [entry] })
}

/** What may be told in words that no rule knows: "lunch is on us". The more a question must be like a taught one. */
const mayBeTaught: ReadonlyMap<MissingFacet, number> = new Map([
  ['who', alike],
  ['where', alike],
  ['price', same],
])

/** What the pack itself gives as a question that the entry answers is not missing there. */
function isTaught(entry: Entry, least: number | undefined, { candidates, knowledge }: Turn): boolean {
  const [best] = candidates
  return best !== undefined && knowledge.pack.entries[best.entry] === entry && best.example > (least ?? Infinity)
}

/** What the question asks of an entry that it is known to be about. */
function tellEntry(entry: Entry, turn: Turn): Told {
  if (entry.type === 'list') return tellList(entry, turn)
  const { question, knowledge, candidates } = turn
  const checks = checksOf(question, entry, knowledge.pack).filter((check) => isStated(check, question, knowledge.pack))
  const found = candidates.find((candidate) => knowledge.pack.entries[candidate.entry] === entry)
  // Said of what was talked about before, a question may hold nothing but what is checked.
  const coverage = found === undefined ? Number(checks.length > 0) : coverageOf(found, question)
  const evidence = wantsYesOrNo(question) ? evidenceIn(entry, { question, checks }, turn) : undefined
  const claimed = claimOn(question, entry, { checks, coverage }, evidence)
  const isOthers = evidence && !evidence.whole && claimed.verdict === undefined && isSaidOfSibling(entry, turn)
  const claim = isOthers ? ({ verdict: 'no' } as const) : claimed
  return { lines: composeEntry(entry, wordingOf(turn, claim)), entries: [entry.id] }
}

/** "Is the seventh theme about waste?", where the fifth is. */
function isSaidOfSibling(entry: Entry, turn: Turn): boolean {
  const { question, knowledge } = turn
  const { pack, entries } = knowledge
  if (entry.ordinal === undefined || question.deniesOrCompares) return false
  const isNumbered = checksOf(question, entry, pack).some(({ holds, property }) => holds && isNumber(property))
  const siblings = listsOf(entry.id, pack).flatMap(({ members }) => members.flatMap((id) => entries.get(id) ?? []))
  return (
    isNumbered &&
    siblings.some((one) => {
      const checks = checksOf(question, one, pack).filter(({ property }) => isNumber(property))
      const { whole, says } = evidenceIn(one, { question, checks }, turn)
      return one !== entry && whole && says === 'affirms'
    })
  )
}

function isNumber(property: Check['property']): boolean {
  return property === 'number' || property === 'ordinal'
}

/**
 * "Will the president of France attend?" names the country of a person: whether something is held there, it leaves
 * open. Only the right city is where it is held all the same: "did they all come to Almaty?"
 */
function isStated({ property, holds, isAround, from }: Check, { words, names }: Question, { places }: Pack): boolean {
  if (isAround) return false
  // "The meeting of the heads of state" says no more than what was held.
  const inNames = placesOf(names.filter(({ things }) => things.every(({ kind }) => kind !== 'generic')))
  const isPersonal = words.some(({ marks }, at) => !inNames.has(at) && personal.some((mark) => marks.has(mark)))
  if (property !== 'place' || !isPersonal) return true
  const things = names.filter((mention) => mention.from === from).flatMap((mention) => mention.things)
  return holds && things.some(({ id }) => places.get(id)?.country !== undefined)
}

const personal = ['participation', 'chaired', 'spoke', 'proposed', 'responsible'] as const

/** Words for events in general need not be accounted for: "is it held on 14 March?" */
function coverageOf({ coverage, missing }: Candidate, { words }: Question): number {
  const says = missing.some((at) => !words[at]!.marks.has('event') && !words[at]!.marks.has('anaphora'))
  return says ? coverage : 1
}
