import type { LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'
import { idIn, stringTable, type StringTable } from '../text/string-table.ts'

/** How often each letter trigram occurs in words of a language, and how many there are in all. */
export type LanguageModel = {
  readonly language: string
  readonly trigrams: StringTable
  readonly counts: Uint32Array
  readonly total: number
}

/** Which language a short text is in; undefined when its words could be of several ("RES 2026?"). */
export type LanguageGuesser = (words: readonly string[]) => string | undefined

/**
 * Naive Bayes over letter trigrams of whole words (W. Cavnar & J. Trenkle, "N-Gram-Based Text Categorization", 1994,
 * with probabilities in place of ranks), learnt from words of each language. Letters are folded, so that Kazakh typed
 * without Kazakh letters is still told from Russian.
 */
export function guessLanguage(models: readonly LanguageModel[], languages: readonly LanguageData[]): LanguageGuesser {
  const ownLetters = new Map(languages.map((language) => [language.code, language.ownLetters]))
  return (words) => {
    const letters = words.filter((word) => /\p{L}{2}/u.test(word))
    if (letters.length === 0) return undefined
    const scores = models.map((model) => {
      let score = 0
      for (const word of letters) {
        for (const trigram of trigramsOf(word)) score += Math.log((countOf(trigram, model) + 0.1) / (model.total + 500))
        if (hasLetterOf(word, ownLetters.get(model.language) ?? '')) score += certain
      }
      return { language: model.language, score }
    })
    const [best, next] = scores.toSorted((a, b) => b.score - a.score)
    return best && best.score - (next?.score ?? -Infinity) >= leastEvidence ? best.language : undefined
  }
}

/** How often trigrams occur, and how many there are in all. */
export type TrigramCounts = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

/** `known`: what other words of the language have already, to which these are added. */
export function learnLanguage(language: string, words: Iterable<string>, known?: TrigramCounts): LanguageModel {
  const { counts, total } = countTrigrams(words, known)
  return { language, trigrams: stringTable([...counts.keys()]), counts: Uint32Array.from(counts.values()), total }
}

function hasLetterOf(word: string, letters: string): boolean {
  return letters !== '' && Array.from(word).some((letter) => letters.includes(letter))
}

function countOf(trigram: string, { trigrams, counts }: LanguageModel): number {
  const id = idIn(trigrams, trigram)
  return id === undefined ? 0 : counts[id]!
}

/** A letter that only one language has outweighs what the other letters suggest, in nats. */
const certain = 10

/** Log-odds below which either language would be a coin toss. */
const leastEvidence = 2

/** Counts the trigrams of words, marked at both ends; added to those `known` before, which stay as they are. */
export function countTrigrams(words: Iterable<string>, known?: TrigramCounts): TrigramCounts {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  const counts = new Map(known?.counts)
  let total = known?.total ?? 0
  for (const [word, often] of times) {
    for (const trigram of trigramsOf(word)) {
      counts.set(trigram, (counts.get(trigram) ?? 0) + often)
      total += often
    }
  }
  return { counts, total }
}

function trigramsOf(word: string): string[] {
  const marked = `^${fold(word)}$`
  return Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3))
}
