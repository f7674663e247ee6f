import { say } from '../i18n.ts'
import { findAsked } from '../understanding/asked.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import { tellEvents } from './lists.ts'
import { isItem, isSession, occurrencesOf } from './occurrences.ts'
import { certain } from './parameters.ts'
import { tellPlace } from './place-lines.ts'
import { readProgramme, type ProgrammeQuery } from './programme-query.ts'
import { momentOf, select } from './programme-selection.ts'
import { answered } from './replies.ts'
import type { Decision } from './reply.ts'
import type { Findings, Rule } from './rule.ts'
import type { TitleMention } from './session-titles.ts'
import { tell } from './tell.ts'
import { page, tellOccurrences } from './tell-programme.ts'
import { nameOf, nothing, tellDetail, tellFound, tellNext, tellNow, tellPersons, tellSeveral } from './tell-sessions.ts'

/** Before small talk, of which "more" is a word. */
export const moreRule: Rule = {
  // "More", after a page of the programme.
  name: 'programme-more',
  decide(findings) {
    const { context, question, language } = findings
    const rest = context?.said?.rest
    if (!rest || question.smallTalk?.kind !== 'more') return undefined
    return answered({ ...page([], rest, language), entries: context.entries }, certain, findings)
  },
}

/** Rules for packs that have hours: what is on when and where, who speaks, what has a title. */
export const programmeRules: readonly Rule[] = [
  {
    // "When does Rust on Rails start?", "who speaks at Git for Beginners?", where two have that title.
    name: 'session-title',
    decide: whereHours((query, findings) => {
      const { title, isWhole } = query
      if (!title || !isWhole) return undefined
      if (query.details.length > 0)
        return title.entries.length === 1 ? tellDetail(title.entries[0]!, query, findings) : undefined
      const isTimed = title.entries.every(({ slots }) => slots.length > 0)
      if (query.says.reach) return tell(title.entries[0]!, certain, askingWay(findings))
      if (!isTimed) return tell(title.entries[0]!, certain, outsideOf(title, findings))
      const found = select(query, findings.knowledge.pack, momentOf(findings))
      if (title.entries.length === 1) return tell(title.entries[0]!, certain, outsideOf(title, findings))
      return found.length > 0 ? tellSeveral(found, title.entries, findings) : nothing(query, findings)
    }),
  },
  {
    // "Where is Hall B?", "how do I get to the venue?"
    name: 'place-card',
    decide: whereHours((query, findings) => {
      const { question, knowledge, language, about } = findings
      const { pack } = knowledge
      const asksWay = question.asked.has('where') || query.says.reach
      const picks = query.kinds.length + query.persons.length + query.times.length + (query.days?.length ?? 0)
      if (!query.isWhole || picks > 0 || query.title || question.pointsBack) return undefined
      const [named, ...others] = query.places
      const ofSubject = query.says.reach && named === undefined ? about?.place : undefined
      const place = pack.places.get(named ?? ofSubject ?? '')
      const isOnlyNamed =
        question.asked.size === 0 && question.neighbour === undefined && !query.says.sessions && !query.says.gives
      if (!place || others.length > 0 || !(asksWay || isOnlyNamed)) return undefined
      const there = select(query, pack, momentOf(findings))
      const lines = tellPlace(place, { pack, language })
      if (lines.length > 1 || there.length === 0) return answered({ lines, entries: [] }, certain, findings)
      return answered(tellOccurrences(there, lines[0]!.text, { pack, language }), certain, findings)
    }),
  },
  {
    // "What else does she give?" after one session.
    name: 'speaker-others',
    decide: whereHours((query, findings) => {
      const { before, question, knowledge, language } = findings
      const [last, ...others] = before
      const isAsked = query.isWhole && query.says.other && (query.says.gives || query.says.sessions)
      if (!last || others.length > 0 || !isAsked || query.persons.length > 0) return undefined
      const persons = last.speakers.flatMap((id) => knowledge.entries.get(id) ?? [])
      if (persons.length === 0 || !(question.pointsBack || question.asked.has('what') || question.continues))
        return undefined
      const found = select({ ...query, persons }, knowledge.pack, momentOf(findings)).filter(
        ({ entry }) => entry !== last,
      )
      if (found.length > 0) return tellFound(found, query, findings)
      const name = nameOf(persons, findings)
      return answered(
        { lines: [{ kind: 'fact', text: say(language, 'programme.byOther', { name }) }], entries: [] },
        certain,
        findings,
      )
    }),
  },
  {
    // "When does Satpayeva speak?", "who is John Park?"
    name: 'speaker',
    decide: whereHours((query, findings) => {
      const { persons } = query
      if (persons.length === 0 || !query.isWhole) return undefined
      const found = select(query, findings.knowledge.pack, momentOf(findings))
      const isPicked = query.kinds.length + query.places.length + query.times.length > 0 || query.days !== undefined
      if (query.details.length > 0) return undefined
      const asksThem = findings.question.asked.has('when') || query.says.gives || query.says.sessions || isPicked
      if (asksThem && found.length > 0) return tellFound(found, query, findings, nameOf(persons, findings))
      if (asksThem && isPicked) return nothing(query, findings)
      return tellPersons(persons, found, findings)
    }),
  },
  {
    // "What time does the conference start?" where only what is in it has hours.
    name: 'first-session',
    decide: whereHours((query, findings) => {
      const { about, subject, question, knowledge } = findings
      const { timing } = question
      if (!about || about.slots.length > 0 || subject !== 'subject' || query.days !== undefined) return undefined
      if (timing !== 'hour' || question.times.length > 0) return undefined
      const sessions = occurrencesOf(knowledge.pack).filter(({ entry }) => isSession(entry))
      const asksEnd = question.words.some(({ text }) =>
        knowledge.reader.grammar.asking.at([text], 0)?.meanings.some(({ what }) => what === 'end'),
      )
      const edge = sessions.at(asksEnd ? -1 : 0)
      return edge && tell(edge.entry, certain, { ...findings, question: { ...question, timing: undefined } })
    }),
  },
  {
    // "What is on now?", "what is next in Hall B?", "talks after five on Friday", "which keynotes are there?"
    name: 'programme',
    decide: whereHours((query, findings) => {
      const { question } = findings
      if (!query.isWhole || query.title || question.deniesOrCompares || isAboutLast(query, findings)) return undefined
      if (question.neighbour === 1 || query.times.some(({ kind }) => kind === 'later')) return tellNext(query, findings)
      const all = select(query, findings.knowledge.pack, momentOf(findings))
      const [only, ...rest] = new Set(all.map(({ entry }) => entry))
      if (query.details.length > 0) return only && rest.length === 0 ? tellDetail(only, query, findings) : undefined
      if (query.days?.length === 0)
        return tellEvents(findings).entries.length === 0 ? nothing(query, findings) : undefined
      if (!picks(query, findings)) return undefined
      const items = all.filter(isItem)
      const found = items.length > 0 ? items : all
      if (query.times.some(({ kind }) => kind === 'now')) return tellNow(found, query, findings)
      return found.length > 0 ? tellFound(found, query, findings) : nothing(query, findings)
    }),
  },
]

