import type { Entry } from '../../knowledge/pack.ts'
import { saysSomething } from '../understanding/word.ts'
import { alike, certain } from './parameters.ts'
import type { Findings } from './rule.ts'

/** "And in which year did he confirm it?", after who proposed it: what is asked in so many words of another entry. */
export function isAskedOfAnother(last: Entry, { question, best, confidence }: Findings): boolean {
  if (!best || best.entry === last || best.entry.type === 'gap' || question.pointsBack) return false
  const says = question.words.some((word) => saysSomething(word) && !word.marks.has('event'))
  return says && confidence >= certain && best.candidate.example > alike
}
