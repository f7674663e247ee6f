import { claimAt, type DateClaim, type PartialDate } from './date-claims.ts'
import type { DateMention, Read } from './date-mention.ts'
import type { Grammar } from './grammar.ts'
import { joinRanges } from './date-ranges.ts'
import type { Numeral } from './numerals.ts'
import { relativeAt } from './relative-dates.ts'
import { seasonAt } from './seasons.ts'
import { withYearsBeside } from './years-beside.ts'

/**
 * The dates among the words of a question: "13–15 May 2025", "мамыр", "в ноябре", "2025 жылғы 13 наурыз", "2023",
 * "twenty-second of April", "с 1 мая по 30 июня", "tomorrow". `claims` are those in digits; `today` is the day at the
 * venue (YYYY-MM-DD).
 */
export function findDates(read: Read, claims: readonly DateClaim[], today: string): DateMention[] {
  const { words } = read
  const found: DateMention[] = []
  for (let at = 0; at < words.length; at++) {
    const mentions = datesAt(read, at, claims, today, found.at(-1)?.to ?? 0)
    if (mentions.length === 0) continue
    found.push(...mentions)
    at = mentions.at(-1)!.to - 1
  }
  // After the months, each of which takes the year beside it: "2025 жылғы 13 наурыз".
  for (let at = 0; at < words.length; at++) {
    const year = found.some(({ from, to }) => from <= at && at < to) ? undefined : yearAt(read, at)
    if (year) found.push(year)
  }
  const inOrder = found.toSorted((a, b) => a.from - b.from)
  return withYearsBeside(joinRanges(inOrder, read), read)
}

function datesAt(
  read: Read,
  at: number,
  claims: readonly DateClaim[],
  today: string,
  free: number,
): readonly DateMention[] {
  const { words, grammar, numerals } = read
  const claim = claimAt(words[at]!, claims)
  if (claim) return [{ first: claim.date, last: undefined, from: at, to: at + 1 }]
  const season = seasonAt(read, at, today)
  if (season) return [{ ...season, from: at }]
  const relative = relativeAt(words, at, { numerals, relative: grammar.dates.relative, today })
  if (relative) return [{ ...relative, relative: true }]
  const month = monthAt(read, at)
  return month === undefined ? [] : daysApart(aroundMonth(read, at, month, free), read)
}

/** "2023", "в 2023 году", "в 2025-м"; a labelled number ("No. 2023") is no year. */
function yearAt(read: Read, at: number): DateMention | undefined {
  const { words, numerals } = read
  if (!isYear(words[at])) return undefined
  const isLabelled = numerals.some(({ from, to, ordinal }) => ordinal && from <= at && at < to)
  if (isLabelled && !isDeclined(read, at)) return undefined
  const to = at + 1 + (mayFollowYear(read, at + 1) ? 1 : 0)
  return { first: { year: Number(words[at]) }, last: undefined, from: at, to }
}

function monthAt({ words, numerals, grammar: { dates } }: Read, at: number): number | undefined {
  const word = words[at]!
  const plain = dates.month(word)
  if (plain !== undefined) return plain
  const possible = dates.possibleMonth(word)
  if (!possible) return undefined
  const beside = numerals.some(({ from, to, inDigits }) => to === at || (inDigits && from === at + 1))
  const introduced = at > 0 && dates.isBeforeMonth(words[at - 1]!) && possible.isWhole
  const linked = beside || numerals.some(({ to }) => to === at - 1 && isLinkAt(at - 1))
  return linked || introduced ? possible.month : undefined

  function isLinkAt(place: number): boolean {
    return dates.isBetween(words[place]!)
  }
}

/** "22 and 24 April" are two days, and "between 22 and 24 April" is a range. */
function daysApart(mention: DateMention, { words, grammar: { dates } }: Read): readonly DateMention[] {
  const { first, last, from, to } = mention
  if (!last) return [mention]
  const and = words.findIndex((word, at) => at > from && at < to && dates.isRangeAnd(word))
  const isOpen = [words[from - 1], words[to]].some((word) => word !== undefined && dates.opensRange(word))
  if (and < 0 || isOpen) return [mention]
  return [
    { first, last: undefined, from, to: and },
    { first: last, last: undefined, from: and + 1, to },
  ]
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

function dayEnding(read: Read, at: number, free: number): Numeral | undefined {
  const { numerals } = read
  if (isShortYear(read, at)) return undefined
  return numerals.find((one) => one.from <= at && at < one.to && one.from >= free && isDay(one))
}

function dayBeginning(read: Read, at: number): Numeral | undefined {
  const { words, numerals } = read
  if (isShortYear(read, at)) return undefined
  return numerals.find((one) => one.from === at && isDay(one) && (one.inDigits || !countsWhat(words[one.to], read)))
}

/** Whether a word is what an ordinal before it counts: "в мае третья консультация" is no third of May. */
function countsWhat(word: string | undefined, { grammar }: Read): boolean {
  if (word === undefined || !/\p{L}/u.test(word) || grammar.isFunction(word) || mayFollowDay(word, grammar))
    return false
  return !grammar.marks.at([word], 0)?.meanings.some(({ what }) => what === 'event')
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
  const behind = yearNumberAt(read, to)
  if (behind !== undefined) return { year: behind, from, to: to + 1 + (mayFollowYear(read, to + 1) ? 1 : 0) }
  const before = from - (isYearWord(read, from - 1) ? 2 : 1)
  const year = before < free ? undefined : yearNumberAt(read, before)
  return year === undefined ? undefined : { year, from: before, to }
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

/** What stands behind a day without being counted by it. */
function mayFollowDay(word: string, { dates }: Grammar): boolean {
  return dates.isYear(word) || dates.isRangeTo(word) || dates.isRangeAnd(word)
}

/** "2025-го", "2025 года". */
function mayFollowYear(read: Read, at: number): boolean {
  return isDeclined(read, at - 1) || isYearWord(read, at)
}

function isDeclined({ words, grammar }: Read, year: number): boolean {
  return grammar.numerals.isOrdinalEnding(words[year + 1] ?? '')
}

function isYearWord({ words, grammar }: Read, at: number): boolean {
  const word = words[at]
  return word !== undefined && grammar.dates.isYear(word)
}

/** "2025", and "25" before a word for a year: "в мае 25 года". */
function yearNumberAt(read: Read, at: number): number | undefined {
  const word = read.words[at]
  if (isYear(word)) return Number(word)
  return isShortYear(read, at) ? thisCentury + Number(word) : undefined
}

function isShortYear(read: Read, at: number): boolean {
  return /^\d\d$/.test(read.words[at] ?? '') && isYearWord(read, at + 1)
}

const thisCentury = 2000

function isYear(word: string | undefined): word is string {
  return word !== undefined && /^(19|20)\d\d$/.test(word)
}
