/**
 * Phrases between commas in all their variants: "|" stands between words of which one is said, "?" behind words that
 * may be left out, "_" for a space within one of them. sayings`кто ты|вы такой|такая?` are six phrases.
 */
export function sayings(text: TemplateStringsArray): string[] {
  return text[0]!
    .replaceAll(/\|\s+/g, '|')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .flatMap(variantsOf)
}

function variantsOf(phrase: string): string[] {
  let variants = ['']
  for (const part of phrase.split(/\s+/)) {
    const optional = part.endsWith('?')
    const words = (optional ? part.slice(0, -1) : part).split('|').map((word) => word.replaceAll('_', ' '))
    const longer = variants.flatMap((before) => words.map((word) => `${before} ${word}`.trim()))
    variants = optional ? [...variants, ...longer] : longer
  }
  return variants.filter((one) => one !== '')
}
