import type { Askable } from '../../languages/language-data.ts'
import { meantIn, type Grammar } from './grammar.ts'

/**
 * What a question asks for: a facet of an entry, a list, a yes or no. `whether`: perhaps a yes or no, since nothing but
 * its question mark asks ("Саммит в Алматы?").
 */
export type Asked = Askable | 'whether'

/** What the words of a question ask for, and which of the words say so. */
export type AskedFor = { readonly asked: ReadonlySet<Asked>; readonly words: ReadonlySet<number> }

/**
 * Reads normalised words; a word group such as "how many" is taken before the "how" in it. `isCounted`: whether a
 * number stands before a word: "1500 participants" does not ask who they are.
 */
export function findAsked(
  words: readonly string[],
  grammar: Grammar,
  language?: string,
  isCounted: (at: number) => boolean = () => false,
): AskedFor {
  const asked = new Set<Asked>()
  const used = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    const found = grammar.asking.at(words, at)
    const meant = found && meantIn(found.meanings, words[at]!, language, grammar)
    if (!found || !meant || meant.length === 0) continue
    if (isCounted(at) && meant.includes('who')) continue
    for (const one of meant) if (one !== 'nothing') asked.add(one)
    for (let offset = 0; offset < found.length; offset++) used.add(at + offset)
    at += found.length - 1
  }
  if (grammar.opensYesNo(words[0] ?? '')) asked.add('yes-no')
  return { asked, words: used }
}
