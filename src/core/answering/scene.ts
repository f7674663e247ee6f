import type { Language } from '../../knowledge/language.ts'
import type { Library } from '../library.ts'
import type { Candidate } from '../search/ranking.ts'
import type { Question } from '../understanding/question.ts'
import type { Wording } from './compose.ts'
import type { Context } from './dialogue.ts'

/** Everything that an answer depends on: the question as understood, what was found for it, and its circumstances. */
export type Scene = {
  readonly library: Library
  readonly question: Question
  readonly candidates: readonly Candidate[]
  readonly language: Language
  readonly now: Date
  readonly context: Context | undefined
}

/** How an entry is put into words in this scene. */
export function wordingOf({ library, question, language, now }: Scene, verdict?: 'yes' | 'no'): Wording {
  const terms = question.words
    .filter(({ role }) => role === 'content')
    .flatMap((word) => word.terms.map(({ term }) => term))
  return {
    pack: library.pack,
    termOf: library.reader.termOf,
    language,
    now,
    asked: question.asked,
    terms: new Set(terms),
    verdict,
  }
}
