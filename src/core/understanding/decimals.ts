import type { Grammar } from './grammar.ts'

const decimal = /(?<![\d.,/-])(\d+)[.,](\d+)\s*(\p{L}+)/gu

/** Writes out decimals that count thousands and more: "1,5 тыс." is 1500. Otherwise it would be the first of May. */
export function writeOutDecimals(text: string, { numerals }: Grammar): string {
  return text.replace(decimal, (typed, whole: string, part: string, word: string) => {
    const multiplier = numerals.at([word.toLowerCase()], 0).find(({ kind }) => kind === 'multiplier')
    return multiplier ? String(Math.round(Number(`${whole}.${part}`) * multiplier.value)) : typed
  })
}
