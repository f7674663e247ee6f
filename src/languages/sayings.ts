/**
 * Phrases between commas, each as it is written: "|" stands between words of which one is said, "?" behind words that
 * may be left out, "_" for a space within one of them. They are thousands in all their variants, which `variantsOf`
 * writes out where a message may be one of them.
 */
export function sayings(text: TemplateStringsArray): string[] {
  return text[0]!
    .replaceAll(/\|\s+/g, '|')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** All variants of a phrase: "кто ты|вы такой|такая?" are six. */
export function variantsOf(phrase: string): string[] {
  let variants = ['']
  for (const part of phrase.split(/\s+/)) {
    const optional = part.endsWith('?')
    const words = alternativesIn(part)
    const longer = variants.flatMap((before) => words.map((word) => `${before} ${word}`.trim()))
    variants = optional ? [...variants, ...longer] : longer
  }
  return variants.filter((one) => one !== '')
}

/** The words of all variants of a phrase. */
export function wordsOf(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((part) => alternativesIn(part).flatMap((words) => words.split(' ')))
}

function alternativesIn(part: string): string[] {
  return (part.endsWith('?') ? part.slice(0, -1) : part).split('|').map((word) => word.replaceAll('_', ' '))
}
