import { foreign } from '../search/topic-space.ts'
import { wantsOnlyYesOrNo, wantsYesOrNo, type Question } from '../understanding/question.ts'
import { asksDeed, missingDeed } from './deeds.ts'
import { tellDoer } from './doer.ts'
import { tellElsewhere } from './elsewhere.ts'
import {
  isBeyondNumbers,
  isOnlyAbout,
  namedList,
  numberedMember,
  tellEvents,
  tellList,
  tellNumbers,
  withMemberThere,
} from './lists.ts'
import { asksOfStranger, tellOrganisation } from './membership.ts'
import { alike, certain, muchMore, thresholds } from './parameters.ts'
import { tellPersonElsewhere, tellUnnamedParticipant } from './participation.ts'
import { answered, declined } from './replies.ts'
import type { Findings, Rule } from './rule.ts'
import { asksNeighbour, dialogueRules } from './rules-dialogue.ts'
import { isEmpty } from './selection.ts'
import { tellNthDay, tellRelativeDay } from './tell-day.ts'
import { denyOtherNumber, tellBeyond, tellSeriesMember } from './tell-series.ts'
import { placesOf } from '../understanding/spans.ts'
import { saysSomething } from '../understanding/word.ts'
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
      const { list } = findings
      const member = list && numberedMember(list, findings)
      return member && withMemberThere(tell(member, certain, findings), { list, member }, findings)
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
    // "Where did they meet outside Central Asia?"
    name: 'elsewhere',
    decide(findings) {
      const told = tellElsewhere(findings, namedList(findings))
      return told && answered(told, certain, findings)
    },
  },
  {
    // "How many themes?", "consultations in Kazakhstan", "is UNICEF a partner?"
    name: 'named-list',
    decide(findings) {
      const { list } = findings
      if (!list || isTurnedFilter(findings) || asksNeighbour(findings)) return undefined
      if (!isOnlyAbout(list, findings) && !asksOfStranger(list, findings)) return undefined
      const told = tellList(list, findings)
      return told.isOfNothing && isDeniedOfBest(findings) ? undefined : answered(told, certain, findings)
    },
  },
  ...dialogueRules,
  {
    // "Is China coming?"
    name: 'unnamed-participant',
    decide: (findings) =>
      findings.question.deniesOrCompares
        ? undefined
        : (tellPersonElsewhere(findings, certain) ?? tellUnnamedParticipant(findings, certain)),
  },
  {
    // "What happened in May 2025?", "was there anything in Bishkek?"
    name: 'events',
    decide(findings) {
      const { filter, subject, question, about } = findings
      const asks = subject === 'filter' && !question.deniesOrCompares
      if (!asks || filter.dates.length + filter.places.length === 0) return undefined
      if (about && isOfAbout(findings)) return tell(about, certain, findings)
      const told = tellEvents(findings)
      if (told.isOfNothing && isDeniedOfBest(findings)) return undefined
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
    // "When is the next summit?", of which there is but this one.
    name: 'other-edition',
    decide(findings) {
      const { knowledge, candidates, before } = findings
      const edition = before.length === 0 ? otherEdition(findings) : undefined
      if (!edition) return undefined
      const gap = candidates
        .map(({ entry }) => knowledge.pack.entries[entry]!)
        .find(({ type, topic }) => edition === 'next' && type === 'gap' && topic === nextEvent)
      return declined(findings, certain, gap ? { gap } : {})
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
    // "Was it Guterres who proposed it?", where a statement says who did.
    name: 'doer',
    decide: tellDoer,
  },
  {
    // "Is there a dress code for the high-level segment?"
    name: 'named-gap',
    decide: (findings) => findings.gap && declined(findings, certain, { gap: findings.gap }),
  },
]

/** The topic of those who ask for the next one. */
const nextEvent = 'next-event'

/** Which edition of what the pack is about is asked for, if "next" or "previous" stands before its name. */
function otherEdition({ question: { names, words }, knowledge: { pack } }: Findings): 'next' | 'previous' | undefined {
  const mention = names.find(({ things }) => things.some(({ kind, id }) => kind === 'entry' && id === pack.subject))
  if (!mention) return undefined
  // "The next regional ecological summit", and not "the next day of the summit", nor "after this summit".
  const start = words.findLastIndex(({ role }, at) => at < mention.from && role !== 'content')
  const before = words.slice(start + 1, mention.from)
  const isNamed = names.some(({ from, to }) => from > start && to <= mention.from)
  if (isNamed) return undefined
  if (before.some(({ marks }) => marks.has('next'))) return 'next'
  return before.some(({ marks }) => marks.has('previous')) ? 'previous' : undefined
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

/** "It's going to be in Almaty, isn't it?", with nothing said before. */
function isOfAbout({ question, before }: Findings): boolean {
  const { words, names, pointsBack } = question
  const places = placesOf(names.filter(({ things }) => things.every(({ kind }) => kind === 'place')))
  const saysMore = words.some((word, at) => saysSomething(word) && !places.has(at))
  return wantsYesOrNo(question) && pointsBack && before.length === 0 && !saysMore
}

/** "Was the briefing on 15 September?": no, it was on the 25th, where the question is surely about it. */
function isDeniedOfBest({ best, confidence, question, list }: Findings): boolean {
  if (!best || best.entry === list || best.entry.type === 'list' || !wantsYesOrNo(question)) return false
  return confidence >= thresholds.deny && best.candidate.checks.some(({ holds }) => !holds)
}

/** Whether typed data of the pack's own subject are enough: a yes or no, or only when, where or what it is. */
function settlesSubject(findings: Findings): boolean {
  if (isAnothers(findings)) return false
  return wantsYesOrNo(findings.question) || asksOnly(findings.question, ['when', 'where', 'what'])
}

/** Whether another entry has the question among its own, or accounts for much more of it than the subject does. */
function isAnothers({ best, about, candidates, knowledge, question, filter }: Findings): boolean {
  // What names the subject has to do with it.
  if (!best || best.entry === about || best.entry.topic === foreign) return false
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
