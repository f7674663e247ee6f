import type { Language } from '../../knowledge/language.ts'
import type { Act, Who } from '../mailing/act.ts'
import type { Announcement } from './announcement.ts'

/** What came of an act. `proposed`: a second organizer is asked; `problems`: why it can't be sent as it is. */
export type Done =
  | { readonly kind: 'done'; readonly announcement: Announcement; readonly count?: number; readonly proposed?: true }
  | {
      readonly kind: 'refused'
      readonly why: RefusalReason
      readonly announcement?: Announcement | undefined
      readonly problems?: readonly string[]
    }

/**
 * `state`: not in the state that it is in; `nobody`: no destination fits; `past`: the time has gone by; `nothing`:
 * nothing is left to do; `approval`: another organizer has to confirm it.
 */
export type RefusalReason = 'unknown' | 'state' | 'problems' | 'nobody' | 'past' | 'nothing' | 'approval'

/** Who acts, when, and in which language faults are told. */
export type Actor = { readonly who: Who; readonly now: Date; readonly language: Language }

/** What was changed; or nothing, because somebody else was faster. */
export function changed(before: Announcement, after: Announcement | undefined, count?: number): Done {
  if (!after) return refused('state', before)
  return { kind: 'done', announcement: after, ...(count === undefined ? {} : { count }) }
}

export function refused(why: RefusalReason, announcement?: Announcement): Extract<Done, { kind: 'refused' }> {
  return { kind: 'refused', why, announcement }
}

/** An act for the record. */
export function actBy({ who, now }: Actor, act: Act['act'], detail?: string): Act {
  return { act, who, at: now, detail }
}
