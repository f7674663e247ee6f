import { lookAlike } from '../text/characters.ts'
import type { Grammar } from './grammar.ts'
import type { NumeralWord } from './numeral-words.ts'

/**
 * A number said in words or digits, at words [from, to); `ordinal` when it names a place in a row ("third", "3-ші",
 * "III", "No. 3"). `certain` is false for what is more often something else, a letter that may be a Roman numeral or
 * "one" as a pronoun: it is a number beside the name of a list.
 */
export type Numeral = {
  readonly value: number
  readonly ordinal: boolean
  readonly inDigits: boolean
  readonly certain: boolean
  readonly from: number
  readonly to: number
}

/** The numerals among the words of a question, in their order. `language`: that of the question, if it is known. */
export function findNumerals(words: readonly string[], grammar: Grammar, language: string | undefined): Numeral[] {
  const found: Numeral[] = []
  for (let at = 0; at < words.length; at++) {
    const numeral =
      readDigits(words, at, grammar) ??
      readLabelled(words, at, grammar, language) ??
      readWords(words, at, grammar, language) ??
      readRoman(words, at, grammar)
    if (!numeral) continue
    found.push(numeral)
    at = numeral.to - 1
  }
  return found
}

/** "1500", "3rd", "3-ші", "2 thousand", "No. 3", "3 нөмірлі". */
function readDigits(words: readonly string[], at: number, { numerals }: Grammar): Numeral | undefined {
  const isLabel = numerals.isNumber(words[at]!) && /^\d+$/.test(words[at + 1] ?? '')
  const place = isLabel ? at + 1 : at
  if (!/^\d+$/.test(words[place]!)) return undefined
  const next = words[place + 1] ?? ''
  const isOrdinal = numerals.isOrdinalEnding(next)
  const isLabelled = isLabel || numerals.isNumber(next)
  const multiplier = numerals.at(words, place + 1).find(({ kind }) => kind === 'multiplier')
  const value = Number(words[place]) * (multiplier?.value ?? 1)
  const taken = isOrdinal || (!isLabel && isLabelled) ? 1 : (multiplier?.length ?? 0)
  return { value, ordinal: isOrdinal || isLabelled, inDigits: true, certain: true, from: at, to: place + 1 + taken }
}

/** "Number five", "бес нөмірлі". */
function readLabelled(
  words: readonly string[],
  at: number,
  grammar: Grammar,
  language: string | undefined,
): Numeral | undefined {
  const { isNumber } = grammar.numerals
  const isBefore = isNumber(words[at]!)
  const numeral = words[at + 1] !== undefined && readWords(words, isBefore ? at + 1 : at, grammar, language)
  if (!numeral || !numeral.certain) return undefined
  if (isBefore) return { ...numeral, ordinal: true, from: at }
  return isNumber(words[numeral.to] ?? '') ? { ...numeral, ordinal: true, to: numeral.to + 1 } : undefined
}

/** "Twenty-first", "полторы тысячи", "мың жарым", "он бірінші". */
function readWords(
  words: readonly string[],
  from: number,
  grammar: Grammar,
  language: string | undefined,
): Numeral | undefined {
  let total = 0
  let group = 0
  let least = Infinity
  let multiplier = 0
  let at = from
  while (at < words.length) {
    const joint = least >= 100 && at > from && grammar.numerals.isJoint(words[at]!) ? 1 : 0
    const part = partAt(words, at + joint, grammar, language, at > from)
    if (!part || (joint === 1 && (part.kind === 'multiplier' || part.value >= least))) break
    at += joint
    if (part.kind === 'half') {
      const next = grammar.numerals.at(words, at + part.length).find(({ kind }) => kind === 'multiplier')
      if (group > 0 && next) group += part.value
      else if (multiplier > 0) total += multiplier / 2
      else break
    } else if (part.kind === 'multiplier') {
      group = Math.max(group, 1) * part.value
      if (part.value >= 1000) [total, group] = [total + group, 0]
      multiplier = part.value
      least = part.value
    } else {
      // "Two three" are two numbers, "twenty three" is one.
      if (part.value >= least) break
      group += part.value
      least = placeOf(part.value)
      if (part.kind === 'ordinal') return said(total + group, true, at + part.length)
    }
    at += part.length
  }
  return at === from ? undefined : said(total + group, false, at)

  function said(value: number, ordinal: boolean, to: number): Numeral {
    const certain = ordinal || to > from + 1 || !pointsBack(words, from, grammar)
    return { value, ordinal, inDigits: false, certain, from, to }
  }
}

/** Whether a number is a pronoun in the same language, "the next one", and counts nothing, as in "one partner". */
function pointsBack(words: readonly string[], at: number, { marks, numerals, isFunction }: Grammar): boolean {
  const next = words[at + 1]
  if (next !== undefined && !isFunction(next)) return false
  const meant = marks.at([words[at]!], 0)?.meanings ?? []
  return numerals
    .at([words[at]!], 0)
    .every(({ language }) => meant.some((one) => one.what === 'anaphora' && one.language === language))
}

/** What may follow a number must be smaller than this: units follow tens, tens follow hundreds. */
function placeOf(value: number): number {
  if (value >= 100) return 100
  return value >= 20 || value === 10 ? 10 : 1
}

/** "Тыс" is short for a thousand in Russian, and means "outside" in Kazakh. */
function isElsewhere(word: string, own: string, language: string | undefined, { marks }: Grammar): boolean {
  const meant = marks.at([word], 0)?.meanings ?? []
  return language !== own && meant.some((one) => one.language === language)
}

/** A part of a number; a word that the question's own language has for something else ("он", he and ten) is none. */
function partAt(
  words: readonly string[],
  at: number,
  grammar: Grammar,
  language: string | undefined,
  goesOn: boolean,
): (NumeralWord & { readonly length: number }) | undefined {
  const parts = grammar.numerals.at(words, at)
  return parts.find((part) => {
    if (part.kind === 'multiplier' && !goesOn && /^[a-z]$/.test(words[at]!)) return false
    if (part.kind === 'multiplier' && !goesOn && isElsewhere(words[at]!, part.language, language, grammar)) return false
    if (part.language === language || goesOn) return true
    const isElse = language === undefined ? grammar.isFunction(words[at]!) : grammar.isOwn(words[at]!, language)
    return !isElse || grammar.numerals.at(words, at + 1).some((next) => next.language === part.language)
  })
}

const roman = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/
const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** In Latin letters: on a Kazakh keyboard another "i" is at hand, and another "x" on a Russian one. */
function inLatin(word: string): string {
  return /^[a-z]/.test(word) ? word : (lookAlike(word) ?? word)
}

/** Whether a word is a Roman numeral of two letters or more. */
export function isRoman(word: string): boolean {
  return word.length > 1 && roman.test(inLatin(word))
}

/** "III", "ІІІ", "II-ші". */
function readRoman(words: readonly string[], at: number, { numerals }: Grammar): Numeral | undefined {
  const letters = inLatin(words[at]!)
  if (!roman.test(letters)) return undefined
  const values = Array.from(letters, (letter) => romanValues[letter]!)
  const value = values.reduce((sum, one, index) => sum + (one < (values[index + 1] ?? 0) ? -one : one), 0)
  const ending = numerals.isOrdinalEnding(words[at + 1] ?? '') ? 1 : 0
  return {
    value,
    ordinal: true,
    inDigits: false,
    certain: letters.length > 1 || ending > 0,
    from: at,
    to: at + 1 + ending,
  }
}
