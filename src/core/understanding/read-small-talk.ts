import { normalise } from '../text/normalise.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Grammar } from './grammar.ts'
import { otherReadings } from './readings.ts'
import { readSigns } from './signs.ts'
import { findSmallTalk, type SmallTalkFound } from './small-talk.ts'
import type { WordReader } from './word.ts'

/** Words in a message that is looked at in all other layouts and letters, to find small talk in it. */
const mostReread = 8

type Talked = {
  /** What was typed, and its words as read, likeliest first. */
  readonly text: string
  readonly readings: readonly (readonly string[])[]
  /** Whether a word is known to the pack or to a table: then it is no slip. */
  readonly isKnown: (word: string) => boolean
}

/** Small talk in the reading chosen, or else in another one: a message that is all phrases is proof enough. */
export function readSmallTalk(
  { text, readings, isKnown }: Talked,
  { grammar, languages }: Pick<WordReader, 'languages'> & { readonly grammar: Grammar },
): SmallTalkFound | undefined {
  const typed = tokenise(text)
  if (typed.length <= 1) {
    const sign = readSigns(text)
    if (sign || typed.length === 0) return sign
  }
  const different = new Map([typed, ...readings].map((words) => [words.join(' '), words]))
  for (const words of different.values()) {
    const talk = findSmallTalk(words, grammar, isKnown)
    if (talk) return talk
  }
  const strange = typed.filter((word) => !isKnown(word)).length
  if (typed.length > mostReread || strange * 2 < typed.length) return undefined
  for (const { words, how } of otherReadings(text, normalise(text), languages)) {
    const talk = findSmallTalk(words, grammar, how === 'latin' ? isKnown : () => true)
    if (talk) return talk
  }
  return undefined
}
