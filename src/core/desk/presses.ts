import type { Language } from '../../knowledge/language.ts'
import type { Action, Pressed } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { stale, type Press, type PressTable } from './press.ts'

/** Does what a button says. */
export type Presses = (visitor: Visitor, language: Language, action: Action) => Promise<Pressed>

/** Every verb stands in the table, but for that of organizers, whose buttons mean nothing here. */
export function openPresses(table: PressTable<Exclude<Action['do'], 'organize'>>): Presses {
  const presses: PressTable<Action['do']> = { ...table, organize: (_visitor, language) => stale(language) }
  return async (visitor, language, action) => {
    // The table gives to each verb what takes its actions, which types can't follow through a look-up.
    const press = presses[action.do] as Press<Action['do']>
    return press(visitor, language, action)
  }
}
