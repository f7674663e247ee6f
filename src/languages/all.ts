import { en } from './en/en.ts'
import { kk } from './kk/kk.ts'
import type { LanguageData } from './language-data.ts'
import { ru } from './ru/ru.ts'

/** The languages that questions are understood in, whatever languages a pack has. */
export const allLanguages: readonly LanguageData[] = [kk, ru, en]
