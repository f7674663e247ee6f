import type { Entry } from '../../knowledge/pack.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { saysMark, textsOf } from './says-mark.ts'

const currency = /\p{Sc}/u

/** Whether an entry tells of money, or that something is free, in any language: what it costs may be told by that. */
export function saysMoney(entry: Entry, knowledge: Pick<KnowledgeBase, 'pack' | 'reader'>): boolean {
  const texts = textsOf(entry)
  const hasSign = texts.some((text) => Object.values(text).some((words) => currency.test(words)))
  return entry.details.prices !== undefined || hasSign || saysMark(texts, 'money', knowledge)
}
