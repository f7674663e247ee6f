import type { LanguageData } from '../../languages/language-data.ts'
import { fold } from '../text/normalise.ts'

/** Which language a short text is in; undefined when its words could be of several ("RES 2026?"). */
export type LanguageGuesser = (words: readonly string[]) => string | undefined

/**
 * Naive Bayes over letter trigrams of whole words (W. Cavnar & J. Trenkle, "N-Gram-Based Text Categorization", 1994,
 * with probabilities in place of ranks), learnt from words of each language. Letters are folded, so that Kazakh typed
 * without Kazakh letters is still told from Russian.
 */
export function learnLanguages(wordsOf: ReadonlyMap<LanguageData, Iterable<string>>): LanguageGuesser {
  const models = Array.from(wordsOf, ([language, words]) => ({ code: language.code, own: new Set(language.ownLetters), ...countTrigrams(words) }))
  return (words) => {
    const letters = words.filter((word) => /\p{L}{2}/u.test(word))
    if (letters.length === 0) return undefined
    const scores = models.map(({ code, own, counts, total }) => {
      let score = 0
      for (const word of letters) {
        for (const trigram of trigramsOf(word)) score += Math.log(((counts.get(trigram) ?? 0) + 0.1) / (total + 500))
        if (own.size > 0 && Array.from(word).some((letter) => own.has(letter))) score += certain
      }
      return { code, score }
    })
    const [best, next] = scores.toSorted((a, b) => b.score - a.score)
    return best && best.score - (next?.score ?? -Infinity) >= leastEvidence ? best.code : undefined
  }
}

/** A letter that only one language has outweighs what the other letters suggest, in nats. */
const certain = 10

/** Log-odds below which either language would be a coin toss. */
const leastEvidence = 2

function countTrigrams(words: Iterable<string>): { counts: Map<string, number>; total: number } {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  const counts = new Map<string, number>()
  let total = 0
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
