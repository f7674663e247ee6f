import type { Language } from './language.ts'

/** A text in the pack's languages; a language that the pack lacks is absent. */
export type Localised = { readonly [language in Language]?: string }

/** Texts by language; a language without any has an empty list. */
export type LocalisedLists = { readonly [language in Language]: readonly string[] }

/** A text in the language asked for, else in the first language that has one. */
export function wordsIn(text: Localised, language: Language): string | undefined {
  return text[language] ?? text.en ?? text.ru ?? text.kk
}
