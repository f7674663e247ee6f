import { languages } from '../knowledge/language.ts'
import { languageOf } from '../languages/known/all.ts'
import type { Programme } from './programme/programme.ts'

/** Below this share of a source's Cyrillic texts, a language is there by mistake unless a text shows it. */
const stray = 0.15

/**
 * Short titles are easily taken for the other language of their script. Where nearly all texts of a source are in one,
 * those that have no letter of their own to show are in that one too.
 */
export function settleLanguages(programme: Programme): Programme {
  const counts = { kk: 0, ru: 0 }
  visit(programme, (language, text) => {
    if (language === 'kk' || language === 'ru') counts[language] += Math.min(text.length, 200)
    return language
  })
  const all = counts.kk + counts.ru
  const rare = counts.kk < all * stray ? 'kk' : counts.ru < all * stray ? 'ru' : undefined
  if (rare === undefined) return programme
  const usual = rare === 'kk' ? 'ru' : 'kk'
  return visit(programme, (language, text) =>
    language === rare && !showsItself(text, rare) ? usual : language,
  ) as Programme
}

function showsItself(text: string, language: 'kk' | 'ru'): boolean {
  const { ownLetters } = languageOf(language)
  // Russian has no letter that Kazakh lacks; a whole sentence shows it by its words.
  if (ownLetters === '') return text.length > 60
  return Array.from(text.toLowerCase()).some((letter) => ownLetters.includes(letter))
}

/** A copy in which texts that are in one language have the one that `choose` gives. */
function visit(value: unknown, choose: (language: string, text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, choose))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && (languages as readonly string[]).includes(only![0]) && typeof only![1] === 'string')
    return { [choose(only![0], only![1])]: only![1] }
  return Object.fromEntries(entries.map(([key, item]) => [key, visit(item, choose)]))
}
