import { languageOfText, type Language } from '../../../knowledge/language.ts'
import { languageOf } from '../../../languages/known/all.ts'
import type { TextReader } from '../../answering/read-text.ts'
import { blocksOf } from './blocks.ts'
import type { Written } from './written.ts'

/**
 * A message by its languages: each block under its own, or all of it under one. What leaves its language open is in the
 * organizer's, if that is written in such letters.
 */
export function writtenAs(text: string, spoken: Language, now: Date, readText: TextReader): Written {
  return blocksIn(text, now, readText) ?? { [readText(text, now).language ?? openTo(text, spoken)]: text }
}

/** A message by its languages, if it is in several. */
export function blocksIn(text: string, now: Date, readText: TextReader): Written | undefined {
  return blocksOf(text, (block) => readText(block, now).language)
}

function openTo(text: string, spoken: Language): Language {
  const looks = languageOfText(text)
  return languageOf(looks).script === languageOf(spoken).script ? spoken : looks
}
