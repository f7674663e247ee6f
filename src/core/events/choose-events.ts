import type { Reply } from '../answering/reply.ts'
import type { Decider, RuleName } from '../answering/rule-name.ts'
import type { Question } from '../understanding/question.ts'
import type { Named } from './named-events.ts'

/** What one event would say. `goesOn`: whether it has spoken in this conversation last. */
export type Offer = {
  readonly reply: Reply
  readonly question: Question | undefined
  readonly goesOn: boolean
  /** The places of the question's words that the entry told does not account for; undefined where that is not known. */
  readonly missing: readonly number[] | undefined
}

/** Answers whose confidences lie nearer to each other are equally good: as far as typed data and a good match do. */
const equally = 0.1

/** What is surer than this has found what was asked for. */
const found = 0.5

/** Rules by which something is said of what was said before. */
const ofLast = new Set<string>([
  'repeat',
  'programme-more',
  'offered-option',
  'sibling',
  'confirm-last',
  'last-entry',
  'pointing',
] satisfies RuleName[])

/** Rules by which a text is refused unread. */
const unread = new Set<string>(['too-long', 'empty', 'foreign-letters'] satisfies Decider[])

/** Rules by which a pack takes a question without a subject for one about itself, as every pack would. */
const ofItself = new Set<string>([
  'pack-subject',
  'subject-data',
  'timing',
  'nth-day',
  'relative-day',
] satisfies RuleName[])

/**
 * Whose question it is: of the event that it names; else of the one that was spoken of, if it points back; else of the
 * one that knows an answer, and best. Where several answer equally, that of the conversation goes before others, then
 * that of the year named, and else all are told. Where none answers, each that may be meant says so.
 * Small talk is nobody's in particular. Events are told by their places.
 */
export function chooseEvents(offers: readonly Offer[], { byName, byYear, word }: Named): readonly number[] {
  const all = [...offers.keys()]
  const of = (at: number): Offer => offers[at]!
  const spoke = all.filter((at) => of(at).goesOn)
  if (isTalk(offers)) {
    // "More" and "again" are about what was said.
    return spoke.filter((at) => {
      const { suggestions, status, rule } = of(at).reply
      return suggestions.length > 0 || (status !== 'social' && !unread.has(rule))
    })
  }
  const isNamed = byName.length > 0 && !isToldElsewhere(word, byName, offers)
  const asked = isNamed ? byName : pointsAt(spoke, offers) ? spoke : all
  const best = bestOf(asked, offers)
  if (of(best[0]!).reply.status === 'clarify') return [surest(best, offers)]
  const preferred = [spoke, byYear]
    .map((some) => best.filter((at) => some.includes(at)))
    .find((some) => some.length > 0)
  return preferred ?? best
}

/** Nothing but small talk, or what is not read: no event is needed for that. */
function isTalk(offers: readonly Offer[]): boolean {
  const isSaid = offers.some(({ reply: { rule } }) => rule === 'social' || rule === 'repeat')
  if (isSaid) return !offers.some(({ reply }) => reply.status === 'answered' && reply.rule !== 'repeat')
  return offers.every(({ reply: { status, rule } }) => status === 'social' || unread.has(rule))
}

/** Whether a question is about what these said last: by the rule that answers it, or by its words. */
function pointsAt(spoke: readonly number[], offers: readonly Offer[]): boolean {
  const others = offers.filter((_, at) => !spoke.includes(at))
  const isKnownElsewhere = others.some(({ reply }) => reply.status === 'answered' && !isOfItself(reply))
  return spoke.some((at) => {
    const { reply, question } = offers[at]!
    if (ofLast.has(ruleOf(reply))) return true
    const pointsBack = question !== undefined && (question.pointsBack || question.continues)
    return pointsBack && (reply.status === 'answered' || !isKnownElsewhere)
  })
}

/**
 * Whether an event that is not named has found what the only word of the name stands for: "who hosts the conference on
 * glaciers?", where one pack knows that conference and another one is a conference.
 */
function isToldElsewhere(word: string | undefined, byName: readonly number[], offers: readonly Offer[]): boolean {
  if (word === undefined) return false
  const sure = Math.max(
    ...byName.map((at) => offers[at]!).map(({ reply }) => (isAnswered(reply) ? reply.confidence : 0)),
  )
  return offers.some(({ reply, question, missing }, at) => {
    if (byName.includes(at) || !missing || !hasFound(reply) || reply.confidence < sure) return false
    const places = [...(question?.words.entries() ?? [])].flatMap(([place, { text }]) => (text === word ? [place] : []))
    return places.length > 0 && !places.some((place) => missing.includes(place))
  })
}

/** Those with the best that is to be had: an answer, a question back, a refusal. */
function bestOf(asked: readonly number[], offers: readonly Offer[]): readonly number[] {
  const having = (status: Reply['status']): number[] => asked.filter((at) => offers[at]!.reply.status === status)
  const answering = having('answered')
  if (answering.length === 0) return [having('clarify'), having('unknown')].find((some) => some.length > 0) ?? asked
  const knowing = answering.filter((at) => hasFound(offers[at]!.reply))
  const rivals = knowing.length > 0 ? knowing : answering
  const most = offers[surest(rivals, offers)]!.reply.confidence
  return rivals.filter((at) => most - offers[at]!.reply.confidence <= equally)
}

function surest(places: readonly number[], offers: readonly Offer[]): number {
  return places.toSorted((a, b) => offers[b]!.reply.confidence - offers[a]!.reply.confidence)[0]!
}

function isOfItself(reply: Reply): boolean {
  return ofItself.has(ruleOf(reply))
}

function isAnswered({ status }: Reply): boolean {
  return status === 'answered'
}

/** Whether it answers, and not only because it would of anything. */
function hasFound(reply: Reply): boolean {
  return isAnswered(reply) && !isOfItself(reply) && reply.confidence > found
}

/** The rule without what the entry lacked. */
function ruleOf({ rule }: Reply): string {
  return rule.split('/')[0]!
}
