import { en } from '../en/en.ts'
import { kk } from '../kk/kk.ts'
import type { LanguageData } from '../language-data.ts'
import { ru } from '../ru/ru.ts'

/** The languages that questions are understood in, whatever languages a pack has. */
export const allLanguages: readonly LanguageData[] = [kk, ru, en]

const byCode = new Map(allLanguages.map((language) => [language.code, language]))

/** The language of a code. Throws a RangeError for one that is not known. */
export function languageOf(code: string): LanguageData {
  const language = byCode.get(code)
  if (!language) throw new RangeError(`no folder in src/languages for ${code}`)
  return language
}
