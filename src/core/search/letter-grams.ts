import { letters } from './parameters.ts'

/** Grams are known by a hash: a table of this size replaces a map of strings, and few of them fall together. */
export const gramBuckets = 1 << 18

/** The hashes of a word's grams, its edges marked, each below `gramBuckets`. */
export function gramsOf(word: string): Uint32Array {
  const { gramLength } = letters
  const marked = `^${word}$`
  const grams = new Uint32Array(Math.max(1, marked.length - gramLength + 1))
  for (let at = 0; at < grams.length; at++) {
    let hash = 0x811c9dc5
    for (let offset = at; offset < at + gramLength && offset < marked.length; offset++) {
      hash = Math.imul(hash ^ marked.charCodeAt(offset), 0x01000193)
    }
    grams[at] = (hash ^ (hash >>> 15)) >>> 14
  }
  return grams
}
