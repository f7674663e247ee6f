/**
 * Word groups in which `*` stands for any ending of the word before it ("участник*"). They are written as the language
 * is; letters that people replace by others (`typedAs`) are compared as replaced.
 */
export type Phrases = readonly string[]

/** Word groups between commas, as a list: phrases`where, how many`. White space and line ends count as one space. */
export function phrases(text: TemplateStringsArray): string[] {
  return text[0]!
    .split(',')
    .map((one) => one.trim().replaceAll(/\s+/g, ' '))
    .filter((one) => one !== '')
}

/** Words between white space, as a list. */
export function words(text: TemplateStringsArray): string[] {
  return text[0]!.split(/\s+/).filter((one) => one !== '')
}

/** Pairs of spellings between white space, each as FROM:TO. */
export function spellings(text: TemplateStringsArray): (readonly [string, string])[] {
  return words(text).map((pair) => pair.split(':') as [string, string])
}
