import type { LanguageData } from '../../languages/language-data.ts'
import { patternTable, wordMatcher, type PatternTable } from '../text/patterns.ts'
import { relativeWords, type RelativeWords } from './relative-words.ts'

/** Words of dates, in all languages at once. */
export type DateWords = {
  /** The month, 1 to 12, that a word names by itself. */
  readonly month: (word: string) => number | undefined
  /** The month that a word may name beside a number, or, if it is written out, behind a word such as "in". */
  readonly possibleMonth: (word: string) => { readonly month: number; readonly isWhole: boolean } | undefined
  readonly isBeforeMonth: (word: string) => boolean
  readonly isYear: (word: string) => boolean
  /** A word for year that gives the year to what stands behind it. */
  readonly isYearOf: (word: string) => boolean
  /** What may stand between a day and its month: "19th of", "13-го". */
  readonly isBetween: (word: string) => boolean
  /** Between the ends of a range, surely or with an opener beside it. */
  readonly isRangeTo: (word: string) => boolean
  readonly isRangeAnd: (word: string) => boolean
  readonly opensRange: (word: string) => boolean
  readonly relative: RelativeWords
  /** Seasons, spring 0 to winter 3: what says by itself when something is, and what does beside a year or "next". */
  readonly inSeason: PatternTable<number>
  readonly season: PatternTable<number>
  readonly isDay: (word: string) => boolean
}

/** Short forms of three letters are too many other words: "до мар", "in dec". */
const longestShort = 3

/** Lists with their numbers, from 1. */
function numbered(lists: readonly (readonly string[])[]): [number, readonly string[]][] {
  return lists.map((words, at) => [at + 1, words])
}

/** Compiles the calendars of several languages. */
export function dateWords(languages: readonly LanguageData[]): DateWords {
  const calendars = languages.map(({ calendar }) => calendar)
  const months = patternTable(calendars.flatMap((calendar) => numbered(calendar.months)))
  const shortMonths = patternTable(calendars.flatMap((calendar) => numbered(calendar.shortMonths)))
  const isNoMonth = wordMatcher(calendars.flatMap(({ notMonths }) => notMonths))
  const isAmbiguous = wordMatcher(calendars.flatMap(({ ambiguousMonths }) => ambiguousMonths))
  const endings = wordMatcher([
    ...calendars.flatMap(({ between }) => between),
    ...languages.flatMap(({ numerals }) => numerals.ordinalEndings),
  ])
  const nameOf = (word: string): number | undefined => (isNoMonth(word) ? undefined : months.at([word], 0)?.meanings[0])
  return {
    month: (word) => (isAmbiguous(word) ? undefined : nameOf(word)),
    possibleMonth(word) {
      const month = nameOf(word)
      if (month !== undefined) return { month, isWhole: true }
      const short = shortMonths.at([word], 0)?.meanings[0]
      return short === undefined ? undefined : { month: short, isWhole: word.length > longestShort }
    },
    isBeforeMonth: wordMatcher(calendars.flatMap(({ beforeMonth }) => beforeMonth)),
    isYear: wordMatcher(calendars.flatMap(({ year }) => year)),
    isYearOf: wordMatcher(calendars.flatMap(({ yearOf }) => yearOf)),
    isBetween: endings,
    isRangeTo: wordMatcher(calendars.flatMap(({ rangeTo }) => rangeTo)),
    isRangeAnd: wordMatcher(calendars.flatMap(({ rangeAnd }) => rangeAnd)),
    opensRange: wordMatcher(calendars.flatMap(({ rangeOpeners }) => rangeOpeners)),
    relative: relativeWords(languages),
    inSeason: patternTable(calendars.flatMap(({ seasons }) => seasons.map(({ when }, at) => [at, when] as const))),
    season: patternTable(calendars.flatMap(({ seasons }) => seasons.map(({ name }, at) => [at, name] as const))),
    isDay: wordMatcher(calendars.flatMap(({ day }) => day)),
  }
}
