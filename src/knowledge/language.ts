import { languageOf } from '../languages/known/all.ts'

/** The languages the product speaks: Kazakh, Russian, English (ISO 639-1). */
export const languages = ['kk', 'ru', 'en'] as const

export type Language = (typeof languages)[number]

/** The language of a code, if the product speaks it. */
export function asLanguage(code: string | undefined): Language | undefined {
  return languages.find((language) => language === code)
}

/** The language of a long text, told by its letters alone: enough for a pack that does not name its own. */
export function languageOfText(text: string): Language {
  const latin = count(text, /[a-z]/gi)
  const cyrillic = count(text, /[\u0400-\u04ff]/g)
  const script = latin >= cyrillic ? 'Latin' : 'Cyrillic'
  const written = languages.filter((language) => languageOf(language).script === script)
  // In Kazakh text about one letter in ten is one that Russian lacks; a Russian text may quote a name.
  const own = written.find((language) => ownLettersIn(text, language) > Math.max(latin, cyrillic) / 50)
  return own ?? written.find((language) => languageOf(language).ownLetters === '') ?? languages[0]
}

function ownLettersIn(text: string, language: Language): number {
  const { ownLetters } = languageOf(language)
  return ownLetters === '' ? 0 : count(text, new RegExp(`[${ownLetters}]`, 'gi'))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
