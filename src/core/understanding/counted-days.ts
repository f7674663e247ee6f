import type { Mark } from './grammar.ts'
import type { Numeral } from './numerals.ts'

/** "Three days", but not "the third day" nor "day 3". */
export function countsDays(
  { ordinal, to }: Numeral,
  { words }: { readonly words: readonly { readonly marks: ReadonlySet<Mark> }[] },
): boolean {
  return !ordinal && (words[to]?.marks.has('day') ?? false)
}
