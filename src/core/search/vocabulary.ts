/** Numbers for terms, in the order of their first use. */
export type GrowingVocabulary = { readonly terms: readonly string[]; add(term: string): number }

/** An empty vocabulary, kept in a map: it grows while a pack is indexed, and becomes a string table then. */
export function createVocabulary(): GrowingVocabulary {
  const ids = new Map<string, number>()
  const terms: string[] = []
  return {
    terms,
    add(term) {
      const known = ids.get(term)
      if (known !== undefined) return known
      ids.set(term, terms.length)
      terms.push(term)
      return terms.length - 1
    },
  }
}
