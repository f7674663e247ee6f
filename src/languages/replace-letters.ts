/** The word with each letter of the table replaced. */
export function replaceLetters(word: string, table: Readonly<Record<string, string>>): string {
  let replaced = ''
  for (const letter of word) replaced += table[letter] ?? letter
  return replaced
}
