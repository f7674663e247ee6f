/** Numbers for terms, in the order of their first use. */
export type Vocabulary = {
  /** The number of a term, or undefined for a term that was never added. */
  idOf(term: string): number | undefined
  readonly terms: readonly string[]
}

/** A vocabulary still being filled. */
export type GrowingVocabulary = Vocabulary & { add(term: string): number }

export function createVocabulary(): GrowingVocabulary {
  const ids = new Map<string, number>()
  const terms: string[] = []
  return {
    terms,
    idOf: (term) => ids.get(term),
    add(term) {
      const known = ids.get(term)
      if (known !== undefined) return known
      ids.set(term, terms.length)
      terms.push(term)
      return terms.length - 1
    },
  }
}
