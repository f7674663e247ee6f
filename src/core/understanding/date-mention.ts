import type { PartialDate } from './date-claims.ts'
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

/** Words with what has been read of them. */
export type Read = {
  readonly words: readonly string[]
  readonly grammar: Grammar
  readonly numerals: readonly Numeral[]
}
