import { fold } from '../text/normalise.ts'
import { claimAt, type DateClaim, type PartialDate } from './date-claims.ts'
import type { Grammar } from './grammar.ts'
import type { Numeral } from './numerals.ts'

/** A date or a range of dates that a question mentions, at words [from, to). */
export type DateMention = {
  readonly first: PartialDate
  /** The end of a range; undefined for a single date. */
  readonly last: PartialDate | undefined
  /** Whether it is said from today: "tomorrow", "next week". */
  readonly relative?: boolean
  readonly from: number
  readonly to: number
}

type Read = { readonly words: readonly string[]; readonly grammar: Grammar; readonly numerals: readonly Numeral[] }

/**
 * The dates among the words of a question: "13–15 May 2025", "мамыр", "в ноябре", "2025 жылғы 13 наурыз", "2023",
 * "twenty-second of
 * April", "с 1 мая по 30 июня", "tomorrow". `claims` are those in digits; `today` is the day at the venue (YYYY-MM-DD).
 */
export function findDates(read: Read, claims: readonly DateClaim[], today: string): DateMention[] {
  const { words } = read
  const found: DateMention[] = []
  for (let at = 0; at < words.length; at++) {
    const mention = dateAt(read, at, claims, today, found.at(-1)?.to ?? 0)
    if (!mention) continue
    found.push(mention)
    at = mention.to - 1
  }
  return joinRanges(found, read)
}

function dateAt(
  read: Read,
  at: number,
  claims: readonly DateClaim[],
  today: string,
  free: number,
): DateMention | undefined {
  const { words } = read
  const claim = claimAt(words[at]!, claims)
  if (claim) return { first: claim.date, last: undefined, from: at, to: at + 1 }
  const relative = relativeAt(read, at, today)
  if (relative) return relative
  const month = monthAt(read, at)
  if (month !== undefined) return aroundMonth(read, at, month, free)
  const isNumbered = read.numerals.some(({ from, to, ordinal }) => ordinal && from <= at && at < to)
  if (!isYear(words[at]) || isNumbered) return undefined
  return {
    first: { year: Number(words[at]) },
    last: undefined,
    from: at,
    to: at + 1 + (isYearWord(read, at + 1) ? 1 : 0),
  }
}

/** "Tomorrow", "in three days", "next week". */
function relativeAt(read: Read, at: number, today: string): DateMention | undefined {
  const { words, grammar } = read
  const day = grammar.dates.relative(words, at) ?? inDaysAt(read, at)
  const span = day ? undefined : grammar.dates.relativeSpan(words, at)
  if (!day && !span) return undefined
  const now = Temporal.PlainDate.from(today)
  if (day) {
    const first = partsOf(now.add({ days: day.days }))
    return { first, last: undefined, relative: true, from: at, to: at + day.length }
  }
  const { unit, count, length } = span!
  const then = now.add({ [unit]: count })
  const monday = then.subtract({ days: then.dayOfWeek - 1 })
  const { month, year } = then
  const first = unit === 'weeks' ? partsOf(monday) : unit === 'months' ? { month, year } : { year }
  const last = unit === 'weeks' ? partsOf(monday.add({ days: 6 })) : undefined
  return { first, last, relative: true, from: at, to: at + length }
}

/** "In three days", "үш күннен кейін". */
function inDaysAt({ words, grammar, numerals }: Read, at: number): { days: number; length: number } | undefined {
  if (numerals.length === 0) return undefined
  for (const group of grammar.dates.inDays) {
    const place = group.indexOf('#')
    const numeral = numerals.find(({ from }) => from === at + place)
    if (!numeral || numeral.value > mostDays) continue
    const taken = numeral.to - numeral.from
    const fits = group.every((word, offset) => {
      const there = offset < place ? at + offset : at + offset + taken - 1
      return offset === place || fold(words[there] ?? '') === word
    })
    if (fits) return { days: numeral.value, length: group.length - 1 + taken }
  }
  return undefined
}

/** Whoever asks for a day further away than some years means no date. */
const mostDays = 2000

function partsOf({ day, month, year }: Temporal.PlainDate): Required<PartialDate> {
  return { day, month, year }
}

function monthAt({ words, grammar: { dates } }: Read, at: number): number | undefined {
  const word = words[at]!
  const plain = dates.month(word)
  if (plain !== undefined) return plain
  const possible = dates.possibleMonth(word)
  if (possible === undefined) return undefined
  const beside = [words[at - 1], words[at + 1]].some((one) => one !== undefined && /^\d+$/.test(one))
  const introduced = at > 0 && dates.isBeforeMonth(words[at - 1]!) && word.length > 3
  return beside || introduced ? possible : undefined
}

