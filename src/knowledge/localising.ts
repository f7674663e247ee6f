import type { Language } from './language.ts'
import type { Localised, LocalisedLists } from './pack.ts'
import type { WordLists, Words } from './schema.ts'

/** How texts without a language and lists of them get theirs. */
export type Localising = {
  readonly text: (words: Words | undefined) => Localised
  readonly lists: (words: WordLists | undefined) => LocalisedLists
}

/** A text without a language is in the only one of the pack, or the same in each of several. */
export function localiseIn(spoken: readonly Language[]): Localising {
  const only = spoken.length === 1 ? spoken[0] : undefined
  return {
    text(words) {
      if (words === undefined) return {}
      if (typeof words !== 'string') return dropAbsent(words)
      return only ? { [only]: words } : Object.fromEntries(spoken.map((language) => [language, words]))
    },
    lists(words) {
      const byLanguage = Array.isArray(words) ? { [only ?? spoken[0]!]: words } : words
      return { kk: byLanguage?.kk ?? [], ru: byLanguage?.ru ?? [], en: byLanguage?.en ?? [] }
    },
  }
}

/** The object without its absent keys; types under exactOptionalPropertyTypes tell the two apart. */
export function dropAbsent<T extends object>(object: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}

/** What was typed as one thing or a list of them, as a list. */
export function listOf<T>(typed: T | readonly T[] | undefined): readonly T[] {
  if (typed === undefined) return []
  return Array.isArray(typed) ? (typed as readonly T[]) : [typed as T]
}
