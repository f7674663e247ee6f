import type { LanguageData } from '../../languages/language-data.ts'
import { retype } from '../text/keyboard.ts'
import { fromLatin } from '../text/latin.ts'
import { normalise } from '../text/normalise.ts'
import { tokensOf } from '../text/tokenise.ts'

/** One way to read what was typed. */
export type Reading = { readonly words: readonly string[]; readonly how: 'typed' | 'layout' | 'latin' }

/** Share of another reading's letters that must be in known words beyond those of the text as typed. */
const leastGain = 0.25

/** Of the letters of another reading so many were typed as letters: "<b>", mostly signs, is mark-up and not "бию". */
const leastLetters = 0.5

/**
 * The reading whose words are known best: as typed, as typed with another keyboard layout switched on, or as a language
 * of other letters in Latin ones. Whole texts are compared, before they are cut into words: on a wrong layout letters
 * turn into punctuation (б is a comma). `isKnown` answers for a normalised word, `isMistyped` for one that is a slip
 * away from a word that questions are made of.
 */
export function chooseReading(
  text: string,
  languages: readonly LanguageData[],
  isKnown: (word: string) => boolean,
  isMistyped: (word: string) => boolean,
): Reading {
  const normalised = normalise(text)
  const typed: Reading = { words: tokensOf(normalised), how: 'typed' }
  let best = typed
  let bestShare = knownShare(typed.words, (word) => isKnown(word) || isMistyped(word))
  if (bestShare > 1 - leastGain) return typed
  bestShare += leastGain
  for (const reading of otherReadings(text, normalised, languages)) {
    if (lettersIn(typed.words) < leastLetters * lettersIn(reading.words)) continue
    const share = knownShare(reading.words, isKnown)
    if (share > bestShare) [best, bestShare] = [reading, share]
  }
  return best
}

/** The text as it would be in each language whose letters are not those that were typed. */
export function otherReadings(text: string, normalised: string, languages: readonly LanguageData[]): Reading[] {
  const typed = new Set((['Latin', 'Cyrillic'] as const).filter((script) => scripts[script].test(normalised)))
  const readings: Reading[] = []
  for (const language of languages) {
    const others = languages.filter(({ script }) => script !== language.script && typed.has(script))
    if (others.length === 0) continue
    const retyped = retype(
      text,
      others.map(({ keyboard }) => keyboard),
      language.keyboard,
    )
    readings.push({ words: tokensOf(normalise(retyped)), how: 'layout' })
    if (language.latin) readings.push({ words: tokensOf(fromLatin(normalised, language)), how: 'latin' })
  }
  return readings
}

const scripts = { Latin: /[a-z\u00c0-\u024f]/i, Cyrillic: /[\u0400-\u04ff]/ }

function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/** Letters in known words over all letters: a known "not" proves less than a known "consultation". */
function knownShare(words: readonly string[], isKnown: (word: string) => boolean): number {
  let known = 0
  let all = 0
  for (const word of words) {
    if (!/\p{L}/u.test(word)) continue
    all += word.length
    // A single letter is a word on every layout.
    if (word.length > 1 && isKnown(word)) known += word.length
  }
  return all === 0 ? 0 : known / all
}
