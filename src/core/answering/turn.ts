import type { Language } from '../../knowledge/language.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Candidate } from '../search/ranking.ts'
import type { Question } from '../understanding/question.ts'
import type { Wording } from './compose.ts'
import type { Context } from './dialogue.ts'
import type { Claim } from './verdict.ts'

/** Everything that an answer depends on: the question as understood, what was found for it, and its circumstances. */
export type Turn = {
  readonly knowledge: KnowledgeBase
  readonly question: Question
  readonly candidates: readonly Candidate[]
  /** Whether it is understood without what was said before. */
  readonly isAlone: boolean
  readonly language: Language
  readonly now: Date
  readonly context: Context | undefined
}

/** How an entry is put into words in this turn. */
export function wordingOf({ knowledge, question, language, now }: Turn, claim: Claim = {}): Wording {
  const terms = question.words
    .filter(({ role }) => role === 'content')
    .flatMap((word) => word.terms.map(({ term }) => term))
  return { ...plainWording(knowledge, language, now), asked: question.asked, terms: new Set(terms), ...claim }
}

/** How an entry is put into words when nothing in particular was asked of it. */
export function plainWording({ pack, reader }: KnowledgeBase, language: Language, now: Date): Wording {
  return { pack, termOf: reader.termOf, language, now, asked: new Set(), terms: new Set() }
}
