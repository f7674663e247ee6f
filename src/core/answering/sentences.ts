import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'

const sentenceEnd = /(?<=[.!?…])\s+|\n+/u

/** The sentences of a text. */
export function sentencesIn(text: string): string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence.trim() !== '')
}

/** What an entry says, in a language, sentence by sentence: its statements, then its text. */
export function sentencesOf({ says, text }: Pick<Entry, 'says' | 'text'>, language: Language): string[] {
  return [...says.map((statement) => statement.text), text].flatMap((one) => sentencesIn(wordsIn(one, language) ?? ''))
}
