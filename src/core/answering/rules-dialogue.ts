import type { Entry } from '../../knowledge/pack.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { asksDeed } from './deeds.ts'
import { chosenOption, daysLater, isThere, siblingOf, speaksOf } from './follow-up.ts'
import { isAskedOfAnother } from './asked-of-another.ts'
import { gives, isTimely, particularsOf } from './gives.ts'
import { certain, halfAlike, thresholds } from './parameters.ts'
import type { Findings, Rule } from './rule.ts'
import { listsOf } from './selection.ts'
import { subjectOf } from './subject.ts'
import { tell } from './tell.ts'

/** Rules for what goes on from what was said before. */
export const dialogueRules: readonly Rule[] = [
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
      const asks = last && (isElliptical(findings) || asksNeighbour(findings))
      const sibling = asks ? (daysLater(last, findings) ?? siblingOf(last, findings)) : undefined
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
      // "And the one in Dushanbe?", after the one in Ashgabat, doubts nothing of that.
      const doubts = question.asked.has('yes-no') || (wantsYesOrNo(question) && !question.continues)
      const isOfLast = last && others.length === 0 && asks && (doubts || isThere(last, findings))
      return isOfLast ? tell(last, certain, findings) : undefined
    },
  },
  {
    // "And where?" after something was told. A question that some entry fits well by itself is no such.
    name: 'last-entry',
    decide(findings) {
      const [last] = findings.before
      const asks = findings.subject === 'none' && !hasOrdinal(findings.question) && !findings.isAlone
      return last && asks && !isAskedOfAnother(last, findings) && isAbout(last, findings)
        ? tell(last, certain, findings)
        : undefined
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
]

/**
 * Whether a question without a subject is about what was told last: it says so, that has what is asked for, or nothing
 * else fits. When and where are asked of the pack's own subject if what was told has neither.
 */
function isAbout(last: Entry, findings: Findings): boolean {
  const { question, best, confidence, about } = findings
  const facets = particularsOf(question.asked)
  if (facets.length === 0 || gives(last, facets) || isAskedOf(last, findings)) return true
  if (about && facets.every((facet) => facet === 'where' || isTimely(facet)) && gives(about, facets)) return false
  if (!best || best.entry === last || confidence < thresholds.answer) return true
  // What the source does not say may be lacking of just this; what it says elsewhere is told from there.
  return (question.pointsBack || question.continues) && (best.entry.type === 'gap' || confidence < certain)
}

/** "Where did he announce it?", of an initiative that has no place, but is asked so. */
function isAskedOf(last: Entry, { question, candidates, about, knowledge }: Findings): boolean {
  const fitOf = (entry: Entry | undefined): number =>
    candidates.find((one) => knowledge.pack.entries[one.entry] === entry)?.example ?? 0
  return question.pointsBack && fitOf(last) > Math.max(halfAlike, fitOf(about))
}

/** Whether a question says too little to name what it is about. */
function isElliptical({ subject }: Findings): boolean {
  return subject === 'none' || subject === 'filter'
}

/** "And the theme before that?", after one of them. */
export function asksNeighbour({ before: [last], question, knowledge }: Findings): boolean {
  const lists = last === undefined || question.neighbour === undefined ? [] : listsOf(last.id, knowledge.pack)
  return lists.some((list) => {
    const subject = subjectOf(question, knowledge, list)
    return subject === 'none' || subject === 'filter'
  })
}

function hasOrdinal({ numerals }: Question): boolean {
  return numerals.some(({ ordinal }) => ordinal)
}