/** The words of a title ask nothing: "Where the Water Goes". */
function outsideOf({ from, to }: TitleMention, findings: Findings): Findings {
  const { question, knowledge } = findings
  const texts = question.words.map(({ text }) => text)
  const outside = [...texts.slice(0, from), ...texts.slice(to)]
  const { asked } = findAsked(outside, knowledge.reader.grammar, question.language, noneCounted)
  const kept = [...question.asked].filter(
    (one) => one === 'whether' || one === 'yes-no' || one === 'when' || asked.has(one),
  )
  return { ...findings, question: { ...question, asked: new Set(kept) } }
}

const noneCounted = { isCounted: () => false, inRange: new Set<number>() }

function askingWay(findings: Findings): Findings {
  return { ...findings, question: { ...findings.question, asked: new Set(['where']) } }
}

function whereHours(decide: (query: ProgrammeQuery, findings: Findings) => Decision | undefined): Rule['decide'] {
  return (findings) => {
    if (occurrencesOf(findings.knowledge.pack).length === 0 || findings.question.smallTalk) return undefined
    return decide(queryOf(findings), findings)
  }
}

/** Read once for all rules of a turn. */
const queries = new WeakMap<Findings, ProgrammeQuery>()

function queryOf(findings: Findings): ProgrammeQuery {
  return queries.getOrInsertComputed(findings, readProgramme)
}

/** Whether a question picks something out of the programme, or asks for the whole of it. */
function picks(query: ProgrammeQuery, { question, about }: Findings): boolean {
  const { days, times, places, kinds, tracks, spoken, says } = query
  const isPicked =
    places.length + kinds.length + tracks.length > 0 || times.length > 0 || (spoken.length > 0 && says.sessions)
  if (isPicked) return true
  if (days !== undefined) {
    // "Is the conference on Friday?" asks of the whole event, and so does "when in June is it?"
    const ofSubject = question.names.some(({ things }) => things.some(({ id }) => id === about?.id))
    return days.length > 0 && !(ofSubject && wantsYesOrNo(question)) && !question.asked.has('when')
  }
  return says.sessions && !question.asked.has('when') && !question.asked.has('where') && !question.pointsBack
}

/** "Is it in Hall B?", said of what was told last. */
function isAboutLast(query: ProgrammeQuery, { question, before }: Findings): boolean {
  const isOfOne = before.length === 1 && question.pointsBack && wantsYesOrNo(question)
  return isOfOne && !query.says.sessions && query.kinds.length === 0
}
