import type { TimeUnit } from '../../languages/calendar-data.ts'
import type { PatternTable } from '../text/patterns.ts'
import type { PartialDate } from './date-claims.ts'
import type { Numeral } from './numerals.ts'
import type { RelativeWords } from './relative-words.ts'

/** A day or days that are told from today, at words [from, to). */
type RelativeMention = {
  readonly first: PartialDate
  readonly last: PartialDate | undefined
  /** Not for a day of the week by itself, of which there are many. */
  readonly relative: boolean
  readonly from: number
  readonly to: number
}

type Found = { readonly value: number; readonly to: number }

/**
 * What is told from today at a word: "tomorrow", "in three days", "a week ago", "next Monday", "this year", "on
 * Friday".
 */
export function relativeAt(
  words: readonly string[],
  from: number,
  { numerals, relative, today }: { numerals: readonly Numeral[]; relative: RelativeWords; today: string },
): RelativeMention | undefined {
  // Most words tell no time, and need no calendar.
  const dayOf = (): Temporal.PlainDate => Temporal.PlainDate.from(today)
  const said = (first: PartialDate, to: number, last?: PartialDate): RelativeMention => ({
    first,
    last,
    relative: first.weekday === undefined,
    from,
    to,
  })
  const named = valueAt(relative.days, words, from)
  if (named) return said(whole(dayOf().add({ days: named.value })), named.to)
  const year = valueAt(relative.years, words, from)
  if (year) return said({ year: dayOf().year + year.value }, year.to)
  const counted = countedAt(words, from, numerals, relative)
  if (counted) return said(whole(dayOf().add({ [`${counted.unit}s`]: counted.value })), counted.to)
  const beside = valueAt(relative.beside, words, from)
  const weekday = valueAt(relative.weekdays, words, beside?.to ?? from)
  if (weekday && !beside) return said({ weekday: weekday.value }, weekday.to)
  if (weekday) return said(whole(weekdayFrom(dayOf(), weekday.value, beside!.value)), weekday.to)
  const unit = beside && relative.units.at(words, beside.to)
  if (!unit || unit.meanings[0]!.unit === 'day') return undefined
  const { first, last } = spanOf(unit.meanings[0]!.unit, dayOf(), beside.value)
  return said(first, beside.to + unit.length, last)
}

function valueAt(table: PatternTable<number>, words: readonly string[], at: number): Found | undefined {
  const found = table.at(words, at)
  return found && { value: found.meanings[0]!, to: at + found.length }
}

/** "In three days", "через неделю", "three days ago", "a week ago", "үш күннен кейін". */
function countedAt(
  words: readonly string[],
  from: number,
  numerals: readonly Numeral[],
  relative: RelativeWords,
): (Found & { readonly unit: TimeUnit }) | undefined {
  const opener = relative.before.at(words, from)
  const start = from + (opener?.length ?? 0)
  const number = numerals.find((one) => one.from === start && !one.ordinal)
  const unit = relative.units.at(words, number?.to ?? start)
  if (!unit) return undefined
  const { unit: name, isOne } = unit.meanings[0]!
  const to = (number?.to ?? start) + unit.length
  const count = number?.value ?? (isOne ? 1 : 0)
  if (count === 0 || count > mostCounted || !Number.isInteger(count)) return undefined
  if (opener) return number || opener.meanings.includes('one') ? { unit: name, value: count, to } : undefined
  const behind = relative.behind.at(words, to)
  return behind && { unit: name, value: count * behind.meanings[0]!, to: to + behind.length }
}

/** Nobody counts further from today, and the calendar ends somewhere. */
const mostCounted = 10_000

function weekdayFrom(today: Temporal.PlainDate, weekday: number, week: number): Temporal.PlainDate {
  const inThisWeek = today.add({ days: weekday - today.dayOfWeek })
  if (week >= 0) return inThisWeek.add({ weeks: week })
  return inThisWeek.until(today).days > 0 ? inThisWeek : inThisWeek.subtract({ weeks: 1 })
}

function spanOf(
  unit: Exclude<TimeUnit, 'day'>,
  today: Temporal.PlainDate,
  away: number,
): { readonly first: PartialDate; readonly last?: PartialDate } {
  if (unit === 'year') return { first: { year: today.year + away } }
  if (unit === 'month') {
    const { year, month } = today.add({ months: away })
    return { first: { month, year } }
  }
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: away })
  return { first: whole(monday), last: whole(monday.add({ days: 6 })) }
}

function whole({ day, month, year }: Temporal.PlainDate): PartialDate {
  return { day, month, year }
}
