import type { Entry } from '../../knowledge/pack.ts'
import type { Question } from '../understanding/question.ts'

/** The facet that a question plainly asks for and of which the source says nothing here; undefined when it can be told. */
export function missingFacet(entry: Entry, { asked }: Question): 'when' | 'where' | 'who' | undefined {
  if (entry.type !== 'event') return undefined
  const says = (facet: 'when' | 'where' | 'who'): boolean => entry.says.some(({ about }) => about === facet)
  if (asked.size === 1 && asked.has('when') && !entry.dates && !says('when')) return 'when'
  if (asked.size === 1 && asked.has('where') && entry.place === undefined && !says('where')) return 'where'
  const people = entry.people.length + entry.organisations.length
  if (asked.size === 1 && asked.has('who') && people === 0 && !says('who')) return 'who'
  return undefined
}
