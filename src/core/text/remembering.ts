/** `find` that remembers what it found for each word of each language; for as many words as it is kept for. */
export function remembering<Language, Found>(
  find: (word: string, language: Language) => Found,
): (word: string, language: Language) => Found {
  const known = new Map<Language, Map<string, Found>>()
  return (word, language) =>
    known.getOrInsertComputed(language, () => new Map()).getOrInsertComputed(word, () => find(word, language))
}
