import type { CalendarData, LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'
import { patternTable, wordMatcher } from '../text/patterns.ts'

/** Words of dates, in all languages at once. */
export type DateWords = {
  /** The month, 1 to 12, that a word names by itself. */
  readonly month: (word: string) => number | undefined
  /** The month that a word may name beside a number, or behind a word such as "in". */
  readonly possibleMonth: (word: string) => number | undefined
  readonly isBeforeMonth: (word: string) => boolean
  /** Monday is 1 (ISO 8601). */
  readonly weekday: (word: string) => number | undefined
  readonly isYear: (word: string) => boolean
  /** A word for year that gives the year to what stands behind it. */
  readonly isYearOf: (word: string) => boolean
  /** What may stand between a day and its month: "19th of", "13-го". */
  readonly isBetween: (word: string) => boolean
  /** Between the ends of a range, surely or with an opener beside it. */
  readonly isRangeTo: (word: string) => boolean
  readonly isRangeAnd: (word: string) => boolean
  readonly opensRange: (word: string) => boolean
  /** Days from today that a word names ("tomorrow" is 1), and how many words that takes. */
  readonly relative: (
    words: readonly string[],
    at: number,
  ) => { readonly days: number; readonly length: number } | undefined
  /** "Next week", "this month", "last year": how many of them from the present one. */
  readonly relativeSpan: (
    words: readonly string[],
    at: number,
  ) => { readonly unit: 'weeks' | 'months' | 'years'; readonly count: number; readonly length: number } | undefined
  /** "In # days": its words around the number, folded, where # stands for it. */
  readonly inDays: readonly (readonly string[])[]
  readonly isDay: (word: string) => boolean
}

/** Compiles the calendars of several languages. */
export function dateWords(languages: readonly LanguageData[]): DateWords {
  const calendars = languages.map(({ calendar }) => calendar)
  const numbered = (lists: readonly (readonly string[])[]): [number, readonly string[]][] =>
    lists.map((words, at) => [at + 1, words])
  const months = patternTable(calendars.flatMap((calendar) => numbered(calendar.months)))
  const shortMonths = patternTable(calendars.flatMap((calendar) => numbered(calendar.shortMonths)))
  const weekdays = patternTable(calendars.flatMap((calendar) => numbered(calendar.weekdays)))
  const relative = patternTable(calendars.flatMap((calendar) => [...calendar.relativeDays]))
  const spans = patternTable(calendars.flatMap(relativeSpans))
  const isNoMonth = wordMatcher(calendars.flatMap(({ notMonths }) => notMonths))
  const isAmbiguous = wordMatcher(calendars.flatMap(({ ambiguousMonths }) => ambiguousMonths))
  const endings = wordMatcher([
    ...calendars.flatMap(({ between }) => between),
    ...languages.flatMap(({ numerals }) => numerals.ordinalEndings),
  ])
  const nameOf = (word: string): number | undefined => (isNoMonth(word) ? undefined : months.at([word], 0)?.meanings[0])
  return {
    month: (word) => (isAmbiguous(word) ? undefined : nameOf(word)),
    possibleMonth: (word) => nameOf(word) ?? shortMonths.at([word], 0)?.meanings[0],
    isBeforeMonth: wordMatcher(calendars.flatMap(({ beforeMonth }) => beforeMonth)),
    weekday: (word) => weekdays.at([word], 0)?.meanings[0],
    isYear: wordMatcher(calendars.flatMap(({ year }) => year)),
    isYearOf: wordMatcher(calendars.flatMap(({ yearOf }) => yearOf)),
    isBetween: endings,
    isRangeTo: wordMatcher(calendars.flatMap(({ rangeTo }) => rangeTo)),
    isRangeAnd: wordMatcher(calendars.flatMap(({ rangeAnd }) => rangeAnd)),
    opensRange: wordMatcher(calendars.flatMap(({ rangeOpeners }) => rangeOpeners)),
    relative(words, at) {
      const found = relative.at(words, at)
      return found && { days: found.meanings[0]!, length: found.length }
    },
    relativeSpan(words, at) {
      const found = spans.at(words, at)
      return found && { ...found.meanings[0]!, length: found.length }
    },
    inDays: calendars.flatMap(({ inDays }) => inDays.map((group) => fold(group).split(' '))),
    isDay: wordMatcher(calendars.flatMap(({ day }) => day)),
  }
}

type SpanFromNow = { readonly unit: 'weeks' | 'months' | 'years'; readonly count: number }

function relativeSpans(calendar: CalendarData): [SpanFromNow, readonly string[]][] {
  const { relativeWeeks: weeks, relativeMonths: months, relativeYears: years } = calendar
  const tables = [
    ['weeks', weeks],
    ['months', months],
    ['years', years],
  ] as const
  return tables.flatMap(([unit, table]) =>
    Array.from(table, ([count, words]): [SpanFromNow, readonly string[]] => [{ unit, count }, words]),
  )
}
