import type { Entry } from '../../knowledge/pack.ts'
import type { Facet } from '../../knowledge/schema.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { foldKazakh } from '../text/normalise.ts'
import type { Question } from '../understanding/question.ts'
import type { Turn } from './turn.ts'

/** Whether "topics" or "participants" comes after a list that has neither: then it is a question of its own. */
export function startsAnew({ context, question: { asked, words }, knowledge: { entries, pack } }: Turn): boolean {
  const last = entries.get(context?.entries[0] ?? '')
  if (last?.type !== 'list' || words.length > 1) return false
  const says = (facet: Facet): boolean => last.says.some(({ about }) => about === facet)
  const hasPeople = last.members.some((id) => pack.organisations.has(id))
  return (asked.has('topic') && !says('topic')) || (asked.has('who') && !says('who') && !hasPeople)
}

/** What the whole pack is about: "when and where?", asked of nothing in particular. */
export function packSubject({ pack, entries }: KnowledgeBase): Entry | undefined {
  return pack.subject === undefined ? undefined : entries.get(pack.subject)
}

/** "2" after three readings were offered. */
export function chosenOption({ context, question, knowledge }: Turn): Entry | undefined {
  const [numeral] = question.numerals
  if (!numeral || question.words.length > numeral.to - numeral.from) return undefined
  const option = context?.options[numeral.value - 1]
  return option && knowledge.entries.get(option.id)
}

/** "And the second?" after the third consultation: the one of its kind with that number. */
export function siblingOf(last: Entry, { question, knowledge }: Turn): Entry | undefined {
  const value = question.numerals[0]?.value ?? neighbourOf(last, question)
  if (value === undefined) return undefined
  const members = last.members.flatMap((id) => knowledge.entries.get(id) ?? [])
  const family =
    members.length > 0
      ? members
      : knowledge.pack.entries.filter(({ type, kind }) => type === last.type && kind === last.kind)
  return family.find(({ ordinal }) => ordinal === value)
}

/** "And the next one?": the number after, or before, the last one's. */
function neighbourOf({ ordinal }: Entry, { words }: Question): number | undefined {
  if (ordinal === undefined) return undefined
  const folded = words.map(({ text }) => foldKazakh(text))
  if (folded.some((word) => /^(next|following|следующ|келеси)/.test(word))) return ordinal + 1
  return folded.some((word) => /^(previous|предыдущ|алдынгы)/.test(word)) ? ordinal - 1 : undefined
}
