import type { PartialDate } from './date-claims.ts'
import type { DateMention, Read } from './date-mention.ts'

/** The first month of each season, spring first; the last is the second behind it. */
const firstMonths = [3, 6, 9, 12] as const

/**
 * A season at a word: "in summer", "next autumn", "spring 2025". The last one is left without a year: people call so
 * whichever they think of.
 */
export function seasonAt(
  { words, grammar: { dates } }: Read,
  at: number,
  today: string,
): Pick<DateMention, 'first' | 'last' | 'to'> | undefined {
  const { beside, years } = dates.relative
  const said = years.at(words, at)
  const opener = said ?? beside.at(words, at)
  const begins = at + (opener?.length ?? 0)
  const found = dates.inSeason.at(words, begins) ?? dates.season.at(words, begins)
  if (!found) return undefined
  const to = begins + found.length
  if (!opener && !dates.inSeason.at(words, at) && !isYearAt(words, to, dates)) return undefined
  const firstMonth = firstMonths[found.meanings[0]!]!
  const year = said
    ? Temporal.PlainDate.from(today).year + said.meanings[0]!
    : yearOf(firstMonth, opener?.meanings[0], today)
  return { ...monthsFrom(firstMonth, year), to }
}

function isYearAt(words: readonly string[], at: number, dates: Read['grammar']['dates']): boolean {
  const next = dates.isBetween(words[at] ?? '') ? at + 1 : at
  return /^(19|20)\d\d$/.test(words[next] ?? '')
}

/** This year's, or the next that begins after today. */
function yearOf(firstMonth: number, away: number | undefined, today: string): number | undefined {
  const { year, month } = Temporal.PlainDate.from(today)
  // In February, this winter began in the year before.
  if (away === 0) return firstMonth === 12 && month <= 2 ? year - 1 : year
  return away === 1 ? year + (firstMonth > month ? 0 : 1) : undefined
}

/** Three months; winter ends in the next year. */
function monthsFrom(
  month: number,
  year: number | undefined,
): { readonly first: PartialDate; readonly last: PartialDate } {
  const last = ((month + 1) % 12) + 1
  const lastYear = year === undefined || last > month ? year : year + 1
  return {
    first: { month, ...(year === undefined ? {} : { year }) },
    last: { month: last, ...(lastYear === undefined ? {} : { year: lastYear }) },
  }
}
