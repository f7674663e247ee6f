import type { Act } from '../mailing/act.ts'
import type { NewMailing, State } from '../mailing/mailing.ts'
import type { OrganizerNotice } from '../mailing/notices.ts'
import type { Announcement } from './announcement.ts'

/** What may be changed of an announcement; a key that is there without a value empties it. */
export type Change = Partial<
  Pick<
    Announcement,
    | 'state'
    | 'content'
    | 'version'
    | 'audience'
    | 'policy'
    | 'fallback'
    | 'sendAt'
    | 'startAt'
    | 'notAfter'
    | 'pause'
    | 'finishedAt'
  >
>

export type NewAnnouncement = Pick<
  Announcement,
  'policy' | 'content' | 'audience' | 'fallback' | 'sendAt' | 'notAfter' | 'author'
>

/** Where organizers' announcements are kept. Mailings that somebody else made are not among them. */
export type AnnouncementStore = {
  readonly create: (announcement: NewAnnouncement, now: Date) => Promise<Announcement>
  readonly find: (id: string) => Promise<Announcement | undefined>
  /** The latest first; those before one, if it is given. */
  readonly list: (most: number, before?: string) => Promise<Announcement[]>
  /**
   * Changes an announcement that is in one of these states, records the act, and leaves notices of it, all or
   * nothing. A change that depends on what is there is made of it under a lock. Undefined if it is in another state.
   */
  readonly change: (
    id: string,
    from: readonly State[],
    change: Change | ((before: Announcement) => Change),
    act: Act,
    notices?: readonly OrganizerNotice[],
  ) => Promise<Announcement | undefined>
  /**
   * Makes a change of an announcement of which copies are out, as `change` does. With a notice it is sent to whoever
   * still gets announcements and has a copy in a language of its texts, or in one that they stand in for; as a reply.
   * Both or neither.
   */
  readonly correct: (
    id: string,
    from: readonly State[],
    change: (before: Announcement) => Change,
    act: Act,
    notice?: (after: Announcement) => NewMailing,
  ) => Promise<Announcement | undefined>
  /** Removes one that is in one of these states and was never begun, with all that is remembered of it. */
  readonly remove: (id: string, from: readonly State[]) => Promise<boolean>
  readonly acts: (id: string) => Promise<Act[]>
  /**
   * What failed is pending again, with the announcement changed as given; `uncertain`: that too, which may double it.
   * Returns how many; changes nothing if there are none. Undefined if it is in another state.
   */
  readonly retry: (
    id: string,
    from: readonly State[],
    uncertain: boolean,
    change: Change,
    act: Act,
  ) => Promise<number | undefined>
  /** What could not be published to followers is tried again. Returns how many; undefined if in another state. */
  readonly republish: (id: string, from: readonly State[], act: Act) => Promise<number | undefined>
}
