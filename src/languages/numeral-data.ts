import type { Phrases } from './phrases.ts'

/** How numbers are said. Values above twelve are composed: "twenty-first", "полторы тысячи", "мың жарым". */
export type NumeralData = {
  /** Words for 0 to 19 and the tens, with their cases. */
  readonly cardinals: ReadonlyMap<number, Phrases>
  /** Ordinals: beginnings with the endings that make them ordinals, whole words if there are none. */
  readonly ordinals: ReadonlyMap<number, Phrases>
  /** Hundred, thousand, million and their short forms; what stands before them is multiplied. */
  readonly multipliers: ReadonlyMap<number, Phrases>
  /** One and a half, which multiplies: "полторы тысячи". */
  readonly oneAndAHalf: Phrases
  /** A half of what it follows: "мың жарым" is 1,500, "две с половиной тысячи" 2,500. */
  readonly half: Phrases
  /** Between hundreds and what follows them: "one hundred and five". */
  readonly joints: readonly string[]
  /** Endings that make digits an ordinal: "3rd", "3-я", "3-ші". */
  readonly ordinalEndings: readonly string[]
  /** "Number" before or behind a number, also as № is read ("No"). */
  readonly number: Phrases
}