/** Takes in the days and the year that stand beside a month; what lies before `free` belongs to the date before. */
function aroundMonth(read: Read, at: number, month: number, free: number): DateMention {
  const before = daysBefore(read, at, free)
  const days = before ?? daysBehind(read, at)
  const { from, to } = { from: before?.from ?? at, to: before === undefined ? (days?.to ?? at + 1) : at + 1 }
  const year = yearBeside(read, from, to, free)
  const whole = year === undefined ? {} : { year: year.year }
  const first: PartialDate = { ...(days === undefined ? {} : { day: days.day }), month, ...whole }
  const last = days?.lastDay === undefined ? undefined : { day: days.lastDay, month, ...whole }
  return { first, last, from: Math.min(from, year?.from ?? from), to: Math.max(to, year?.to ?? to) }
}

type Days = { readonly day: number; readonly lastDay?: number; readonly from: number; readonly to: number }

/** "13–15 мая", "19th of November", "twenty-second of April". */
function daysBefore(read: Read, month: number, free: number): Days | undefined {
  const last = dayEnding(read, skipBack(read, month - 1, free), free)
  if (!last) return undefined
  const first = dayEnding(read, skipBack(read, last.from - 1, free), free)
  if (!first || first.value >= last.value) return { day: last.value, from: last.from, to: month }
  return { day: first.value, lastDay: last.value, from: first.from, to: month }
}

/** "November 19", "наурыздың 13-і", "April 22–24". */
function daysBehind(read: Read, month: number): Days | undefined {
  const first = dayBeginning(read, month + 1)
  if (!first) return undefined
  const second = dayBeginning(read, first.to)
  if (!second || second.value <= first.value) return { day: first.value, from: month, to: first.to }
  return { day: first.value, lastDay: second.value, from: month, to: second.to }
}

function dayEnding({ numerals }: Read, at: number, free: number): Numeral | undefined {
  return numerals.find((one) => one.from <= at && at < one.to && one.from >= free && isDay(one))
}

function dayBeginning({ numerals }: Read, at: number): Numeral | undefined {
  return numerals.find((one) => one.from === at && isDay(one))
}

/** A number that can be a day: in words only as an ordinal, since "two May events" are no second of May. */
function isDay({ value, ordinal, inDigits }: Numeral): boolean {
  return value >= 1 && value <= 31 && (inDigits || ordinal)
}

/** "2025 жылғы 13 наурыз", "май 2025 года", "13 March, 2025". */
function yearBeside(
  read: Read,
  from: number,
  to: number,
  free: number,
): { readonly year: number; readonly from: number; readonly to: number } | undefined {
  const { words } = read
  if (isYear(words[to])) return { year: Number(words[to]), from, to: to + 1 + (isYearWord(read, to + 1) ? 1 : 0) }
  const before = from - (isYearWord(read, from - 1) ? 2 : 1)
  if (before < free || !isYear(words[before])) return undefined
  return { year: Number(words[before]), from: before, to }
}

/**
 * "From 1 May to 30 June": two dates that are the ends of a range are one mention; the first has the year of the last.
 */
function joinRanges(found: readonly DateMention[], read: Read): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of found) {
    const before = joined.at(-1)
    if (!before || !areEnds(before, mention, read)) joined.push(mention)
    else {
      const year = before.first.year ?? mention.first.year
      const first = year === undefined ? before.first : { ...before.first, year }
      joined[joined.length - 1] = { first, last: mention.first, from: before.from, to: mention.to }
    }
  }
  return joined
}

/** "In May and June" are two months; "between May and June" is a range, and so is "from May to June". */
function areEnds(one: DateMention, other: DateMention, { words, grammar: { dates } }: Read): boolean {
  if (one.last || other.last || !haveSameParts(one.first, other.first)) return false
  const between = words.slice(one.to, other.from)
  if (between.length === 0) return one.first.day !== undefined
  if (between.length > 2) return false
  if (between.some(dates.isRangeTo)) return true
  const isOpen = [words[one.from - 1], words[other.to]].some((word) => word !== undefined && dates.opensRange(word))
  return isOpen && between.some(dates.isRangeAnd)
}

function haveSameParts(one: PartialDate, other: PartialDate): boolean {
  return (
    (one.day === undefined) === (other.day === undefined) && (one.month === undefined) === (other.month === undefined)
  )
}

/** Over what may stand between a day and its month: "19th of", "19-го", "1 to 3". */
function skipBack({ words, grammar }: Read, from: number, free: number): number {
  let at = from
  while (at >= free && isLink(words[at]!, grammar)) at--
  return at
}

/** "of", "to", "and". */
function isLink(word: string, { dates }: Grammar): boolean {
  return dates.isBetween(word) || dates.isRangeTo(word) || dates.isRangeAnd(word)
}

function isYearWord({ words, grammar }: Read, at: number): boolean {
  const word = words[at]
  return word !== undefined && grammar.dates.isYear(word)
}

function isYear(word: string | undefined): word is string {
  return word !== undefined && /^(19|20)\d\d$/.test(word)
}
