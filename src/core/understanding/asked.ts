import type { Askable } from '../../languages/language-data.ts'
import { isFinerTime } from './finer-time.ts'
import { meantIn, type Grammar } from './grammar.ts'

/**
 * What a question asks for: a facet of an entry, a list, a yes or no. `whether`: perhaps a yes or no, since nothing but
 * its question mark asks ("Саммит в Алматы?").
 */
export type Asked = Askable | 'whether'

/** What the words of a question ask for, and which of the words say so. */
export type AskedFor = {
  readonly asked: ReadonlySet<Asked>
  readonly words: ReadonlySet<number>
  /**
   * Those of the words that ask for nothing but a time finer than when ("start", "left"): where no time is asked, they
   * say something.
   */
  readonly timeWords: ReadonlySet<number>
  /**
   * Whether "how many" counts a thing that is named behind it ("how many seats are left"), or there is more to count
   * than
   * the event of which days are left.
   */
  readonly counts: boolean
}

/**
 * What numbers and dates have of the words. `isCounted`: whether a number stands before a word: "1500 participants"
 * does not ask who they are. `inRange`: the words of ranges of dates: "until the end of May" asks for no end.
 */
type Claimed = { readonly isCounted: (at: number) => boolean; readonly inRange: ReadonlySet<number> }

function asksWhether(word: string, grammar: Grammar): boolean {
  return grammar.asking.at([word], 0)?.meanings.every(({ what }) => what === 'yes-no') ?? false
}

/**
 * Reads normalised words; a word group such as "how many" is taken before the "how" in it.
 */
export function findAsked(
  words: readonly string[],
  grammar: Grammar,
  language?: string,
  { isCounted, inRange }: Claimed = { isCounted: () => false, inRange: new Set() },
): AskedFor {
  const asked = new Set<Asked>()
  const used = new Set<number>()
  const timeWords = new Set<number>()
  let counts = false
  for (let at = 0; at < words.length; at++) {
    const found = inRange.has(at) ? undefined : grammar.asking.at(words, at)
    const meant = found && meantIn(found.meanings, words[at]!, language, grammar)
    if (!found || !meant || meant.length === 0) continue
    if (isCounted(at) && meant.includes('who')) continue
    // "Over" says that something has ended only behind what it is said of: "over 20 initiatives" does not.
    const isOver = words
      .slice(at + found.length)
      .every((word) => grammar.isFunction(word) || asksWhether(word, grammar))
    for (const one of meant) if (one !== 'nothing' && (one !== 'over' || isOver)) asked.add(one)
    for (let offset = 0; offset < found.length; offset++) {
      used.add(at + offset)
      if (meant.every(isFinerTime)) timeWords.add(at + offset)
    }
    const next = words[at + found.length]
    if (meant.includes('number') && next !== undefined && !grammar.isFunction(next))
      counts ||= grammar.asking.at(words, at + found.length) === undefined
    at += found.length - 1
  }
  // "Can you tell me …" asks politely, and whatever follows.
  if (!used.has(0) && grammar.opensYesNo(words[0] ?? '')) asked.add('yes-no')
  const subjects = words.filter((word, at) => !used.has(at) && !grammar.isFunction(word)).length
  if (asked.has('number') && !asked.has('duration') && subjects > 1) counts = true
  return { asked, words: used, timeWords, counts }
}
