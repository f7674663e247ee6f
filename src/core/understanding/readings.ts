import type { Language } from '../../knowledge/language.ts'
import { layouts } from '../text/keyboard.ts'
import { toCyrillic } from '../text/latin.ts'
import { normalise } from '../text/normalise.ts'
import { tokensOf } from '../text/tokenise.ts'

/** One way to read what was typed. */
export type Reading = { readonly words: readonly string[]; readonly how: 'typed' | 'layout' | 'latin' }

/** Share of another reading's letters that must be in known words beyond those of the text as typed. */
const leastGain = 0.25

/** Of the letters of another reading so many were typed as letters: "<b>", mostly signs, is mark-up and not "бию". */
const leastLetters = 0.5

/**
 * The reading whose words are known best: as typed, as typed with another keyboard layout switched on, or as Kazakh or
 * Russian in Latin letters. Whole texts are compared, before they are cut into words: on a wrong layout letters turn
 * into punctuation (б is a comma). `isKnown` answers for a normalised word.
 */
export function chooseReading(
  text: string,
  languages: readonly Language[],
  isKnown: (word: string) => boolean,
): Reading {
  const normalised = normalise(text)
  const typed: Reading = { words: tokensOf(normalised), how: 'typed' }
  let best = typed
  let bestShare = knownShare(typed.words, isKnown)
  if (bestShare > 1 - leastGain) return typed
  bestShare += leastGain
  for (const reading of otherReadings(text, normalised, languages)) {
    if (lettersIn(typed.words) < leastLetters * lettersIn(reading.words)) continue
    const share = knownShare(reading.words, isKnown)
    if (share > bestShare) [best, bestShare] = [reading, share]
  }
  return best
}

function otherReadings(text: string, normalised: string, languages: readonly Language[]): Reading[] {
  const hasLatin = /[a-z\u00c0-\u024f]/i.test(normalised)
  const hasCyrillic = /[\u0400-\u04ff]/.test(normalised)
  const readings: Reading[] = []
  for (const language of languages) {
    if (language === 'en') {
      if (hasCyrillic) readings.push({ words: tokensOf(normalise(layouts.en(text))), how: 'layout' })
    } else if (hasLatin) {
      readings.push({ words: tokensOf(normalise(layouts[language](text))), how: 'layout' })
      readings.push({ words: tokensOf(toCyrillic(normalised, language)), how: 'latin' })
    }
  }
  return readings
}

function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/** Letters in known words over all letters: a known "not" proves less than a known "consultation". */
function knownShare(words: readonly string[], isKnown: (word: string) => boolean): number {
  let known = 0
  let all = 0
  for (const word of words) {
    if (/\p{N}/u.test(word)) continue
    all += word.length
    // A single letter is a word on every layout.
    if (word.length > 1 && isKnown(word)) known += word.length
  }
  return all === 0 ? 0 : known / all
}
