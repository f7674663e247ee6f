import Fuse from 'fuse.js'
import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { fold, normalise } from '../text/normalise.ts'

/** Finds entries by their titles and names as one types: for suggestions, not for answers. Best first. */
export type Topics = (text: string, language: Language, most: number) => Entry[]

type Topic = { readonly entry: Entry; readonly title: string; readonly names: readonly string[] }

/** Fuse.js throws on patterns beyond what its bit fields hold in one piece; a title is never longer. */
const longestPattern = 100

/** Fuse.js compares every title: beyond this many nobody would wait for it. */
const mostTopics = 2000

/** Short strings, matched loosely while they are still being typed: what Fuse.js is made for. */
export function findTopics(pack: Pack): Topics {
  const byLanguage = new Map<Language, Fuse<Topic>>()
  return (text, language, most) => {
    const pattern = comparable(text).slice(0, longestPattern)
    if (pattern === '' || pack.entries.length > mostTopics) return []
    const fuse = byLanguage.getOrInsertComputed(
      language,
      () =>
        new Fuse(topicsIn(pack, language), {
          keys: [{ name: 'title', weight: 2 }, 'names'],
          ignoreLocation: true,
          threshold: 0.4,
        }),
    )
    return fuse.search(pattern, { limit: most }).map(({ item }) => item.entry)
  }
}

function topicsIn(pack: Pack, language: Language): Topic[] {
  return pack.entries
    .filter(({ type }) => type !== 'gap')
    .map((entry) => ({
      entry,
      title: comparable(wordsIn(entry.title, language) ?? ''),
      names: entry.names[language].map(comparable),
    }))
}

function comparable(text: string): string {
  return fold(normalise(text)).trim()
}
