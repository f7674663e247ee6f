import type { Language } from '../../knowledge/language.ts'
import type { Platform } from './people.ts'

/** Somebody called an answer wrong. */
export type Feedback = {
  readonly platform: Platform
  readonly person: string
  readonly language: Language
  /** What was asked, if that is still known. */
  readonly question: string | undefined
  /** The id of the entry that the answer spoke of. */
  readonly entry: string
  readonly at: Date
}

export type FeedbackStore = {
  readonly add: (feedback: Feedback) => Promise<void>
  /** The latest first. */
  readonly latest: (most: number) => Promise<Feedback[]>
}
