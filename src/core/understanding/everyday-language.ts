import { languages, type Language } from '../../knowledge/language.ts'
import { allLanguages } from '../../languages/known/all.ts'
import { readTalkExamples } from '../../languages/talk-examples.ts'
import { readConcepts } from '../../lexicon/concepts.ts'
import { tokenise } from '../text/tokenise.ts'
import {
  countTrigrams,
  guessLanguage,
  learnLanguage,
  type LanguageGuesser,
  type TrigramCounts,
} from './language-guess.ts'

let guesser: LanguageGuesser | undefined

/**
 * Which language everyday words are in, whatever pack is at hand: learnt from what people say and from the lexicon when
 * it is first asked, which takes a tenth of a second.
 */
export const guessEverydayLanguage: LanguageGuesser = (words) => {
  guesser ??= guessLanguage(
    languages.map((code) => learnLanguage(code, [], everydayTrigrams(code))),
    allLanguages,
  )
  return guesser(words)
}

const countedBefore = new Map<Language, TrigramCounts>()

/** The trigrams of what people say to anybody and of the lexicon's words: the same for every pack, and counted once. */
export function everydayTrigrams(code: Language): TrigramCounts {
  return countedBefore.getOrInsertComputed(code, () => countTrigrams(everydayWords(code)))
}

function everydayWords(code: Language): string[] {
  const said = [...readTalkExamples(code).values()].flat()
  const known = readConcepts().flatMap(({ words }) => words.get(code) ?? [])
  return [...said, ...known].flatMap(tokenise)
}
