import { allLanguages } from '../../languages/known/all.ts'
import { cleanCharacters } from './characters.ts'

const combiningMarks = /\p{M}/gu
const apostrophes = /['’‘ʼ`´ʹ]/g

/** "#5" is "№5", and that is "No 5" by its compatibility form. */
const numberSign = /#(?=\s?\d)/g

/** A number with a blank, comma or point between its thousands: "1 500", "1,500", "2.000.000"; no telephone number. */
const separatedThousands = /(?<![\d+]|\d[ .,-])\d{1,3}(?:([ ,.\u00a0\u202f])\d{3})(?:\1\d{3})*(?!\d|[ .,-]\d)/g

/**
 * One spelling for what people see as the same text: compatibility forms, case, invisible and combining characters,
 * look-alikes of another script, apostrophes, digit grouping ("1 500" → "1500") and Kazakh endings behind a hyphen are
 * removed. Kazakh letters stay.
 */
export function normalise(text: string): string {
  return keepingCase(text).toLowerCase().replace(strayDot, '')
}

/** A text normalised but for its capitals. */
export function keepingCase(text: string): string {
  return cleanCharacters(text)
    .replace(apostrophes, '')
    .replace(numberSign, 'no ')
    .replace(endingBehindHyphen, '')
    .replace(separatedThousands, (number) => number.replaceAll(/\D/g, ''))
}

/** What lowering leaves of a dotted capital. */
const strayDot = /\u0307/g

/**
 * Removes what accents add to Latin letters (é → e, ğ → g); Cyrillic й and ё keep theirs, being letters of their own.
 */
export function stripAccents(word: string): string {
  return word.normalize('NFD').replace(combiningMarks, '').replaceAll('ı', 'i')
}

const typedAs: Readonly<Record<string, string>> = Object.assign({}, ...allLanguages.map((language) => language.typedAs))
const foldable = new RegExp(`[${Object.keys(typedAs).join('')}]`, 'g')

/** 1 for the codes of letters that are folded: looking a letter up here is quicker than any regular expression. */
const isFoldable = new Uint8Array(1 + Math.max(0, ...Object.keys(typedAs).map((letter) => letter.charCodeAt(0))))
for (const letter of Object.keys(typedAs)) isFoldable[letter.charCodeAt(0)] = 1

/** Letters as those that people type instead where their keyboard lacks them: Kazakh ones as Russian ones, ё as е. */
export function fold(word: string): string {
  let at = 0
  while (at < word.length && !isFoldable[word.charCodeAt(at)]) at++
  if (at === word.length) return word
  return word.replace(foldable, (letter) => typedAs[letter]!)
}

const hyphened = new Set(allLanguages.flatMap(({ endingsBehindHyphen = [] }) => endingsBehindHyphen))

/** "БҰҰ-ның" is "БҰҰ": an ending that stands by itself would part a name in two. */
const endings = [...hyphened.union(new Set(Array.from(hyphened, fold)))].join('|')
const endingBehindHyphen = new RegExp(
  // "Рио-де-Жанейро" has none.
  String.raw`(?<=\p{L})[-‐‑](?:${endings})(?![\p{L}\p{N}]|[-‐‑]\p{L})`,
  'giu',
)
