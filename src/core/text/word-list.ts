/** The words of a list written as one text: `one two three`. Each of them once. */
export function wordsOf(list: string): string[] {
  return [...new Set(list.split(/\s+/).filter((word) => word !== ''))]
}

/** The phrases of a list written as one text, a comma or a line's end between them: `how many, how much`. Each once. */
export function phrasesOf(list: string): string[] {
  const phrases = list.split(/[,\n]/).map((phrase) => phrase.trim())
  return [...new Set(phrases.filter((phrase) => phrase !== ''))]
}

/** A test for words of a list written as one text; a word that ends in `*` stands for all that begin with it. */
export function matcherOf(list: string): (word: string) => boolean {
  const words = wordsOf(list)
  const whole = new Set(words.filter((word) => !word.endsWith('*')))
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}
