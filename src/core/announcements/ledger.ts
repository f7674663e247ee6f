import type { Language } from '../../knowledge/language.ts'
import type { Address, Platform } from '../people/people.ts'
import type { Act, Announcement, AttachmentRef, Audience, Kind, State, Who } from './announcement.ts'
import type { Delivery, Settlement } from './delivery.ts'

/** What an organizer may change of an announcement. */
export type Change = Partial<Pick<Announcement, 'state' | 'content' | 'version' | 'audience' | 'urgency' | 'fallback' | 'sendAt' | 'notAfter' | 'pause' | 'correctedAt' | 'finishedAt'>>

export type NewAnnouncement = Pick<Announcement, 'origin' | 'content' | 'audience' | 'urgency' | 'fallback' | 'sendAt' | 'notAfter' | 'author'>

/** So many destinations of a platform and kind, in these languages. */
export type Share = { readonly platform: Platform; readonly kind: Kind; readonly languages: readonly Language[]; readonly count: number }

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
  readonly reason: string | undefined
  readonly count: number
}

/** One delivery for a report: what became of one destination's copy. */
export type Line = Omit<Tally, 'count'> & {
  readonly delivery: number
  readonly chat: string
  readonly thread: string
  readonly title: string | undefined
  readonly attempts: number
  readonly doubts: number
  readonly messages: readonly string[]
  readonly sentAt: Date | undefined
}

/** A message of the bot to organizers that is kept up to date while something is sent. */
export type Watch = { readonly announcement: string; readonly platform: Platform; readonly person: string; readonly chat: string; readonly message: string }

/** What the next message of an organizer is taken for. */
export type Awaited = { readonly announcement: string; readonly field: Field }

export const fields = ['kk', 'ru', 'en', 'when', 'file', 'correct-kk', 'correct-ru', 'correct-en'] as const
export type Field = (typeof fields)[number]

/** Something that organizers are told once. */
export type Notice = { readonly platform: Platform; readonly person: string } & (
  | { readonly about: 'announcement'; readonly subject: string }
  /** A chat that waits to be approved, or was just taken in. */
  | { readonly about: 'destination'; readonly subject: string }
)

/** Everything that is remembered of announcements. */
export type Ledger = {
  readonly create: (announcement: NewAnnouncement, now: Date) => Promise<Announcement>
  readonly find: (id: string) => Promise<Announcement | undefined>
  /** What organizers wrote, the latest first. */
  readonly list: (most: number) => Promise<Announcement[]>
  /** Changes an announcement that is in one of these states, and records the act. Undefined if it is in another. */
  readonly change: (id: string, from: readonly State[], change: Change, act: Act) => Promise<Announcement | undefined>
  readonly acts: (id: string) => Promise<Act[]>
  readonly attach: (name: string, type: string, bytes: Uint8Array) => Promise<AttachmentRef>
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  /** Whom an audience comes to at present, the most first. */
  readonly count: (audience: Audience) => Promise<Share[]>
  readonly tally: (id: string) => Promise<Tally[]>
  /** Deliveries with ids above `after`, in their order. */
  readonly lines: (id: string, after: number, most: number) => Promise<Line[]>
  /** What failed is pending again; `uncertain`: that too, which may double it. Returns how many. */
  readonly retry: (id: string, uncertain: boolean) => Promise<number>
  /** Platforms that want no announcements before a moment that is still to come. */
  readonly holds: (now: Date) => Promise<{ readonly platform: Platform; readonly until: Date }[]>
  readonly watch: (watch: Watch) => Promise<void>
  readonly watches: (platform: Platform) => Promise<Watch[]>
  readonly unwatch: (watch: Watch) => Promise<void>
  /** What an organizer is about to write, if anything. */
  readonly awaited: (person: Address) => Promise<Awaited | undefined>
  readonly await: (person: Address, awaited: Awaited | undefined) => Promise<void>
  /** Adds someone to those who get a reminder, which is made if this is the first. */
  readonly remind: (occasion: string, reminder: NewAnnouncement & { readonly sendAt: Date }, destination: number, now: Date) => Promise<void>
  readonly post: (notices: readonly Notice[]) => Promise<void>
  /** Hands out what is to be told on a platform, to one caller. */
  readonly takeNotices: (platform: Platform) => Promise<Notice[]>
}

/** A process that sends on a platform. */
export type Worker = { readonly id: string; readonly platform: Platform }

/** The queue of deliveries, shared by all processes that send. */
export type Outbox = {
  /** What may have to be started, gone on with or ended: scheduled, sending, and paused until a moment that has come. */
  readonly unfinished: (now: Date) => Promise<Announcement[]>
  /** Fixes the audience: one delivery for each destination. False unless it was scheduled until now. */
  readonly start: (id: string, notAfter: Date, act: Act) => Promise<boolean>
  /** Announcements of which nothing is left to be sent, now marked as sent. */
  readonly finish: (now: Date, who: Who) => Promise<Announcement[]>
  /** Whether anything is to be sent, corrected or recalled on a platform. */
  readonly hasWork: (platform: Platform) => Promise<boolean>
  /** Says that a worker is alive; returns how many of its platform are. */
  readonly beat: (worker: Worker, now: Date, aliveSince: Date) => Promise<number>
  /** A worker ends: what it had leased and not begun is free. */
  readonly leave: (worker: Worker) => Promise<void>
  /** Takes over what dead workers had leased: frees what was not begun, returns what was. */
  readonly recover: (worker: Worker, aliveSince: Date) => Promise<Delivery[]>
  /** Hands deliveries to one worker, the urgent first. */
  readonly lease: (worker: Worker, most: number, now: Date) => Promise<Delivery[]>
  /** Gives back what was leased; only if no call of it is under way of which nobody knows how it ended. */
  readonly release: (worker: Worker, delivery: number) => Promise<void>
  /**
   * The moment before a message is handed to the platform. False if it must not be: the lease was lost, sending rests, or the
   * platform wants a pause.
   */
  readonly begin: (worker: Worker, delivery: Delivery, now: Date) => Promise<boolean>
  /** One of several messages of a copy is sent. */
  readonly progress: (worker: Worker, delivery: number, messages: readonly string[]) => Promise<void>
  /** Writes down how an attempt ended. `version`: that of the text which was shown. */
  readonly settle: (worker: Worker, delivery: Delivery, settlement: Settlement, version: number, now: Date) => Promise<void>
  /** No announcement is sent on the platform before this moment. */
  readonly hold: (platform: Platform, until: Date) => Promise<void>
  readonly heldUntil: (platform: Platform) => Promise<Date | undefined>
}
