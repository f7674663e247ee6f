import { timeUnits, type TimeUnit } from '../../languages/calendar-data.ts'
import type { LanguageData } from '../../languages/language-data.ts'
import { patternTable, type PatternTable } from '../text/patterns.ts'

type Unit = { readonly unit: TimeUnit; readonly isOne: boolean }

/** The words of several languages that tell days from today. */
export type RelativeWords = {
  readonly days: PatternTable<number>
  readonly years: PatternTable<number>
  readonly weekdays: PatternTable<number>
  readonly units: PatternTable<Unit>
  readonly before: PatternTable<'several' | 'one'>
  readonly behind: PatternTable<1 | -1>
  /** "This" is 0, "next" 1, "last" −1. */
  readonly beside: PatternTable<number>
}

/** Compiles them. */
export function relativeWords(languages: readonly LanguageData[]): RelativeWords {
  const calendars = languages.map(({ calendar }) => calendar)
  return {
    days: patternTable(calendars.flatMap(({ relativeDays }) => [...relativeDays])),
    years: patternTable(calendars.flatMap(({ relativeYears }) => [...relativeYears])),
    weekdays: patternTable(
      calendars.flatMap(({ weekdays }) => weekdays.map((words, at): [number, readonly string[]] => [at + 1, words])),
    ),
    units: patternTable(
      calendars.flatMap(({ units }) =>
        timeUnits.flatMap((unit): [Unit, readonly string[]][] => [
          [{ unit, isOne: true }, units[unit].one],
          [{ unit, isOne: false }, units[unit].several],
        ]),
      ),
    ),
    before: patternTable(
      calendars.flatMap(({ ahead }): ['several' | 'one', readonly string[]][] => [
        ['several', ahead.before],
        ['one', ahead.beforeOne],
      ]),
    ),
    behind: patternTable(
      calendars.flatMap(({ ahead, ago }): [1 | -1, readonly string[]][] => [
        [1, ahead.behind],
        [-1, ago],
      ]),
    ),
    beside: patternTable(
      calendars.flatMap(({ present, coming, gone }): [number, readonly string[]][] => [
        [0, present],
        [1, coming],
        [-1, gone],
      ]),
    ),
  }
}
