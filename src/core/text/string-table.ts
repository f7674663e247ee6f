/**
 * Strings numbered from 0, all in one text, and a hash table that finds them: three flat pieces that can be written
 * to a file and used as they were read, without an object for each string.
 */
export type StringTable = {
  /** All strings, one after the other. */
  readonly text: string
  /** String n is text[start[n], start[n + 1]). */
  readonly start: Uint32Array
  /** Open addressing, its length a power of two: a number plus one, or 0 for an empty slot. */
  readonly slots: Uint32Array
}

/** Numbers the strings by their places. They must differ from one another. */
export function stringTable(strings: readonly string[]): StringTable {
  const start = new Uint32Array(strings.length + 1)
  strings.forEach((string, id) => (start[id + 1] = start[id]! + string.length))
  // At most two thirds full, so that a search ends after a step or two.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(1.5 * strings.length + 2)))
  strings.forEach((string, id) => {
    let slot = hashOf(string) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = id + 1
  })
  return { text: strings.join(''), start, slots }
}

/** The number of a string, or undefined for one that the table does not have. */
export function idIn({ text, start, slots }: StringTable, string: string): number | undefined {
  let slot = hashOf(string) & (slots.length - 1)
  // Counted, so that a table from a damaged file ends too.
  for (let steps = 0; steps < slots.length && slots[slot] !== 0; steps++) {
    const id = slots[slot]! - 1
    const length = start[id + 1]! - start[id]!
    if (length === string.length && text.startsWith(string, start[id])) return id
    slot = (slot + 1) & (slots.length - 1)
  }
  return undefined
}

export function stringAt({ text, start }: StringTable, id: number): string {
  return text.slice(start[id], start[id + 1])
}

export function sizeOf({ start }: StringTable): number {
  return start.length - 1
}

/**
 * FNV-1a over UTF-16 units: G. Fowler, L. C. Noll, K.-P. Vo; with its high bits folded in, since only low ones are
 * used.
 */
function hashOf(string: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < string.length; at++) hash = Math.imul(hash ^ string.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
