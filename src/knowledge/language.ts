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
  if (latin >= cyrillic) return 'en'
  // In Kazakh text about one letter in ten is one that Russian lacks; a Russian text may quote a name.
  return count(text, /[әғқңөұүһі]/gi) > cyrillic / 50 ? 'kk' : 'ru'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
