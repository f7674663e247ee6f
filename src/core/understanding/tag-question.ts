import { tokenise } from '../text/tokenise.ts'
import type { Grammar } from './grammar.ts'

/** Behind the last comma, as "isn't it?", "не так ли?" and "солай ма?" stand. */
const lastClause = /,\s*([^,?]{2,24})\?*[^\p{L}\p{N}]*$/u

const mostWords = 3

/**
 * A statement and what asks at its end whether it is so ("…, isn't it?"), which denies nothing. Without such an end the
 * text stays as it is.
 */
export function withoutTag(text: string, grammar: Grammar): { readonly text: string; readonly hasTag: boolean } {
  const found = lastClause.exec(text)
  const words = tokenise(found?.[1] ?? '')
  if (!found || words.length === 0 || words.length > mostWords) return { text, hasTag: false }
  const isTag = (word: string): boolean =>
    (grammar.marks.at([word], 0)?.meanings ?? []).some(({ what }) => what === 'negation' || what === 'whether')
  const isEmpty = (word: string): boolean => grammar.isFunction(word) && grammar.asking.at([word], 0) === undefined
  const hasTag = words.some(isTag) && words.every((word) => isTag(word) || isEmpty(word))
  return hasTag ? { text: `${text.slice(0, found.index)}?`, hasTag } : { text, hasTag }
}
