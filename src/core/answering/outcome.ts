import type { Entry } from '../../knowledge/pack.ts'
import type { Question } from '../understanding/question.ts'

/**
 * Whether a question wants to know what became of something that the source only expects: "was the declaration
 * adopted?". A source written before cannot say. "Were 1,500 delegates expected?" asks for what it does say.
 */
export function asksOutcome({ asked, words }: Question, entry: Entry): boolean {
  if (!entry.expected || !asked.has('yes-no')) return false
  if (words.some(({ marks }) => marks.has('expectation'))) return false
  return words.some(({ marks }, at) => marks.has('past') || (at === 0 && marks.has('past opener')))
}
