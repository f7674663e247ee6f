import type { LanguageData } from '../../languages/language-data.ts'
import { fold, stripAccents } from './normalise.ts'
import { remembering } from './remembering.ts'

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

/** Gives the term of a word in a language. */
export type TermOf = (word: string, language: LanguageData) => string

/**
 * The term under which a normalised word is indexed: its stem in the given language, spelt the way that all usual
 * misspellings share. Numbers stay as they are, and so do words in another script than the language's.
 */
export function termOf(word: string, language: LanguageData): string {
  if (!letter.test(word)) return word
  // Two letters are an abbreviation or a particle: "ИИ" without its ending would be "и".
  if (word.length <= 2) return spell(word)
  const plain = cyrillic.test(word) ? word : stripAccents(word)
  return spell(isWrittenIn(word, language) ? language.stem(plain) : plain)
}

/** Whether a word is in the script of a language. */
export function isWrittenIn(word: string, { script }: LanguageData): boolean {
  return (script === 'Cyrillic') === cyrillic.test(word)
}

/** A word without stemming, spelt the way that all usual misspellings share. */
export function spell(word: string): string {
  // In an abbreviation each letter counts ("ИИ" is not "и"), and different letters of one sound are no doubled letter.
  const single = word.length <= longestAbbreviation ? word : word.replace(doubled, '$1')
  return cyrillic.test(word) ? fold(single).replace(confusable, (one) => soundClasses[one]!) : stripAccents(single)
}

const longestAbbreviation = 3

const vowels = /[aeiouyаеёиоуыэюя]/g

/** What is left of a folded word without its vowels. */
export function consonantsOf(word: string): string {
  return word.replace(vowels, '')
}

/** What is left of a word without the vowels at its end, which cases replace. */
export function withoutFinalVowels(word: string): string {
  return word.replace(finalVowels, '')
}

const finalVowels = new RegExp(`${vowels.source}+$`)

/** `termOf` that remembers: a text has far more words than different ones. */
export function rememberingTerms(): TermOf {
  return remembering(termOf)
}

/** `spell` that remembers. */
export function rememberingSpellings(): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => known.getOrInsertComputed(word, spell)
}
