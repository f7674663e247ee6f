/**
 * A table from values to words, written shortly: `{ '1…3': 'one, two, three', 100: 'hundred|hundreds' }`; "|" stands
 * between
 * words for one value. With `endings` each word is a beginning that one of them follows.
 */
export function numbered(
  table: Readonly<Record<string, string>>,
  endings: readonly string[] = [''],
): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>()
  for (const [key, list] of Object.entries(table)) {
    const first = Number.parseInt(key, 10)
    for (const [offset, alternatives] of list.split(',').entries()) {
      const forms = alternatives.split('|').flatMap((form) => endings.map((ending) => form.trim() + ending))
      words.set(first + offset, forms)
    }
  }
  return words
}
