import type { FieldChange } from './merge.ts'
import type { Fields, ItemKind } from './item.ts'

/** What an import does to one thing of a pack. */
export type Change = {
  readonly id: string
  readonly kind: ItemKind
  readonly called: string
  /** `removed`: a speaker whom no session names any more. */
  readonly what: 'added' | 'changed' | 'moved' | 'cancelled' | 'removed' | 'same'
  readonly changes: readonly FieldChange[]
  readonly kept: readonly FieldChange[]
  /** Of what is added. */
  readonly fields?: Fields
}

export type Difference = readonly Change[]

const whenAndWhere = new Set(['start', 'end', 'slots', 'room'])

/** What to call a change of something that the pack has already. */
export function nameOfChange(changes: readonly FieldChange[]): Change['what'] {
  if (changes.length === 0) return 'same'
  if (changes.some(({ field, to }) => field === 'status' && to === 'cancelled')) return 'cancelled'
  return changes.some(({ field }) => whenAndWhere.has(field)) ? 'moved' : 'changed'
}

/** Whether anything would be written. */
export function isEmpty(difference: Difference): boolean {
  return difference.every(({ what }) => what === 'same')
}
