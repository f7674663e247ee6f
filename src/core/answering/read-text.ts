import { asLanguage, languageOfText, type Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { tokenise } from '../text/tokenise.ts'
import { asks } from './message.ts'
import { guessEverydayLanguage } from '../understanding/everyday-language.ts'
import { readQuestion } from '../understanding/question.ts'

/** What can be told of a text that is to be passed on, not answered. */
export type TextFacts = {
  /** The language that its words are of; undefined where they may be of several, or are none. */
  readonly language: Language | undefined
  /** Whether it looks like a question to the bot: one line that asks. */
  readonly asks: boolean
}

/** Tells what can be told of a text at a moment. */
export type TextReader = (text: string, now: Date) => TextFacts

/** Longer lines are told, not asked. */
const longestQuestion = 120

/** Addresses, numbers and names of accounts are of no language. */
const speechless = /https?:\/\/\S+|\S+@\S+|@\w+|[\w-]+\.[a-z]{2,}\b\S*/gi

/** `today`: the day at the venue (YYYY-MM-DD). */
export function readText(text: string, { reader }: Pick<KnowledgeBase, 'reader'>, today: string): TextFacts {
  const words = tokenise(text.replaceAll(speechless, ' ')).filter((word) => /\p{L}/u.test(word))
  const line = text.trim()
  const short = line !== '' && !line.includes('\n') && line.length <= longestQuestion
  return { language: languageOfWords(words, reader), asks: short && looksAsked(line, reader, today) }
}

/** By its words; where they leave it open, by the one language that is written in their letters alone. */
function languageOfWords(words: readonly string[], reader: KnowledgeBase['reader']): Language | undefined {
  const guessed = asLanguage(guessEverydayLanguage(words) ?? reader.guessLanguage(words))
  const looks = languageOfText(words.join(' '))
  if (words.length === 0) return undefined
  return guessed ?? (languageOf(looks).script === 'Latin' && words.some((word) => word.length > 2) ? looks : undefined)
}

function looksAsked(line: string, reader: KnowledgeBase['reader'], today: string): boolean {
  const question = readQuestion(line, reader, today)
  return /\?\s*$/.test(line) || question.words[0]?.role === 'asking' || asks(question)
}
