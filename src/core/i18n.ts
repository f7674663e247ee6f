import { createInstance, type TFunction, type TOptions } from 'i18next'
import en from '../../locales/en.json' with { type: 'json' }
import kk from '../../locales/kk.json' with { type: 'json' }
import ru from '../../locales/ru.json' with { type: 'json' }
import type { Language } from '../knowledge/language.ts'

/** Dotted keys of the interface texts; a plural stands under its key without the ending. */
export type TextKey = Keys<typeof en>

type Keys<T, Prefix extends string = ''> = {
  [key in keyof T & string]: T[key] extends string
    ? `${Prefix}${key extends `${infer stem}_${'one' | 'other'}` ? stem : key}`
    : T[key] extends readonly string[]
      ? never
      : Keys<T[key], `${Prefix}${key}.`>
}[keyof T & string]

const texts = createInstance({
  lng: 'en',
  resources: { en: { translation: en }, kk: { translation: kk }, ru: { translation: ru } },
  // Values are escaped where they are shown, by the rules of each platform.
  interpolation: { escapeValue: false, skipOnVariables: true },
  initAsync: false,
})
void texts.init()

const inLanguage: Record<Language, TFunction> = {
  kk: texts.getFixedT('kk'),
  ru: texts.getFixedT('ru'),
  en: texts.getFixedT('en'),
}

/** An interface text with its values filled in. Values are plain text, and are never read as placeholders. */
export function say(language: Language, key: TextKey, values: TOptions = {}): string {
  return inLanguage[language](key, values)
}

/** Languages under their own names: "Қазақша, Русский". */
export function namesOf(languages: readonly Language[]): string {
  return languages.map((language) => say(language, 'language.name')).join(', ')
}

const months = { kk, ru, en }

/** The name of month 1–12, beside a day ("13 мая") or alone ("май"). */
export function monthName(language: Language, month: number, alone: boolean): string {
  const names = months[language]
  return (alone ? names.monthsAlone : names.months)[month - 1]!
}
