import { fold } from './normalise.ts'

/** Word groups with what each of them means. `*` in a word stands for any letters. */
export type PatternTable<T> = {
  /** What the longest groups that begin at a word mean, and how many words they take; undefined if there is none. */
  readonly at: (
    words: readonly string[],
    from: number,
  ) => { readonly meanings: readonly T[]; readonly length: number } | undefined
}

type Group<T> = { readonly words: readonly RegExp[]; readonly meaning: T }

/** No beginning in the tables is shorter: groups are found by their first letters. */
const shortestBeginning = 2

/** Compiles word groups. Words are compared folded, so that tables may be written as the language is. */
export function patternTable<T>(entries: Iterable<readonly [meaning: T, groups: Iterable<string>]>): PatternTable<T> {
  const exact = new Map<string, Group<T>[]>()
  const open = new Map<string, Group<T>[]>()
  for (const [meaning, groups] of entries) {
    for (const text of groups) {
      const words = fold(text).split(' ')
      const first = words[0]!
      const group = { words: words.map(toPattern), meaning }
      if (first.includes('*')) open.getOrInsertComputed(first.slice(0, shortestBeginning), () => []).push(group)
      else exact.getOrInsertComputed(first, () => []).push(group)
    }
  }
  return {
    at(words, from) {
      if (from >= words.length) return undefined
      const word = fold(words[from]!)
      let length = 0
      let meanings: T[] = []
      for (const group of [...(exact.get(word) ?? []), ...(open.get(word.slice(0, shortestBeginning)) ?? [])]) {
        if (group.words.length < length || !matches(group.words, words, from)) continue
        if (group.words.length > length) meanings = []
        length = group.words.length
        meanings.push(group.meaning)
      }
      return length === 0 ? undefined : { meanings, length }
    },
  }
}

/** Whether a single word is in a list of word groups. */
export function wordMatcher(groups: Iterable<string>): (word: string) => boolean {
  const table = patternTable([[true, groups]])
  return (word) => table.at([word], 0) !== undefined
}

function matches(patterns: readonly RegExp[], words: readonly string[], from: number): boolean {
  return patterns.every((pattern, offset) => {
    const word = words[from + offset]
    return word !== undefined && pattern.test(fold(word))
  })
}

function toPattern(word: string): RegExp {
  return new RegExp(
    `^${word
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('\\p{L}*')}$`,
    'u',
  )
}
