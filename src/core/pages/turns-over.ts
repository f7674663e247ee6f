import type { Action, OrganizerAct, Pressed } from './page.ts'

/** Verbs whose page takes the place of the one pressed. */
const turning = ['browse', 'open', 'speak', 'receive', 'follow', 'mine', 'drop', 'plain'] as const

/** Verbs that change the buttons of the message pressed. */
const changing = ['star', 'unstar', 'remind', 'unremind', 'report', 'unsubscribe'] as const

/** Of those, the verbs of which what there is to say counts more than the buttons. */
const saying = ['report', 'unsubscribe'] as const

/** Acts whose page stands beside the one pressed: what they show does not take its place, or is still to be written. */
const standingBeside = ['new', 'write', 'file', 'preview', 'export', 'copy', 'nameTopic'] as const

/** Acts that ask for what is to be written, or turn the page over, by what they are given. */
const either = ['when', 'correct'] as const

/** The value of `when` that takes back a time. */
export const soon = 'soon'

type Turned = Extract<Pressed, { kind: 'replacement' | 'notice' }>
type Changed = Extract<Pressed, { kind: 'changed' | 'notice' }>
type Beside = Exclude<Pressed, { kind: 'replacement' | 'changed' }>

/** What a press of a verb may lead to. */
export type PressedBy<Verb extends Action['do']> = Verb extends (typeof turning)[number]
  ? Turned
  : Verb extends (typeof changing)[number]
    ? Changed
    : Beside

/** What an act of organizers may lead to. */
export type Acted<Act extends OrganizerAct> = Act extends (typeof either)[number]
  ? Pressed
  : Act extends (typeof standingBeside)[number]
    ? Beside
    : Turned

/**
 * Whether a button puts another page in the place of its own, or changes it, if it can do what it says: for platforms
 * that have to say so before it is done.
 */
export function turnsOver(action: Action): boolean {
  if (action.do !== 'organize')
    return [...turning, ...changing].some((verb) => verb === action.do && !saying.some((one) => one === verb))
  const { act, value } = action
  if (act === 'when') return value !== undefined
  if (act === 'correct') return value === undefined
  return !standingBeside.some((one) => one === act)
}
