import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { Candidate } from '../search/ranking.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { confidenceOf, thresholds } from './confidence.ts'
import { titleOf } from './facts.ts'
import { followUp, packSubject, startsAnew } from './follow-up.ts'
import { isBeyondNumbers, isOnlyAbout, namedList, numberedMember, tellEvents, tellList, tellNumbers } from './lists.ts'
import { tellOrganisation } from './membership.ts'
import { missingFacet } from './missing.ts'
import { asksOutcome } from './outcome.ts'
import { answered, clarify, declined } from './replies.ts'
import type { Reply } from './reply.ts'
import type { Turn } from './turn.ts'
import { filterOf, isEmpty } from './selection.ts'
import { pointsBack, subjectOf } from './subject.ts'
import { tellEntry } from './tell.ts'

/**
 * What to say to a question: first what typed data settle (a named list, what was said before, nothing but dates and
 * places, the pack's own subject), then the best-ranked entry, if it is sure enough.
 */
export function decide(given: Turn): Reply {
  const turn = startsAnew(given) ? { ...given, context: undefined } : given
  const { question, knowledge } = turn
  const gap = mentionedGap(turn)
  const list = gap ? undefined : namedList(turn)
  const numbered = list && numberedMember(list, turn)
  if (numbered) return tell(numbered, confidences.certain, turn)
  if (list && isBeyondNumbers(list, turn)) return answered(tellNumbers(list, turn), confidences.certain, turn)
  if (list && !isTurnedFilter(turn) && isOnlyAbout(list, turn))
    return answered(tellList(list, turn), confidences.certain, turn)
  const subject = subjectOf(question, knowledge.pack, knowledge.gaps)
  const before = followUp(subject, turn)
  if (before) return tell(before, confidences.certain, turn)
  const { dates, places } = filterOf(question)
  if (subject === 'filter' && !question.deniesOrCompares && dates.length + places.length > 0) {
    const told = tellEvents(turn)
    if (told.entries.length > 0 || wantsYesOrNo(question)) return answered(told, confidences.certain, turn)
  }
  const organisation = subject === 'filter' ? tellOrganisation(turn) : undefined
  if (organisation) return answered(organisation, confidences.certain, turn)
  const about = packSubject(knowledge)
  if (!gap && subject === 'subject' && about && typedDataAnswer(about, turn))
    return tell(about, confidences.certain, turn)
  return gap ? declined(turn, confidences.certain, gap) : decideByRank(turn)
}

/**
 * What the source lacks and the question names ("dress code for the high-level segment"), unless the best entry accounts
 * for those words as well.
 */
function mentionedGap({ question, candidates, knowledge }: Turn): Entry | undefined {
  const best = candidates.find(({ entry }) => knowledge.pack.entries[entry]!.type !== 'gap')
  for (const { things, from, to } of question.names) {
    const [thing] = things
    const gap = thing && things.every(({ id }) => knowledge.gaps.has(id)) ? knowledge.entries.get(thing.id) : undefined
    const guessed = question.words.slice(from, to).some(({ mended }) => mended)
    if (gap && !guessed && (!best || best.missing.some((at) => from <= at && at < to))) return gap
  }
  return undefined
}

/** "Which consultations were not in Kazakhstan?": a filter that is not meant as it stands. */
function isTurnedFilter({ question }: Turn): boolean {
  return question.deniesOrCompares && !isEmpty(filterOf(question))
}

/** "When is the summit?", "is the summit in Astana?": typed data of the pack's own subject are enough. */
function typedDataAnswer(about: Entry, { question, knowledge, candidates }: Turn): boolean {
  if (wantsYesOrNo(question)) return true
  const [best] = candidates
  const likelier = best && knowledge.pack.entries[best.entry] !== about && best.example > alike
  return !likelier && asksOnly(question, ['when', 'where', 'what'])
}

/** What typed data answer needs no statistics. */
const confidences = { certain: 0.9, likely: 0.6 }

