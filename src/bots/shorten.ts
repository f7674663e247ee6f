const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** At most so many UTF-16 units, cut between letters as people see them, with "…" where something is left out. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${beginning(text, most - 1).trimEnd()}…`
}

/** The longest beginning of a text that has at most so many UTF-16 units and ends between letters. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of letters.segment(text.slice(0, most + longestLetter))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  // One "letter" of combining marks longer than the limit: cut between code points at least.
  return end > 0 ? text.slice(0, end) : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

/** An emoji of a family with skin colours has some 40 units. */
const longestLetter = 64
