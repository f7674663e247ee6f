import type { LanguageData } from '../../languages/language-data.ts'
import { patternTable, type PatternTable } from '../text/patterns.ts'

/**
 * Whether a sentence says yes or no to what is asked of it. `open`: it limits it, doubts it, or denies something else.
 */
export type Polarity = 'affirms' | 'denies' | 'open'

/** What a word of a text does to those beside it. `opposes`: it says no in a way of its own ("cancelled"). */
type Turn = 'denies what follows' | 'denies what precedes' | 'opposes' | 'limits' | 'modal'

type Words = {
  readonly turns: PatternTable<Turn>
  readonly answers: PatternTable<true>
  readonly isNegative: (word: string) => boolean
}

const known = new Map<LanguageData, Words>()

const wordsOf = (language: LanguageData): Words => known.getOrInsertComputed(language, compile)

function compile(language: LanguageData): Words {
  const { negation, denyingBefore, negativeEndings, denial, comparison, limitation, modality, answers } = language
  return {
    turns: patternTable<Turn>([
      ['denies what follows', negation.filter((group) => !denyingBefore.includes(group))],
      ['denies what precedes', denyingBefore],
      ['opposes', denial],
      ['limits', [...limitation, ...comparison]],
      ['modal', modality],
    ]),
    answers: patternTable([[true, answers]]),
    isNegative: (word) =>
      negativeEndings.some((ending) => word.length - ending.length >= shortestNegated && word.endsWith(ending)),
  }
}

const shortestNegated = 3

/** Whether a text begins with a word that is an answer by itself: "No.", "Unfortunately not". */
export function answersItself(words: readonly string[], language: LanguageData): boolean {
  return words.length > 0 && wordsOf(language).answers.at(words, 0) !== undefined
}

/** Whether the word at a place turns what is said (denies, limits, allows) rather than naming anything. */
export function isTurnAt(words: readonly string[], at: number, language: LanguageData): boolean {
  return wordsOf(language).turns.at(words, at) !== undefined
}

/** What the reader of a sentence knows of its words. */
export type SentenceReading = {
  /** Whether the question has the word at a place too. */
  readonly isAsked: (at: number) => boolean
  /** Whether a word carries no subject. */
  readonly isIdle: (word: string) => boolean
  /** Whether the question asks what one may, can or must do; undefined where that is no matter. */
  readonly asksModal: boolean | undefined
}

/**
 * The polarity of a sentence towards the words of it that are asked for. A single negation that stands at one of those
 * words denies them; two of them, one at another word, or a word that limits or opposes leave it open. Words of the
 * question itself turn nothing: "Smoking is prohibited" affirms what "is smoking prohibited?" asks.
 */
export function polarityOf(words: readonly string[], language: LanguageData, reading: SentenceReading): Polarity {
  const { turns, isNegative } = wordsOf(language)
  const denied: boolean[] = []
  let modal = false
  for (let at = 0; at < words.length; at++) {
    const found = turns.at(words, at)
    const turned = found?.meanings ?? []
    const asked = Array.from({ length: found?.length ?? 1 }, (_, offset) => at + offset).every(reading.isAsked)
    if (!asked && (turned.includes('limits') || turned.includes('opposes'))) return 'open'
    if (turned.includes('modal')) modal = true
    if (turned.includes('denies what follows'))
      denied.push(deniesAsked(at + found!.length, 1) ?? deniesAsked(at - 1, -1) ?? false)
    else if (turned.includes('denies what precedes'))
      denied.push(deniesAsked(at - 1, -1) ?? deniesAsked(at + 1, 1) ?? false)
    else if (isNegative(words[at]!)) denied.push(asked || (turned.includes('modal') && (reading.asksModal ?? true)))
    at += (found?.length ?? 1) - 1
  }
  if (reading.asksModal !== undefined && modal !== reading.asksModal) return 'open'
  if (denied.length === 0) return 'affirms'
  return denied.length === 1 && denied[0] ? 'denies' : 'open'

  /**
   * Whether the nearest word on a side that says something is one that the question has; undefined if there is none.
   */
  function deniesAsked(from: number, step: 1 | -1): boolean | undefined {
    for (let at = from; at >= 0 && at < words.length; at += step) {
      if (turns.at(words, at)?.meanings.includes('modal')) return reading.asksModal ?? true
      if (reading.isAsked(at)) return true
      if (!reading.isIdle(words[at]!)) return false
    }
    return undefined
  }
}
