import { deeds } from '../../languages/language-data.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { wantsOnlyYesOrNo, wantsYesOrNo, type Question } from '../understanding/question.ts'
import { missingDeed } from './deeds.ts'
import { chosenOption, isThere, siblingOf, speaksOf } from './follow-up.ts'
import { isBeyondNumbers, isOnlyAbout, numberedMember, tellEvents, tellList, tellNumbers } from './lists.ts'
import { asksOfStranger, tellOrganisation } from './membership.ts'
import { gives, isTimely, particularsOf } from './gives.ts'
import { alike, certain, muchMore, thresholds } from './parameters.ts'
import { tellUnnamedParticipant } from './participation.ts'
import { answered, declined } from './replies.ts'
import type { Findings, Rule } from './rule.ts'
import { isEmpty } from './selection.ts'
import { tellNthDay, tellRelativeDay } from './tell-day.ts'
import { denyOtherNumber, tellBeyond, tellSeriesMember } from './tell-series.ts'
import { tell } from './tell.ts'
import { tellTime } from './tell-time.ts'

/** Rules that typed data settle: no statistics are needed. */
export const typedRules: readonly Rule[] = [
  {
    // "How many days left?", "is it over?": of what was said before if that has dates, else of what the pack is about.
    name: 'timing',
    decide(findings) {
      const { before, about, subject, gap } = findings
      const [last, ...others] = before
      const dated = subject === 'none' && last?.dates && others.length === 0 ? last : about
      return dated && !gap && asksOfTime(findings) ? tellTime(dated, certain, findings) : undefined
    },
  },
  {
    // "The second day of the summit".
    name: 'nth-day',
    decide: (findings) => findings.about && tellNthDay(findings.about, findings),
  },
  {
    // "What is on tomorrow?", where nothing is.
    name: 'relative-day',
    decide: tellRelativeDay,
  },
  {
    // "UNEA-8", of which only a note tells.
    name: 'series-member',
    decide: tellSeriesMember,
  },
  {
    // "COP31", where there are COP30 and COP17.
    name: 'other-number',
    decide: denyOtherNumber,
  },
  {
    // "The third consultation", "theme 5".
    name: 'numbered-member',
    decide(findings) {
      const member = findings.list && numberedMember(findings.list, findings)
      return member && tell(member, certain, findings)
    },
  },
  {
    // "The sixth consultation", where there are five.
    name: 'beyond-numbers',
    decide(findings) {
      const { list, question } = findings
      if (!list || !isBeyondNumbers(list, findings)) return undefined
      const denied = wantsOnlyYesOrNo(question) ? undefined : tellBeyond(list, findings)
      return denied ?? answered(tellNumbers(list, findings), certain, findings)
    },
  },
  {
    // "How many themes?", "consultations in Kazakhstan", "is UNICEF a partner?"
    name: 'named-list',
    decide(findings) {
      const { list } = findings
      if (!list || isTurnedFilter(findings)) return undefined
      const isMeant = isOnlyAbout(list, findings) || asksOfStranger(list, findings)
      return isMeant ? answered(tellList(list, findings), certain, findings) : undefined
    },
  },
  {
    // "2" after three readings were offered.
    name: 'offered-option',
    decide(findings) {
      const option = isElliptical(findings) ? chosenOption(findings) : undefined
      return option && tell(option, certain, findings)
    },
  },
  {
    // "And the second?" after the third consultation.
    name: 'sibling',
    decide(findings) {
      const [last] = findings.before
      const sibling = last && isElliptical(findings) ? siblingOf(last, findings) : undefined
      return sibling && tell(sibling, certain, findings)
    },
  },
  {
    // "Was it in Bonn?", "what did Kazakhstan propose there?", "and the Population Fund?" after one entry was told.
    name: 'confirm-last',
    decide(findings) {
      const { before, question, subject, isAlone } = findings
      const [last, ...others] = before
      if (isAlone && !wantsYesOrNo(question)) return undefined
      const facets = particularsOf(question.asked)
      const goesOn = question.continues && (facets.length === 0 || (last !== undefined && gives(last, facets)))
      if (last && others.length === 0 && goesOn && speaksOf(last, findings)) return tell(last, certain, findings)
      const isAsked = wantsYesOrNo(question) || question.dates.length === 0
      const asks = subject === 'filter' && !hasOrdinal(question) && isAsked && question.pointsBack
      const isOfLast = last && others.length === 0 && asks && (wantsYesOrNo(question) || isThere(last, findings))
      return isOfLast ? tell(last, certain, findings) : undefined
    },
  },
  {
    // "And where?" after something was told. A question that some entry fits well by itself is no such.
    name: 'last-entry',
    decide(findings) {
      const [last] = findings.before
      const asks = findings.subject === 'none' && !hasOrdinal(findings.question) && !findings.isAlone
      return last && asks && isAbout(last, findings) ? tell(last, certain, findings) : undefined
    },
  },
  {
    // "When and where?" with nothing said before.
    name: 'pack-subject',
    decide(findings) {
      const { about, subject, question } = findings
      const asks = question.asked.has('when') || question.asked.has('where')
      return about && subject === 'none' && asks && question.numerals.length === 0 && !asksDeed(question)
        ? tell(about, certain, findings)
        : undefined
    },
  },
  {
    // "Is China coming?"
    name: 'unnamed-participant',
    decide: (findings) => (findings.question.deniesOrCompares ? undefined : tellUnnamedParticipant(findings, certain)),
  },
  {
    // "What happened in May 2025?", "was there anything in Bishkek?"
    name: 'events',
    decide(findings) {
      const { filter, subject, question } = findings
      const asks = subject === 'filter' && !question.deniesOrCompares
      if (!asks || filter.dates.length + filter.places.length === 0) return undefined
      const told = tellEvents(findings)
      const only = told.entries.length === 1 ? findings.knowledge.entries.get(told.entries[0]!) : undefined
      if (only && missingDeed(only, findings)) return tell(only, certain, findings)
      return told.entries.length > 0 || wantsYesOrNo(question) ? answered(told, certain, findings) : undefined
    },
  },
  {
    // "What is UNEP?"
    name: 'organisation',
    decide(findings) {
      const told = findings.subject === 'filter' ? tellOrganisation(findings) : undefined
      return told && answered(told, certain, findings)
    },
  },
  {
    // "When is the summit?", "is the summit in Astana?"
    name: 'subject-data',
    decide(findings) {
      const { about, gap, subject, question } = findings
      // The next summit is another one.
      const isThis = subject === 'subject' && question.neighbour === undefined
      return about && !gap && isThis && settlesSubject(findings) ? tell(about, certain, findings) : undefined
    },
  },
  {
    // "Is there a dress code for the high-level segment?"
    name: 'named-gap',
    decide: (findings) => findings.gap && declined(findings, certain, { gap: findings.gap }),
  },
]

