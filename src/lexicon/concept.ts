/**
 * A concept of everyday life or of public events: the words for it in each language, from official to slangy, and how
 * it is related to others. Usable by every pack: only words that a pack has lead anywhere.
 */
export type Concept = {
  readonly id: string
  /** By language code; a word may be a group of words. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** What it is a kind of, or a part of. */
  readonly kinds: readonly string[]
  /** What it has to do with. */
  readonly near: readonly string[]
}
