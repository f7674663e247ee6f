import type { Language } from '../../knowledge/language.ts'
import type { Kind } from '../mailing/destination.ts'
import type { Hold } from '../mailing/outbox.ts'
import type { Platform } from '../people/people.ts'
import type { Audience } from './announcement.ts'

/** So many destinations of a platform and kind, in these languages. */
export type AudienceShare = {
  readonly platform: Platform
  readonly kind: Kind
  readonly languages: readonly Language[]
  readonly count: number
}

/** So many deliveries that stand the same way. */
export type Tally = {
  readonly platform: Platform
  readonly kind: Kind
  readonly languages: readonly Language[]
  /** How the first sending stands; a copy that is being corrected or recalled counts as sent. */
  readonly outcome: 'pending' | 'sent' | 'failed' | 'uncertain'
  /** An attempt of which nobody knows how it ended may have shown it once more. */
  readonly possiblyTwice: boolean
  readonly correction: 'none' | 'pending' | 'done' | 'impossible'
  readonly recall: 'none' | 'pending' | 'removed' | 'replaced' | 'impossible'
  /** To those who follow the channel. */
  readonly publication: 'none' | 'pending' | 'done' | 'impossible'
  /** What there is to say of how it was sent. */
  readonly note: string | undefined
  /** Why the last attempt of anything failed. */
  readonly reason: string | undefined
  readonly count: number
}

/** One delivery for a report: what became of one destination's copy. */
export type DeliveryRecord = Omit<Tally, 'count'> & {
  readonly delivery: number
  readonly chat: string
  readonly thread: string
  readonly title: string | undefined
  readonly attempts: number
  readonly doubts: number
  readonly messages: readonly string[]
  readonly sentAt: Date | undefined
}

/** So many copies that are out, each of so many messages, in these languages. */
export type CopyShape = AudienceShare & { readonly messages: number }

/** A group or channel that has a name, and what there is to say of its copy. */
export type NamedReason = { readonly title: string; readonly reason: string }

/** Figures of what was sent and of whom it would come to. */
export type FigureStore = {
  /** Whom an audience comes to at present, the most first. */
  readonly count: (audience: Audience) => Promise<AudienceShare[]>
  readonly tally: (id: string) => Promise<Tally[]>
  /** Deliveries with ids above `after`, in their order. */
  readonly records: (id: string, after: number, most: number) => Promise<DeliveryRecord[]>
  /** Groups and channels with a name of which there is something to say. */
  readonly named: (id: string, most: number) => Promise<NamedReason[]>
  /** Of how many messages the copies are that are out, or on their way; without older ones of which it is not known. */
  readonly shapes: (id: string) => Promise<CopyShape[]>
  /** How many copies were sent since a moment. */
  readonly sentSince: (id: string, since: Date) => Promise<number>
  /** Holds that are not over. */
  readonly holds: (now: Date) => Promise<Hold[]>
}