/**
 * Whether a question without a subject is about what was told last: it says so, that has what is asked for, or nothing
 * else fits. When and where are asked of the pack's own subject if what was told has neither.
 */
function isAbout(last: Entry, { question, best, confidence, about }: Findings): boolean {
  const facets = particularsOf(question.asked)
  if (facets.length === 0 || gives(last, facets)) return true
  if (about && facets.every((facet) => facet === 'where' || isTimely(facet)) && gives(about, facets)) return false
  if (!best || best.entry === last || confidence < thresholds.answer) return true
  // What the source does not say may be lacking of just this; what it says elsewhere is told from there.
  return (question.pointsBack || question.continues) && (best.entry.type === 'gap' || confidence < certain)
}

/** Whether a question asks for a time of the pack's subject or of what was said before. */
function asksOfTime({ subject, question, filter }: Findings): boolean {
  const { timing, numerals } = question
  if (timing === undefined || numerals.length > 0 || asksDeed(question)) return false
  if (subject === 'none' || subject === 'subject') return true
  return subject === 'filter' && filter.places.length + filter.organisations.length === 0
}

/** "Which consultations were not in Kazakhstan?": a filter that is not meant as it stands. */
function isTurnedFilter({ question, filter }: Findings): boolean {
  return question.deniesOrCompares && !isEmpty(filter)
}

/** Whether a question says too little to name what it is about. */
function isElliptical({ subject }: Findings): boolean {
  return subject === 'none' || subject === 'filter'
}

/** "What will they sign at the end?" asks what is done, and not when. */
function asksDeed({ words }: Question): boolean {
  return words.some(({ marks, role }) => role === 'content' && deeds.some((deed) => marks.has(deed)))
}

function hasOrdinal({ numerals }: Question): boolean {
  return numerals.some(({ ordinal }) => ordinal)
}

/** Whether typed data of the pack's own subject are enough: a yes or no, or only when, where or what it is. */
function settlesSubject(findings: Findings): boolean {
  if (isAnothers(findings)) return false
  return wantsYesOrNo(findings.question) || asksOnly(findings.question, ['when', 'where', 'what'])
}

/** Whether another entry has the question among its own, or accounts for much more of it than the subject does. */
function isAnothers({ best, about, candidates, knowledge, question, filter }: Findings): boolean {
  if (!best || best.entry === about) return false
  // "Is the summit in Almaty?" is settled by where the subject is, whoever else speaks of that.
  if (wantsYesOrNo(question) && !isEmpty(filter)) return best.candidate.example > alike
  const own = candidates.find(({ entry }) => knowledge.pack.entries[entry] === about)
  const isAsked = best.candidate.example > Math.max(alike, (own?.example ?? 0) + muchMore)
  return isAsked || best.candidate.coverage > (own?.coverage ?? 0) + muchMore
}

/** Whether a question asks for some of these and for nothing else but a yes or no. */
function asksOnly({ asked }: Question, facets: readonly string[]): boolean {
  const others = [...asked].filter((one) => one !== 'yes-no' && one !== 'whether' && one !== 'list')
  return others.length > 0 && others.every((one) => facets.includes(one))
}
