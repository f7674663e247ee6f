import { fold } from './normalise.ts'

/** Word groups with what each of them means. `*` in a word stands for any letters. */
export type PatternTable<T> = {
  /** What the longest groups that begin at a word mean, and how many words they take; undefined if there is none. */
  readonly at: (
    words: readonly string[],
    from: number,
  ) => { readonly meanings: readonly T[]; readonly length: number } | undefined
}

type Group<T> = { readonly words: readonly string[]; readonly meaning: T }

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
      const group = { words, meaning }
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
      for (const groups of [exact.get(word), open.get(word.slice(0, shortestBeginning))]) {
        for (const group of groups ?? []) {
          if (group.words.length < length || !matches(group.words, words, from)) continue
          if (group.words.length > length) meanings = []
          length = group.words.length
          meanings.push(group.meaning)
        }
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

function matches(patterns: readonly string[], words: readonly string[], from: number): boolean {
  for (let offset = 0; offset < patterns.length; offset++) {
    const word = words[from + offset]
    if (word === undefined || !fits(patterns[offset]!, fold(word))) return false
  }
  return true
}

/** Whether a folded word is one of the table, which is a pattern if it has a `*`. */
function fits(pattern: string, word: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === word
  // Most words part from a pattern in its beginning, and need no regular expression to be told from it.
  for (let at = 0; at < star; at++) if (pattern.charCodeAt(at) !== word.charCodeAt(at)) return false
  return expressions.getOrInsertComputed(pattern, toExpression).test(word)
}

/** Made when a word first begins like the pattern: a start would wait for thousands of them. */
const expressions = new Map<string, RegExp>()

function toExpression(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => RegExp.escape(part))
  return new RegExp(`^${parts.join('\\p{L}*')}$`, 'u')
}
