import type { ConceptMention } from '../understanding/concepts.ts'
import { idIn } from '../text/string-table.ts'
import type { Question } from '../understanding/question.ts'
import type { Check } from './agreement.ts'
import { information } from './bm25.ts'
import { entriesHolding, type EntryIndex } from './entry-index.ts'
import { holds } from './inverted-index.ts'
import { askingShare } from './parameters.ts'

/** How far an entry accounts for a question. Shares are of the question's information, in nats. */
export type Covered = {
  /** The share that the entry's words, questions and typed data account for. */
  readonly coverage: number
  /** The places of the question's content words that they do not. */
  readonly missing: readonly number[]
}

/** One word of the question: what it is worth, and which terms account for it, to what degree. */
type QuestionPart = { readonly at: number; readonly content: boolean; readonly worth: number }

/**
 * Measures how much of the question an entry accounts for. A word that the pack lacks counts as much as its rarest
 * word: "parking" carries the question, whatever else fits.
 */
export function measureCoverage(
  question: Question,
  mentions: readonly ConceptMention[],
  index: EntryIndex,
): (entry: number, checks: readonly Check[]) => Covered {
  const { vocabulary, text } = index
  const parts: QuestionPart[] = []
  const wanted = new Map<number, { part: number; weight: number }[]>()
  question.words.forEach((word, at) => {
    const ids = new Map<number, number>()
    const put = (term: string, weight: number): void => {
      const id = idIn(vocabulary, term)
      if (id !== undefined) ids.set(id, weight)
    }
    for (const { term, weight } of word.terms) put(term, weight)
    if (word.role === 'function' || (word.role === 'asking' && ids.size === 0)) return
    for (const { concept, from, to } of mentions) if (from <= at && at < to) put(concept, 1)
    const holders = Math.max(0, ...Array.from(ids.keys(), (id) => entriesHolding(index, id)))
    const worth = (word.role === 'asking' ? askingShare : 1) * information(text.documents, Math.max(0.5, holders))
    for (const [id, weight] of ids) wanted.getOrInsertComputed(id, () => []).push({ part: parts.length, weight })
    parts.push({ at, content: word.role === 'content', worth })
  })
  const total = parts.reduce((sum, { worth }) => sum + worth, 0)
  return (entry, checks) => {
    // What typed data confirm or deny is accounted for either way.
    const degrees = parts.map(({ at }): number => (checks.some(({ from, to }) => from <= at && at < to) ? 1 : 0))
    for (const [term, uses] of wanted) {
      if (!holds(index.text, term, entry) && !holds(index.questions, term, entry)) continue
      for (const { part, weight } of uses) if (weight > degrees[part]!) degrees[part] = weight
    }
    return {
      coverage: total === 0 ? 0 : parts.reduce((sum, { worth }, at) => sum + worth * degrees[at]!, 0) / total,
      missing: parts.flatMap(({ at, content }, part) => (content && degrees[part] === 0 ? [at] : [])),
    }
  }
}
