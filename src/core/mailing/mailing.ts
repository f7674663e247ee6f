import type { Language } from '../../knowledge/language.ts'
import type { Who } from './act.ts'
import type { Content } from './content.ts'
import type { Policy } from './policy.ts'

/**
 * draft → scheduled → sending ⇄ paused → sent; cancelled before it is all sent, recalled afterwards. A late start asks
 * (paused) instead of sending stale news, or drops the mailing (cancelled), as its policy says.
 */
export type State = 'draft' | 'scheduled' | 'sending' | 'paused' | 'sent' | 'cancelled' | 'recalled'

/** Why sending rests. */
export type Pause = {
  /**
   * `late`: its time has passed; `trouble`: a run of failures; `asked`: by an organizer; `deciding`: while an organizer
   * decides whether the rest is to go out, and how.
   */
  readonly why: 'late' | 'trouble' | 'asked' | 'deciding'
  /** What the platform said. */
  readonly reason?: string | undefined
  /** When it goes on by itself; without it somebody has to say so. */
  readonly until?: Date | undefined
}

/** One text for one or many destinations: an organizers' announcement, a reminder, a reply to one person's question. */
export type Mailing = {
  readonly id: string
  readonly state: State
  readonly policy: Policy
  readonly content: Content
  /** Counts corrections: 1 as it was sent first. */
  readonly version: number
  /** The language that stands in for missing ones. */
  readonly fallback: Language | undefined
  /** When it is to start, once that is decided. */
  readonly startAt: Date | undefined
  /** Nothing is sent after this moment. */
  readonly notAfter: Date | undefined
  readonly pause: Pause | undefined
  readonly author: Who
  readonly createdAt: Date
  readonly startedAt: Date | undefined
  readonly finishedAt: Date | undefined
}

/** A mailing to recipients who are named one by one. */
export type NewMailing = Pick<Mailing, 'policy' | 'content' | 'fallback' | 'notAfter' | 'author'> & {
  /** Which part of the program made it, such as "reminder": for the record, and to find one's own. */
  readonly origin: string
  /** Whether its recipients asked for it themselves: then it comes to who has ended announcements, too. */
  readonly askedFor: boolean
  readonly startAt: Date
}

/** A mailing under a key, of which there is one. */
export type KeyedMailing = { readonly key: string; readonly mailing: NewMailing }

/** A destination of a mailing. */
export type Recipient = {
  readonly destination: number
  /** The id of the message that is replied to. */
  readonly replyTo?: string | undefined
}
