import { editDistance } from '../text/edit-distance.ts'
import { foldKazakh } from '../text/normalise.ts'
import { askingWordsInFull } from './asked.ts'
import { ordinalWords } from './numerals.ts'
import { functionWords } from './question-words.ts'

/** Shorter words are one letter away from too many others. */
const shortestMended = 4

const mendable = [...askingWordsInFull, ...ordinalWords].filter((word) => word.length >= shortestMended)

/** The function word whose neighbouring letters were swapped ("teh", "adn"): too short for any other mending. */
export function unswap(word: string): string | undefined {
  if (word.length < 3 || word.length > 4) return undefined
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (swapped !== word && functionWords.has(foldKazakh(swapped))) return swapped
  }
  return undefined
}

/** The question word or ordinal that a mistyped word stands for ("wehn", "кагда", "thrid"), if it is one slip away. */
export function mendQuestionWord(word: string): string | undefined {
  const folded = foldKazakh(word)
  if (folded.length < shortestMended) return undefined
  return mendable.find(
    (known) =>
      Math.abs(known.length - folded.length) <= 1 && known[0] === folded[0] && editDistance(known, folded) === 1,
  )
}
