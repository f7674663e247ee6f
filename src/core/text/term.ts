import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stem as stemEnglish } from 'porter2'
import type { Language } from '../../knowledge/language.ts'
import { foldKazakh, stripAccents } from './normalise.ts'
import { stemKazakh } from './stem-kk.ts'

/**
 * Letters that are confused in writing or in transliteration, as one: ы, й, і and и; э and е; щ and ш; the signs not at
 * all. Ю and я become the two sounds that Latin spellings write, so that "konferenciia" and "конференция" meet.
 */
const soundClasses: Readonly<Record<string, string>> = {
  ы: 'и',
  й: 'и',
  э: 'е',
  ъ: '',
  ь: '',
  щ: 'ш',
  ю: 'иу',
  я: 'иа',
  ц: 'тс',
}

const cyrillic = /[\u0400-\u04ff]/
const letter = /\p{L}/u
const confusable = /[ыйэъьщюяц]/g
// Not и: behind it stand four letters, so that "киім" (clothes) and "кім" (who) differ by one of them.
const doubled = /(?!и)(\p{L})\1+/gu

/**
 * The term under which a normalised word is indexed: its stem in the given language, spelt the way that all usual
 * misspellings share. Numbers stay as they are. Russian and English stems are Snowball's.
 */
export function termOf(word: string, language: Language): string {
  if (!letter.test(word)) return word
  // Two letters are an abbreviation or a particle: "ИИ" without its ending would be "и".
  if (word.length <= 2) return spell(word)
  if (!cyrillic.test(word)) return spell(stemEnglish(stripAccents(word)))
  return spell(language === 'kk' ? stemKazakh(word) : stemRussian(word.replaceAll('ё', 'е')))
}

/** A word without stemming, spelt the way that all usual misspellings share. */
export function spell(word: string): string {
  // In an abbreviation each letter counts ("ИИ" is not "и"), and different letters of one sound are no doubled letter.
  const single = word.length <= longestAbbreviation ? word : word.replace(doubled, '$1')
  return cyrillic.test(word)
    ? foldKazakh(single).replace(confusable, (one) => soundClasses[one]!)
    : stripAccents(single)
}

const longestAbbreviation = 3

/** `termOf` that remembers: a text has far more words than different ones. */
export function rememberingTerms(): (word: string, language: Language) => string {
  const known = { kk: new Map<string, string>(), ru: new Map<string, string>(), en: new Map<string, string>() }
  return (word, language) => known[language].getOrInsertComputed(word, () => termOf(word, language))
}

/** `spell` that remembers. */
export function rememberingSpellings(): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => known.getOrInsertComputed(word, spell)
}
