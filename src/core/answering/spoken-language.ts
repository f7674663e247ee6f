import { asLanguage, type Language } from '../../knowledge/language.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { Question } from '../understanding/question.ts'
import type { Word } from '../understanding/word.ts'

/** Longer ones are sentences, or so nearly that their words tell. */
const mostNames = 2

/**
 * The language to answer in: the one chosen; else that of a phrase everybody knows, which is too short to guess by, or
 * of the question. `hint`: goes before what a name or two look like ("саммит", "UNICEF"), which may be of any language.
 */
export function spokenIn(
  {
    language,
    hint,
    defaultLanguage,
  }: { language?: Language | undefined; hint?: Language | undefined; defaultLanguage: Language },
  { smallTalk, language: typed, words }: Pick<Question, 'smallTalk' | 'language' | 'words'>,
): Language {
  if (language !== undefined) return language
  const said = asLanguage(smallTalk?.language)
  if (said !== undefined) return said
  if (hint !== undefined && isOpen(words, hint, typed)) return hint
  return asLanguage(typed) ?? hint ?? defaultLanguage
}

/** Whether words that look like one language may as well be of another: names alone, in its letters or in capitals. */
function isOpen(words: readonly Word[], hint: Language, typed: string | undefined): boolean {
  if (words.length > mostNames || words.some(({ role }) => role !== 'content')) return false
  const { ownLetters } = languageOf(asLanguage(typed) ?? hint)
  const isOwn = words.some(({ text }) => Array.from(text).some((letter) => ownLetters.includes(letter)))
  if (isOwn && typed !== hint) return false
  return words.every(({ text, typed: word = text }) => isIn(text, hint) || /^[\p{Lu}\p{N}]+$/u.test(word))
}

function isIn(word: string, language: Language): boolean {
  return !/\p{L}/u.test(word.replaceAll(new RegExp(`\\p{Script=${languageOf(language).script}}`, 'gu'), ''))
}
