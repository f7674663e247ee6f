import { editDistance } from '../core/text/edit-distance.ts'

/** The word that a mistyped one most likely stands for: one slip in four letters, at most three; undefined if none. */
function nearest(word: string, words: Iterable<string>): string | undefined {
  const most = Math.min(3, Math.ceil(word.length / 4))
  const near = [...words]
    .map((one) => ({ one, slips: one.startsWith(word) && word.length > 2 ? 1 : editDistance(word, one) }))
    .filter(({ slips }) => slips <= most)
  return near.toSorted((a, b) => a.slips - b.slips)[0]?.one
}

/** "; did you mean --language?", or nothing where no word is near. */
export function orMeant(word: string, words: Iterable<string>): string {
  const meant = nearest(word, words)
  return meant === undefined ? '' : `; did you mean ${meant}?`
}
