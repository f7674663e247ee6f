/** How many letters make a gram: 4 found more than 3 or 5 in all three languages; see docs/design.md. */
const letters = 4

/** Grams are known by a hash: a table of this size replaces a map of strings, and few of them fall together. */
export const gramBuckets = 1 << 18

/** The hashes of a word's grams, its edges marked, each below `gramBuckets`. */
export function gramsOf(word: string): Uint32Array {
  const marked = `^${word}$`
  const grams = new Uint32Array(Math.max(1, marked.length - letters + 1))
  for (let at = 0; at < grams.length; at++) {
    let hash = 0x811c9dc5
    for (let offset = at; offset < at + letters && offset < marked.length; offset++) {
      hash = Math.imul(hash ^ marked.charCodeAt(offset), 0x01000193)
    }
    grams[at] = (hash ^ (hash >>> 15)) >>> 14
  }
  return grams
}
