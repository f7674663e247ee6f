import { normalise } from '../text/normalise.ts'
import type { Grammar } from './grammar.ts'

const decimal = /(?<![\d.,/-])(\d+)[.,](\d+)\s*(\p{L}+)/gu

/** Writes out decimals that count thousands and more: "1,5 тыс." is 1500. Otherwise it would be the first of May. */
export function writeOutDecimals(text: string, { numerals }: Grammar): string {
  return text.replace(decimal, (typed, whole: string, part: string, word: string) => {
    const multiplier = numerals.at([normalise(word)], 0).find(({ kind }) => kind === 'multiplier')
    const value = Number(`${whole}.${part}`) * (multiplier?.value ?? Number.NaN)
    return Number.isInteger(value) ? String(value) : typed
  })
}
