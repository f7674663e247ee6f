import type { Entry, Pack } from '../../knowledge/pack.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Question } from '../understanding/question.ts'

/** Entries of one title, at words [from, to) of a question. */
export type TitleMention = { readonly entries: readonly Entry[]; readonly from: number; readonly to: number }

type Title = { readonly words: readonly string[]; readonly entries: Entry[] }

const known = new WeakMap<Pack, ReadonlyMap<string, readonly Title[]>>()

/**
 * The longest title that stands in a question word for word: "where the water goes" is one,
 * whatever its first word asks. A title of one word is one only alone.
 */
export function titleIn({ words }: Question, pack: Pack): TitleMention | undefined {
  const texts = words.map(({ text }) => text)
  let longest: TitleMention | undefined
  for (const [from, text] of texts.entries()) {
    for (const title of titlesOf(pack).get(text) ?? []) {
      const to = from + title.words.length
      const isLonger = title.words.length > (longest === undefined ? 0 : longest.to - longest.from)
      if (isLonger && title.words.every((word, at) => word === texts[from + at])) {
        longest = { entries: title.entries, from, to }
      }
    }
  }
  return longest
}

/** Sessions that have a title of this one, in any language. */
export function namesakesOf(entry: Entry, pack: Pack): readonly Entry[] {
  if (entry.slots.length === 0) return []
  const titles = titlesOf(pack)
  const found = Object.values(entry.title).flatMap((text) => {
    const words = tokenise(text)
    const same = titles.get(words[0] ?? '')?.find((title) => title.words.join(' ') === words.join(' '))
    return same?.entries ?? []
  })
  return [...new Set(found)]
}

function titlesOf(pack: Pack): ReadonlyMap<string, readonly Title[]> {
  return known.getOrInsertComputed(pack, readTitles)
}

function readTitles(pack: Pack): ReadonlyMap<string, readonly Title[]> {
  const byText = new Map<string, Title>()
  for (const entry of pack.entries) {
    if (entry.type === 'person' || entry.type === 'gap' || entry.type === 'list' || entry.id === pack.subject) continue
    for (const text of new Set(Object.values(entry.title).map((title) => tokenise(title).join(' ')))) {
      if (text !== '')
        byText.getOrInsertComputed(text, () => ({ words: text.split(' '), entries: [] })).entries.push(entry)
    }
  }
  return Map.groupBy(byText.values(), ({ words }) => words[0]!)
}
