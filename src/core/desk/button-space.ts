import { partWith } from '../../knowledge/joint-pack.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { Visitor } from '../pages/visitor.ts'
import { remindersOf } from './reminders.ts'

/** What there is room for, and what can be reminded of. */
export type ButtonSpace = { readonly roomy: boolean; readonly remindable: (entry: Entry) => boolean }

/** What may stand under an answer. Reminders come to people in private. */
export function buttonSpaceFor({ roomy = false, here, now }: Visitor, pack: Pack): ButtonSpace {
  return {
    roomy,
    remindable: (entry) => here?.kind === 'person' && remindersOf(entry, partWith(pack, entry), now).length > 0,
  }
}
