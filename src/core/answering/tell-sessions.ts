import type { Entry } from '../../knowledge/pack.ts'
import type { AskedDetail } from '../../languages/programme-words.ts'
import { say } from '../i18n.ts'
import { composeEntry } from './compose.ts'
import { linesOfDetail } from './detail-lines.ts'
import { titleOf } from './facts.ts'
import { formatDayOfWeek } from './format-dates.ts'
import { nextFirst, occurrencesOf, takesPlace, type Occurrence } from './occurrences.ts'
import { certain } from './parameters.ts'
import type { ProgrammeQuery } from './programme-query.ts'
import { momentOf, select } from './programme-selection.ts'
import { answered } from './replies.ts'
import type { Decision, Line, Told } from './reply.ts'
import type { Findings } from './rule.ts'
import { tell } from './tell.ts'
import { headerOf, tellOccurrences } from './tell-programme.ts'
import { wordingOf } from './turn.ts'

/** What was found: one entry as it is told by itself, several as a list, of somebody if a name is given. */
export function tellFound(
  found: readonly Occurrence[],
  query: ProgrammeQuery,
  findings: Findings,
  name?: string,
): Decision {
  const { question, language, knowledge } = findings
  const entries = [...new Set(found.map(({ entry }) => entry))]
  const isWhether = question.asked.has('yes-no')
  const yes = isWhether ? `${say(language, 'verdict.yes')} ` : ''
  const [only] = entries
  if (only && entries.length === 1) {
    const lines = composeEntry(only, wordingOf(findings, isWhether ? { verdict: 'yes' } : {}))
    return answered({ lines, entries: [only.id] }, certain, findings)
  }
  const count = found.length
  const header = name === undefined ? headerOf(found, language) : say(language, 'programme.by', { name, count })
  return answered(tellOccurrences(found, yes + header, { pack: knowledge.pack, language }), certain, findings)
}

export function tellSeveral(found: readonly Occurrence[], entries: readonly Entry[], findings: Findings): Decision {
  const { language, knowledge } = findings
  if (new Set(found.map(({ entry }) => entry)).size === 1) return tell(found[0]!.entry, certain, findings)
  const header = say(language, 'programme.several', { title: titleOf(entries[0]!, language) })
  const ordered = nextFirst(found, momentOf(findings))
  return answered(tellOccurrences(ordered, header, { pack: knowledge.pack, language }), certain, findings)
}

/** Several sessions of one title, the next one first. */
export function tellNamesakes(entries: readonly Entry[], confidence: number, findings: Findings): Decision {
  const { pack } = findings.knowledge
  const found = occurrencesOf(pack).filter(({ entry }) => entries.includes(entry))
  return { ...tellSeveral(found, entries, findings), confidence }
}

/** What is on; if nothing is, what comes next. Of what was cancelled nothing is on. */
export function tellNow(found: readonly Occurrence[], query: ProgrammeQuery, findings: Findings): Decision {
  const { language, knowledge } = findings
  const on = found.filter(takesPlace)
  if (on.length > 0)
    return answered(
      tellOccurrences(on, say(language, 'programme.now'), { pack: knowledge.pack, language }),
      certain,
      findings,
    )
  const next = nextOf(query, findings)
  const nothing = say(language, 'programme.nothingNow')
  if (next.length === 0) return answered({ lines: [{ kind: 'fact', text: nothing }], entries: [] }, certain, findings)
  const header = `${nothing} ${say(language, 'programme.next')}`
  return answered(tellOccurrences(next, header, { pack: knowledge.pack, language }), certain, findings)
}

/** What begins next, or all that is left of the day ("later"). Undefined where the next of a series is meant. */
export function tellNext(query: ProgrammeQuery, findings: Findings): Decision | undefined {
  const { language, knowledge, question, context } = findings
  const isOfSeries = context !== undefined && question.pointsBack
  if (isOfSeries || (question.names.length > 0 && query.places.length === 0)) return undefined
  const { pack } = knowledge
  const isAll = query.times.some(({ kind }) => kind === 'later')
  const next = isAll ? select(query, pack, momentOf(findings)).filter(takesPlace) : nextOf(query, findings)
  if (next.length === 0)
    return answered(
      { lines: [{ kind: 'fact', text: say(language, 'programme.nothingNext') }], entries: [] },
      certain,
      findings,
    )
  return answered(tellOccurrences(next, say(language, 'programme.next'), { pack, language }), certain, findings)
}

/** All that begins next at one time, where and of what kind it is asked. */
function nextOf(query: ProgrammeQuery, findings: Findings): Occurrence[] {
  const now = momentOf(findings)
  const ahead = select({ ...query, times: [] }, findings.knowledge.pack, now).filter(
    (one) => takesPlace(one) && one.slot.from > now,
  )
  return ahead.filter(({ slot }) => slot.from === ahead[0]!.slot.from)
}

export function nothing({ days }: ProgrammeQuery, findings: Findings): Decision {
  const { language } = findings
  const [day, ...others] = days ?? []
  const text =
    day === undefined || others.length > 0
      ? say(language, 'programme.none')
      : say(language, 'programme.noneOn', { day: formatDayOfWeek(day, language) })
  const told: Told = { lines: [{ kind: 'fact', text }], entries: [], isNone: true }
  return answered(told, certain, findings)
}

export function nameOf(persons: readonly Entry[], { language }: Findings): string {
  return persons.map((person) => titleOf(person, language)).join(', ')
}

/** Who somebody is, and what they give. */
export function tellPersons(persons: readonly Entry[], found: readonly Occurrence[], findings: Findings): Decision {
  const { language, knowledge } = findings
  const cards = persons.flatMap((person) => composeEntry(person, wordingOf(findings)))
  const [first, ...rest] = cards
  const about = rest.map(({ kind, text }): Line => ({ kind: kind === 'fact' ? 'text' : kind, text }))
  const listed = tellOccurrences(nextFirst(found, momentOf(findings)), '', { pack: knowledge.pack, language })
  const lines = [first!, ...about, ...listed.lines.slice(1)]
  const entries = [...persons.map(({ id }) => id), ...listed.entries]
  return answered({ ...listed, lines, entries }, certain, findings)
}

/** What a text may say in many ways; a telephone number it would say as one. */
const mayBeInText: ReadonlySet<AskedDetail> = new Set(['price', 'status', 'register'])

/** What of one entry is asked for, above the rest; what it does not say by a word of its own, its text may. */
export function tellDetail(entry: Entry, query: ProgrammeQuery, findings: Findings): Decision | undefined {
  const { language, now, knowledge, question } = findings
  const telling = { pack: knowledge.pack, language, now, asked: question.asked }
  const wanted = query.details.flatMap((detail) => linesOfDetail(entry, detail, telling))
  const isInText = query.details.every((detail) => mayBeInText.has(detail))
  if (wanted.length === 0) return isInText ? tell(entry, certain, findings) : undefined
  const rest = composeEntry(entry, wordingOf(findings)).filter(({ text }) => !wanted.some((line) => line.text === text))
  const lines = [
    ...wanted.map(({ kind, text }, at): Line => ({ kind: at === 0 ? 'fact' : kind, text })),
    ...rest.map(({ kind, text }): Line => ({ kind: kind === 'fact' ? 'text' : kind, text })),
  ]
  return answered({ lines, entries: [entry.id] }, certain, findings)
}
