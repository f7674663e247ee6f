import type { PartialDate } from './date-claims.ts'
import type { DateMention, Read } from './date-mention.ts'
import type { Grammar } from './grammar.ts'

/**
 * "From 1 May to 30 June": two dates that are the ends of a range are one mention; the first has the year of the last.
 */
export function joinRanges(found: readonly DateMention[], read: Read): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of found) {
    const before = joined.at(-1)
    if (!before || !areEnds(before, mention, read)) joined.push(mention)
    else joined[joined.length - 1] = rangeOf(before, mention, read)
  }
  return joined
}

function rangeOf(one: DateMention, other: DateMention, { words, grammar: { dates } }: Read): DateMention {
  const isBehind = other.to < words.length && dates.isRangeTo(words[other.to]!)
  const firstYear = one.first.year ?? other.first.year
  const first = firstYear === undefined ? one.first : { ...one.first, year: firstYear }
  // "From December 2025 to February" ends in the next year.
  const wraps = (other.first.month ?? 12) < (first.month ?? 1)
  const lastYear = other.first.year ?? (firstYear === undefined ? undefined : firstYear + (wraps ? 1 : 0))
  const last = lastYear === undefined ? other.first : { ...other.first, year: lastYear }
  return { first, last, from: one.from, to: other.to + (isBehind ? 1 : 0) }
}

/** "In May and June" are two months; "between May and June" is a range, and so is "from May to June". */
function areEnds(one: DateMention, other: DateMention, { words, grammar }: Read): boolean {
  const { dates } = grammar
  if (one.first.weekday !== undefined || one.last || other.last || !haveSameParts(one.first, other.first)) return false
  // "From June until the end of September" is until September.
  const between = words.slice(one.to, other.from).filter((word) => dates.isRangeTo(word) || !isEdge(word, grammar))
  const isBehind = other.to < words.length && dates.isRangeTo(words[other.to]!)
  // What stands side by side had a dash between: "30 April – 2 May", "май–июнь".
  if (between.length === 0) return isBehind || isBefore(one.first, other.first)
  if (between.length > 2) return false
  if (between.some(dates.isRangeTo)) return true
  const isOpen = [words[one.from - 1], words[other.to]].some((word) => word !== undefined && dates.opensRange(word))
  return isOpen && between.some(dates.isRangeAnd)
}

/** "The end of", "конец": of which day of a month a range is to the first or the last, is of no account. */
function isEdge(word: string, { isFunction, dates, asking }: Grammar): boolean {
  const isOfTime = asking.at([word], 0)?.meanings.some(({ what }) => what === 'start' || what === 'end')
  return isOfTime === true || (isFunction(word) && !dates.isRangeAnd(word))
}

/** Whether a date is earlier than another; without years it may end in the next one: "30 December – 2 January". */
function isBefore(one: PartialDate, other: PartialDate): boolean {
  const haveYears = one.year !== undefined && other.year !== undefined
  if (!haveYears && one.day !== undefined) return true
  const place = ({ year = 0, month = 0, day = 0 }: PartialDate): number =>
    ((haveYears ? year : 0) * 13 + month) * 32 + day
  return place(one) < place(other)
}

function haveSameParts(one: PartialDate, other: PartialDate): boolean {
  return (
    (one.day === undefined) === (other.day === undefined) && (one.month === undefined) === (other.month === undefined)
  )
}
