import type { Language } from '../../knowledge/language.ts'
import type { Address, Platform } from '../people/people.ts'
import type { Act, Announcement, AttachmentRef, Audience, Kind, State, Who } from './announcement.ts'
import type { Delivery, Settlement } from './delivery.ts'

/** What an organizer may change of an announcement. */
export type Change = Partial<
  Pick<
    Announcement,
    | 'state'
    | 'content'
    | 'version'
    | 'audience'
    | 'urgency'
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
  'origin' | 'content' | 'audience' | 'urgency' | 'fallback' | 'sendAt' | 'notAfter' | 'author'
>

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

/** A message of the bot to organizers that is kept up to date while something is sent. */
export type Watch = {
  readonly announcement: string
  readonly platform: Platform
  readonly person: string
  readonly chat: string
  readonly message: string
}

/** What the next message of an organizer is taken for. */
export type Awaited = {
  readonly announcement: string
  readonly field: DraftField
  /** What was written, and is to be confirmed. */
  readonly text?: string | undefined
}

export const draftFields = ['kk', 'ru', 'en', 'when', 'file', 'correct-kk', 'correct-ru', 'correct-en'] as const
export type DraftField = (typeof draftFields)[number]

/** Something that organizers are told once. */
export type OrganizerNotice = { readonly platform: Platform; readonly person: string } & (
  | { readonly about: 'announcement'; readonly subject: string }
  /** A chat that waits to be approved, or was just taken in. */
  | { readonly about: 'destination'; readonly subject: string }
)

/** A notice that somebody is about to pass on. */
export type Taken = OrganizerNotice & { readonly id: number }

/** No announcement goes out on a platform before a moment: because it asked for that, or because it is in trouble. */
export type Hold = { readonly platform: Platform; readonly until: Date; readonly why: 'asked' | 'trouble' }

/** Everything that is remembered of announcements. */
export type Ledger = {
  readonly create: (announcement: NewAnnouncement, now: Date) => Promise<Announcement>
  readonly find: (id: string) => Promise<Announcement | undefined>
  /** What organizers wrote, the latest first; those before one, if it is given. */
  readonly list: (most: number, before?: string) => Promise<Announcement[]>
  /**
   * Changes an announcement that is in one of these states, records the act, and leaves notices of it, all or nothing. A
   * change that depends on what is there is made of it under a lock. Undefined if it is in another state.
   */
  readonly change: (
    id: string,
    from: readonly State[],
    change: Change | ((before: Announcement) => Change),
    act: Act,
    notices?: readonly OrganizerNotice[],
  ) => Promise<Announcement | undefined>
  readonly acts: (id: string) => Promise<Act[]>
  readonly attach: (name: string, type: string, bytes: Uint8Array) => Promise<AttachmentRef>
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  /** Whom an audience comes to at present, the most first. */
  readonly count: (audience: Audience) => Promise<AudienceShare[]>
  readonly tally: (id: string) => Promise<Tally[]>
  /** Deliveries with ids above `after`, in their order. */
  readonly records: (id: string, after: number, most: number) => Promise<DeliveryRecord[]>
  /**
   * What failed is pending again, with the announcement changed as given; `uncertain`: that too, which may double it. Returns how
   * many; changes nothing if there are none. Undefined if it is in another state.
   */
  readonly retry: (
    id: string,
    from: readonly State[],
    uncertain: boolean,
    change: Change,
    act: Act,
  ) => Promise<number | undefined>
  /** How many copies were sent since a moment. */
  readonly sentSince: (id: string, since: Date) => Promise<number>
  /** Those that are not over. */
  readonly holds: (now: Date) => Promise<Hold[]>
  readonly watch: (watch: Watch) => Promise<void>
  readonly watches: (platform: Platform) => Promise<Watch[]>
  readonly unwatch: (watch: Watch) => Promise<void>
  /** What an organizer is about to write, if anything was asked for since a moment. */
  readonly awaited: (person: Address, since: Date) => Promise<Awaited | undefined>
  readonly await: (person: Address, awaited: Awaited | undefined, now: Date) => Promise<void>
  /** Adds someone to those who get a reminder, which is made if this is the first. */
  readonly remind: (
    occasion: string,
    reminder: NewAnnouncement & { readonly sendAt: Date },
    destination: number,
    now: Date,
  ) => Promise<void>
  readonly post: (notices: readonly OrganizerNotice[]) => Promise<void>
  /** Hands out what is to be told on a platform, to one caller; again after a minute, unless it was told. */
  readonly takeNotices: (platform: Platform, now: Date) => Promise<Taken[]>
  readonly told: (notice: Taken) => Promise<void>
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
  /**
   * Takes over what dead workers had leased, and what is leased in our name without being in our hands: frees what was not
   * begun, returns what was.
   */
  readonly recover: (worker: Worker, aliveSince: Date, inHand: readonly number[]) => Promise<Delivery[]>
  /** Hands deliveries to one worker, the urgent first. */
  readonly lease: (worker: Worker, most: number, now: Date) => Promise<Delivery[]>
  /** Gives back what was leased; only if no call of it is under way of which nobody knows how it ended. */
  readonly release: (worker: Worker, delivery: number) => Promise<void>
  /**
   * The moment before a message is handed to the platform. False if it must not be: the lease was lost, sending rests, the
   * destination has left, or the platform wants a pause.
   */
  readonly begin: (worker: Worker, delivery: Delivery, now: Date) => Promise<boolean>
  /** One of several messages of a copy is sent, with a version of the text. */
  readonly progress: (worker: Worker, delivery: number, messages: readonly string[], version: number) => Promise<void>
  /** Writes down how an attempt ended. `version`: that of the text which was shown. */
  readonly settle: (
    worker: Worker,
    delivery: Delivery,
    settlement: Settlement,
    version: number,
    now: Date,
  ) => Promise<void>
  /** Holds are never shortened. */
  readonly hold: (hold: Hold) => Promise<void>
  readonly heldUntil: (platform: Platform) => Promise<Date | undefined>
}
