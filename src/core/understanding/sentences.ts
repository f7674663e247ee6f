import { joinCutWords } from '../text/characters.ts'

/** A number before each of several questions: "1. when 2) where". */
const enumeration = /(?:^|\s)\d{1,2}[.)]\s+(?=\p{L})/gu

const behindWord = /(?<=\p{L}{3}|\d{4})(?<!(?<!\d)\d{1,3}\s?\p{L}{0,4}[бвгджзклмнпрстфхцчшщ])/u

/**
 * What closes a sentence, with the smileys and brackets that follow it; a full stop only behind a word of some length,
 * and not behind the abbreviation of what is counted ("1500 чел.", "1,5 тыс.", "25 сент.").
 */
const endings = new RegExp(
  [/[?!…]+[^\p{L}\p{N}]*/u, new RegExp(`${behindWord.source}[.;]+(?=\\s|$)[^\\p{L}\\p{N}]*`, 'u'), /\n+/u]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

/** The sentences of a message, each with its closing signs. A text without any closing sign is one sentence. */
export function sentencesOf(text: string): string[] {
  const whole = joinCutWords(text)
  const items = countOf(whole, enumeration) > 1 ? whole.split(enumeration) : [whole]
  return items
    .flatMap((item) => cutBehind(item, endings))
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
}

/** The parts of a sentence between commas, colons and dashes that stand between blanks. */
export function clausesOf(sentence: string): string[] {
  return cutBehind(sentence, /[,;:]\s+|\s[–—-]\s/gu).filter((one) => /[\p{L}\p{N}]/u.test(one))
}

function cutBehind(text: string, signs: RegExp): string[] {
  const parts: string[] = []
  let from = 0
  for (const { index, 0: sign } of text.matchAll(signs)) {
    parts.push(text.slice(from, index + sign.length))
    from = index + sign.length
  }
  parts.push(text.slice(from))
  return parts
}

function countOf(text: string, pattern: RegExp): number {
  return Array.from(text.matchAll(pattern)).length
}
