import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { DateMention } from '../understanding/calendar.ts'
import type { Question } from '../understanding/question.ts'

/** Something that a question states of its subject and an entry's typed data can confirm or deny. */
export type Check = {
  readonly property: 'place' | 'date' | 'ordinal' | 'number' | 'organisation'
  readonly holds: boolean
  /** The words of the question that state it: [from, to). */
  readonly from: number
  readonly to: number
}

/** What the entry's typed data say of the question's mentions. What an entry leaves open is neither true nor false. */
export function checksOf(question: Question, entry: Entry, pack: Pack): Check[] {
  return [
    ...placeChecks(question, entry, pack),
    ...dateChecks(question, entry),
    ...numeralChecks(question, entry),
    ...organisationChecks(question, entry),
  ]
}

/** A list of organisations is seldom complete: being on it proves something, not being on it nothing. */
function organisationChecks({ names }: Question, { organisations, members }: Entry): Check[] {
  return names.flatMap(({ things, from, to }) => {
    const named = things.some(({ kind, id }) => kind === 'organisation' && (organisations.includes(id) || members.includes(id)))
    return named ? [{ property: 'organisation' as const, holds: true, from, to }] : []
  })
}

function placeChecks({ names }: Question, entry: Entry, pack: Pack): Check[] {
  const place = entry.place
  if (place === undefined) return []
  const country = pack.places.get(place)?.country
  return names.flatMap(({ things, from, to }) => {
    const places = things.filter(({ kind }) => kind === 'place')
    if (places.length === 0 || places.length < things.length) return []
    return [{ property: 'place' as const, holds: places.some(({ id }) => id === place || id === country), from, to }]
  })
}

function dateChecks({ dates }: Question, entry: Entry): Check[] {
  if (!entry.dates) return []
  const span = entry.dates
  return dates.flatMap((mention) => {
    const { from, to } = mention
    // Of an event known only by its year, any month may be right.
    const finer = mention.day !== undefined || mention.month !== undefined
    if (span.precision === 'year' && finer) return []
    if (span.precision === 'month' && mention.day !== undefined) return []
    return [{ property: 'date' as const, holds: overlaps(mention, span.from, span.to), from, to }]
  })
}

/** Whether some day of the span has the mentioned day, month and year. */
function overlaps({ day, lastDay, month, year }: DateMention, from: string, to: string): boolean {
  const first = Date.parse(from)
  const last = Date.parse(to)
  for (let time = first; time <= last; time += 86_400_000) {
    const date = new Date(time)
    const days = day === undefined || date.getUTCDate() === day || date.getUTCDate() === lastDay
    if (days && (month === undefined || date.getUTCMonth() + 1 === month) && (year === undefined || date.getUTCFullYear() === year)) {
      return true
    }
  }
  return false
}

function numeralChecks({ numerals, words }: Question, entry: Entry): Check[] {
  const own = [entry.ordinal ?? [], entry.ordinals, entry.numbers].flat()
  if (own.length === 0) return []
  return numerals.flatMap(({ value, ordinal, from, to }) => {
    const inDigits = /^\d/.test(words[from]!.text)
    // "One" and "two" in words mostly count something else than the entry.
    if (!ordinal && !inDigits) return []
    return [{ property: ordinal ? ('ordinal' as const) : ('number' as const), holds: own.includes(value), from, to }]
  })
}
