import type { LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'

/** A word that is part of a number, in the language that has it. */
export type NumeralWord = { readonly language: string; readonly value: number } & {
  readonly kind: 'cardinal' | 'ordinal' | 'multiplier' | 'half' | 'one and a half'
}

/** Words of numbers, folded. */
export type NumeralWords = {
  /** What the words from one on may be, the longest groups first. */
  readonly at: (words: readonly string[], from: number) => readonly (NumeralWord & { readonly length: number })[]
  readonly isOrdinalEnding: (word: string) => boolean
  /** Whether a word may stand between hundreds and what follows: "one hundred and five". */
  readonly isJoint: (word: string) => boolean
  /** "Number" in words. */
  readonly isNumber: (word: string) => boolean
  /** Ordinals as they are written, for mending mistyped ones. */
  readonly ordinals: readonly string[]
}

/** Compiles the numerals of several languages. */
export function numeralWords(languages: readonly LanguageData[]): NumeralWords {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly numeral: NumeralWord }[]>()
  const ordinals: string[] = []
  const add = (text: string, numeral: NumeralWord): void => {
    const words = fold(text).split(' ')
    byFirst.getOrInsertComputed(words[0]!, () => []).push({ words, numeral })
    if (numeral.kind === 'ordinal') ordinals.push(words[0]!)
  }
  for (const { code: language, numerals } of languages) {
    for (const [kind, table] of [
      ['cardinal', numerals.cardinals],
      ['ordinal', numerals.ordinals],
      ['multiplier', numerals.multipliers],
    ] as const) {
      for (const [value, words] of table) for (const word of words) add(word, { kind, value, language })
    }
    for (const word of numerals.half) add(word, { kind: 'half', value: 0.5, language })
    for (const word of numerals.oneAndAHalf) add(word, { kind: 'one and a half', value: 1.5, language })
  }
  for (const groups of byFirst.values()) groups.sort((a, b) => b.words.length - a.words.length)
  // One letter is compared as it is: folded, the "і" of "1-і" would be the Russian "и" of "COP30 и COP17".
  const endings = new Set(languages.flatMap(({ numerals }) => numerals.ordinalEndings))
  const foldedEndings = new Set(
    Array.from(endings)
      .filter(({ length }) => length > 1)
      .map(fold),
  )
  const joints = new Set(languages.flatMap(({ numerals }) => numerals.joints.map(fold)))
  const numbers = new Set(languages.flatMap(({ numerals }) => numerals.number.map(fold)))
  return {
    at: (words, from) =>
      (byFirst.get(fold(words[from] ?? '')) ?? [])
        .filter((group) => group.words.every((word, offset) => fold(words[from + offset] ?? '') === word))
        .map((group) => ({ ...group.numeral, length: group.words.length })),
    isOrdinalEnding: (word) => endings.has(word) || foldedEndings.has(fold(word)),
    isJoint: (word) => joints.has(fold(word)),
    isNumber: (word) => numbers.has(fold(word)),
    ordinals,
  }
}