function decideByRank(turn: Turn): Reply {
  const { knowledge, candidates, question } = turn
  const [best, next] = candidates
  if (!best) return declined(turn, 0)
  const entry = knowledge.pack.entries[best.entry]!
  const confidence = confidenceOf(best, next, question, knowledge.index.examples.length > 0)
  const [last] = turn.context?.entries ?? []
  const before = last === undefined ? undefined : knowledge.entries.get(last)
  if (before && isAboutLast(before, turn)) return tell(before, confidences.likely, turn)
  if (entry.type === 'gap') return declined(turn, confidence, entry)
  const rival = next && best.score - next.score < tie ? knowledge.pack.entries[next.entry] : undefined
  if (rival?.type === 'gap') return declined(turn, 1 - confidence, rival)
  if (before && confidence < thresholds.answer && pointsBack(question)) return tell(before, confidences.likely, turn)
  const named = namedInstead(best, turn)
  if (named) return tell(named, confidences.likely, turn)
  if (confidence < thresholds.clarify) return declined(turn, confidence)
  if (confidence < thresholds.answer) return clarify(turn, confidence)
  if (entry.type === 'list' && (asksForMembers(question) || !isEmpty(filterOf(question)))) {
    return answered(tellList(entry, turn), confidence, turn)
  }
  return tell(withFacet(entry, turn), confidence, turn)
}

/** The entry, or one that fits hardly worse and has the facet asked for, where the entry lacks it. */
function withFacet(entry: Entry, { candidates, question, knowledge }: Turn): Entry {
  if (!missingFacet(entry, question, knowledge.pack)) return entry
  const least = candidates[0]!.score - near
  const agreeing = candidates.filter(({ score, checks }) => score >= least && checks.every(({ holds }) => holds))
  const others = agreeing.map((candidate) => knowledge.pack.entries[candidate.entry]!)
  return others.find((other) => other.type !== 'gap' && !missingFacet(other, question, knowledge.pack)) ?? entry
}

/** A difference in score that a single word may make. */
const near = 0.05

/** The entry that the question names outright, where the best-ranked one does not account for that name. */
function namedInstead(best: Candidate, { question, knowledge }: Turn): Entry | undefined {
  for (const { things, from, to } of question.names) {
    const [thing] = things
    const entry = thing?.kind === 'entry' && things.length === 1 ? knowledge.entries.get(thing.id) : undefined
    const plain = entry && entry.type !== 'gap' && entry.type !== 'list' && entry.id !== knowledge.pack.subject
    const guessed = question.words.slice(from, to).some(({ mended }) => mended)
    if (plain && !guessed && best.missing.some((at) => from <= at && at < to)) return entry
  }
  return undefined
}

/** Where what the source says and what it lacks fit equally well, nothing is claimed. */
const tie = 0.05

/** "At which session?": few words, all of which what was said last accounts for. */
function isAboutLast(last: Entry, { candidates, question, knowledge }: Turn): boolean {
  const [best] = candidates
  const candidate = candidates.find(({ entry }) => knowledge.pack.entries[entry] === last)
  const isNext = candidate !== undefined && candidate.coverage >= 0.9 && candidate !== best
  return isNext && question.words.length <= fewWords && knowledge.pack.entries[best!.entry]!.type === 'gap'
}

const fewWords = 5

/** The entry's answer, unless the source lacks just what is asked of it. */
function tell(entry: Entry, confidence: number, turn: Turn): Reply {
  const { question, knowledge, language } = turn
  if (asksOutcome(question, entry)) return declined(turn, 1 - confidence, undefined, say(language, 'note.expected'))
  const missing = missingFacet(entry, question, knowledge.pack)
  // Who something unites or supports may be told by a statement about something else.
  if (!missing || (missing === 'who' && isTaught(entry, turn)))
    return answered(tellEntry(entry, turn), confidence, turn)
  const facet = say(language, `facet.${missing}`)
  return declined(
    turn,
    1 - confidence,
    undefined,
    say(language, 'unknown.facet', { facet, title: titleOf(entry, language) }),
  )
}

/** What the pack itself gives as a question that the entry answers is not missing there. */
function isTaught(entry: Entry, { candidates, knowledge }: Turn): boolean {
  const [best] = candidates
  return best !== undefined && knowledge.pack.entries[best.entry] === entry && best.example > alike
}

/** The example fit of a question much like one in the pack. */
const alike = 0.7

/** Whether a question asks for some of these and for nothing else but a yes or no. */
function asksOnly({ asked }: Question, facets: readonly string[]): boolean {
  const others = [...asked].filter((one) => one !== 'yes-no' && one !== 'whether' && one !== 'list')
  return others.length > 0 && others.every((one) => facets.includes(one))
}

function asksForMembers(question: Question): boolean {
  const { asked } = question
  return asked.has('list') || asked.has('number') || asked.has('who') || wantsYesOrNo(question)
}
