import { asLanguage } from '../../knowledge/language.ts'

/**
 * A value in one form of all that say the same: keys in order, a text with one space between words, a list of one thing
 * as that thing, a text in one language as that text.
 */
export function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ')
  if (Array.isArray(value)) return value.length === 1 ? canonical(value[0]) : value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  const [only] = entries
  if (entries.length === 1 && asLanguage(only![0]) !== undefined) return canonical(only![1])
  if (entries.length === 1 && only![0] === 'url') return canonical(only![1])
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  )
}
