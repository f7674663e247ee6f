import type { Phrases } from './phrases.ts'

/** What time is counted in. */
export const timeUnits = ['day', 'week', 'month', 'year'] as const
export type TimeUnit = (typeof timeUnits)[number]

/** How dates are said. Months and weekdays are beginnings of words; `short` forms count beside a number only. */
export type CalendarData = {
  readonly months: readonly Phrases[]
  readonly shortMonths: readonly Phrases[]
  /** Spring to winter: what says when something is ("летом"), and what does beside a year or "last" ("summer"). */
  readonly seasons: readonly { readonly when: Phrases; readonly name: Phrases }[]
  /** Words that begin like a month and are none ("Казань" and қазан). */
  readonly notMonths: Phrases
  /** Months with another meaning ("may", "march"), unless one of `beforeMonth` or a number stands beside them. */
  readonly ambiguousMonths: Phrases
  readonly beforeMonth: Phrases
  /**
   * Monday first, with a word before those that have another meaning: "в среду", since "среда" is the environment
   * too.
   */
  readonly weekdays: readonly Phrases[]
  /** Behind a year or a day: "2025 года", "2025 жылғы", "13-го". */
  readonly year: Phrases
  /** Of these, what gives the year to the noun behind it: "2025 жылғы саммит". */
  readonly yearOf: Phrases
  /** What may stand between a day and its month: "19th of". */
  readonly between: Phrases
  /** Days from today by their names: yesterday −1, today 0, tomorrow 1. */
  readonly relativeDays: ReadonlyMap<number, Phrases>
  /** Between two dates that are the ends of a range: "to", "по". */
  readonly rangeTo: Phrases
  /** Between two dates that are two, or the ends of a range with one of `rangeOpeners` before or behind them: "and". */
  readonly rangeAnd: Phrases
  readonly rangeOpeners: Phrases
  /** "Day", beside a number: "the second day". */
  readonly day: Phrases
  /** Years from this one by their names: "былтыр" is last year. */
  readonly relativeYears: ReadonlyMap<number, Phrases>
  /** Units of time. `one` are forms that count one by themselves: "через неделю". */
  readonly units: Readonly<Record<TimeUnit, { readonly one: Phrases; readonly several: Phrases }>>
  /** From today on, before a number of units, before a single one, and behind them: "in", "in a", "from now". */
  readonly ahead: { readonly before: Phrases; readonly beforeOne: Phrases; readonly behind: Phrases }
  /** Behind a number of units: "ago". */
  readonly ago: Phrases
  /** Before a week, a month, a year or a weekday: "this", "next", "last". */
  readonly present: Phrases
  readonly coming: Phrases
  readonly gone: Phrases
}
