import { editDistance } from '../text/edit-distance.ts'
import { fold } from '../text/normalise.ts'
import { consonantsOf } from '../text/term.ts'
import { isFinerTime } from './finer-time.ts'
import type { Grammar } from './grammar.ts'

/** Longer words for times are mended. */
const longestShort = 5

/** Shorter words are one letter away from too many others. */
const shortestMended = 4

/** The function word whose neighbouring letters were swapped ("teh", "adn"): too short for any other mending. */
export function unswap(word: string, { isFunction }: Grammar): string | undefined {
  if (word.length < 3 || word.length > 4) return undefined
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (swapped !== word && isFunction(swapped)) return swapped
  }
  return undefined
}

/** The word that asks, of which a finger wrote a letter twice ("гдее", "whoo"). */
export function undouble(word: string, { askingWords }: Grammar): string | undefined {
  const once = word.replaceAll(/(\p{L})\1+/gu, '$1')
  return once !== word && askingWords.has(fold(once)) ? once : undefined
}

const mendable = new Map<Grammar, readonly string[]>()

/**
 * The question word or ordinal that a mistyped word stands for ("wehn", "кагда", "thrid"), if one is a single slip
 * away.
 */
export function mendQuestionWord(word: string, grammar: Grammar): string | undefined {
  const folded = fold(word)
  if (folded.length < shortestMended - 1) return undefined
  const near = mendable
    .getOrInsertComputed(grammar, mendableIn)
    .filter(
      (known) =>
        Math.abs(known.length - folded.length) <= 1 && known[0] === folded[0] && editDistance(known, folded) === 1,
    )
  // A vowel written as it sounds is the likeliest slip: "кагда" is "когда" and not "кайда".
  return near.find((known) => consonantsOf(known) === consonantsOf(folded)) ?? near[0]
}

function mendableIn({ askingWords, numerals }: Grammar): string[] {
  // "Lift" is not "left", nor "tall" "till": what asks for a time is mended only where it is long enough to be told.
  const words = [...askingWords]
    .filter(([word, asked]) => word.length > longestShort || ![...asked].every(isFinerTime))
    .map(([word]) => word)
  return [...words, ...numerals.ordinals].filter((word) => word.length >= shortestMended)
}
