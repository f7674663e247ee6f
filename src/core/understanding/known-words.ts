import { fold } from '../text/normalise.ts'
import { findAsked } from './asked.ts'
import type { Grammar } from './grammar.ts'
import { isRoman } from './numerals.ts'
import { termsIn, type WordReader } from './word.ts'

/**
 * Whether the pack or the tables of a language have a normalised word; what is no word is known. Several steps of
 * reading ask the same of each word: what was found is remembered.
 */
export function knownWords(reader: WordReader): (word: string) => boolean {
  const known = new Map<string, boolean>()
  const isKnown = (word: string): boolean =>
    !/\p{L}/u.test(word) ||
    isGrammarWord(word, reader.grammar) ||
    termsIn(word, reader).some(({ term }) => reader.hasTerm(term))
  return (word) => known.getOrInsertComputed(word, isKnown)
}

/** Whether a word is in the tables of a language rather than in a pack. */
export function isGrammarWord(word: string, grammar: Grammar): boolean {
  return (
    grammar.isFunction(word) ||
    grammar.talk.isWord(word) ||
    findAsked([word], grammar).words.size > 0 ||
    // "Тұрады" of "қанша тұрады" is no mistyped "туралы".
    grammar.askingWords.has(fold(word)) ||
    isCounted(word, grammar)
  )
}

/** Whether a word is one of numbers and dates: "fifty" is no mistyped "fifth". */
function isCounted(word: string, { numerals, dates }: Grammar): boolean {
  const { relative } = dates
  return (
    numerals.at([word], 0).length > 0 ||
    isRoman(word) ||
    dates.possibleMonth(word) !== undefined ||
    [
      relative.days,
      relative.years,
      relative.weekdays,
      relative.units,
      relative.beside,
      dates.season,
      dates.inSeason,
    ].some((table) => table.at([word], 0))
  )
}
