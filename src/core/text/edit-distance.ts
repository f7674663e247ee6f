/** Longer words are compared by their beginnings. */
const longest = 48

// Three rows of the table are enough, and the same three serve every call: mending compares hundreds of words.
let before = new Uint8Array(longest + 1)
let previous = new Uint8Array(longest + 1)
let current = new Uint8Array(longest + 1)

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (F. Damerau, 1964). */
export function editDistance(a: string, b: string): number {
  const height = Math.min(a.length, longest)
  const width = Math.min(b.length, longest)
  for (let j = 0; j <= width; j++) previous[j] = j
  for (let i = 1; i <= height; i++) {
    current[0] = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (letter === other ? 0 : 1))
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1)
      current[j] = cost
    }
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  return previous[width]!
}
