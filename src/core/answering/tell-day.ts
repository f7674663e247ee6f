import { daysIn, type Span } from '../../knowledge/dates.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import { wantsYesOrNo, type Question } from '../understanding/question.ts'
import { titleOf } from './facts.ts'
import { formatDay, formatDayOfWeek, formatSpan, sayTense } from './format-dates.ts'
import { daysLater } from './follow-up.ts'
import { tellEvents } from './lists.ts'
import { certain } from './parameters.ts'
import { declined } from './replies.ts'
import type { Decision } from './reply.ts'
import type { Findings } from './rule.ts'
import { saySource } from './say-source.ts'
import { tellUnder } from './tell-time.ts'

/** "The second day of the summit": which day that is; of a fourth day of three, how long it lasts. */
export function tellNthDay(about: Entry, findings: Findings): Decision | undefined {
  const { question, language, gap, knowledge } = findings
  const number = dayAsked(question)
  if (number === undefined || gap || about.dates?.precision !== 'day') return undefined
  const isAboutIt = question.names.every(({ things }) =>
    things.every(({ kind, id }) => kind === 'generic' || id === knowledge.pack.subject),
  )
  const saysMore = question.words.some(
    ({ role, claimed, marks }, at) =>
      role === 'content' &&
      !claimed &&
      !marks.has('day') &&
      !question.names.some(({ from, to }) => from <= at && at < to),
  )
  if (!isAboutIt || saysMore) return undefined
  const count = daysIn(about.dates)
  if (number > count || count === 1) return tellUnder(about, say(language, 'time.lasts', { count }), certain, findings)
  const iso = Temporal.PlainDate.from(about.dates.from)
    .add({ days: number - 1 })
    .toString()
  return tellUnder(
    about,
    say(language, 'time.nthDay', { number, day: formatDayOfWeek(iso, language) }),
    certain,
    findings,
  )
}

/** "The second day", "day 2"; "two days" counts them. */
export function dayAsked({ numerals, words }: Question): number | undefined {
  const isDay = (at: number): boolean => words[at]?.marks.has('day') ?? false
  return numerals.find(
    ({ ordinal, inDigits, from, to }) => (ordinal && isDay(to)) || (inDigits && !ordinal && isDay(from - 1)),
  )?.value
}

/**
 * "What is on tomorrow?" and "is the summit next week?", by typed dates; only where no event is listed for that time.
 */
export function tellRelativeDay(findings: Findings): Decision | undefined {
  const { question, subject, about, language, before } = findings
  const [mention, ...others] = question.dates
  // "And three days later?" is counted from what was told.
  if (before.length === 1 && daysLater(before[0]!, findings)) return undefined
  if (!mention?.relative || others.length > 0 || question.deniesOrCompares || wantsYesOrNo(question)) return undefined
  if (subject === 'filter' && findings.filter.places.length + findings.filter.organisations.length > 0) return undefined
  if (subject !== 'filter' && subject !== 'subject') return undefined
  const isOn = about?.dates && fitsSpan(mention, about.dates) === true
  if (isOn || (subject === 'filter' && tellEvents(findings).entries.length > 0)) return undefined
  const whole = [mention.first, mention.last ?? mention.first].map(({ day, month, year }) =>
    [year, month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))).join('-'),
  ) as [string, string]
  const day = nameOfTime(whole, findings)
  const nothing = saySource(findings.knowledge.pack, language, 'time.nothing', { day })
  const next = about?.dates?.precision === 'day' ? ` ${nextOn(about, about.dates, findings)}` : ''
  return declined(findings, certain, { reason: nothing + next, about: about ? [about] : [] })
}

/** "Book fair: 22–24 April 2026. Starts in 2 days." */
function nextOn(about: Entry, span: Span, { language, now, knowledge }: Findings): string {
  const tense = sayTense(span, now, knowledge.pack.timeZone, language)
  return `${titleOf(about, language)}: ${formatSpan(span, language)}. ${tense}`
}

function nameOfTime([from, to]: [string, string], { language }: Findings): string {
  if (from.length === 10)
    return from === to ? formatDay(from, language) : formatSpan({ from, to, precision: 'day' }, language)
  const precision = from.length === 7 ? 'month' : 'year'
  return formatSpan({ from: precision === 'month' ? `${from}-01` : `${from}-01-01`, to, precision }, language)
}
