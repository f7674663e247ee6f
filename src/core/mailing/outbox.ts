import type { Platform } from '../people/people.ts'
import type { Delivery, Settlement } from './delivery.ts'
import type { Mailing } from './mailing.ts'

/** A process that sends on a platform. */
export type Worker = { readonly id: string; readonly platform: Platform }

/** Nothing is begun on a platform before a moment: because it asked for that, or because it is in trouble. */
export type Hold = { readonly platform: Platform; readonly until: Date; readonly why: 'asked' | 'trouble' }

/** When a worker last said that it is there, by its own clock. */
export type Seen = { readonly id: string; readonly at: Date }

/** The ids of other workers, by what is left in their hands; of whoever came since, nothing is known to be over. */
export type Company = {
  /** Whose leases last. */
  readonly present: readonly string[]
  /** Whose leases are over: what they have not begun is anybody's. */
  readonly silent: readonly string[]
  /** Those of them who can't be only slow: what they have begun is in doubt. */
  readonly dead: readonly string[]
}

/** What of a copy is sent: `messages` of those that are `planned`, with a version of the text. */
export type CopyProgress = { readonly messages: readonly string[]; readonly planned: number; readonly version: number }

/** The queue of deliveries, shared by all processes that send. */
export type Outbox = {
  readonly find: (mailing: string) => Promise<Mailing | undefined>
  /** Says that a worker is there; returns who else of its platform has said so. */
  readonly beat: (worker: Worker, now: Date) => Promise<Seen[]>
  /** Who else of a worker's platform has said that it is there. */
  readonly others: (worker: Worker) => Promise<Seen[]>
  /** A worker has nothing to do, or ends: what it had leased and not begun is free, and nobody counts on it. */
  readonly leave: (worker: Worker) => Promise<void>
  /**
   * Looks after what is in nobody's hands: frees what those who are silent have not begun, and returns what those who
   * are dead were cut off from; the same of workers that have left, and of what is leased in our name and not in our
   * hands.
   * Several workers may be told of the same: whoever settles it first does so for all.
   */
  readonly recover: (
    worker: Worker,
    company: Pick<Company, 'silent' | 'dead'>,
    inHand: readonly number[],
  ) => Promise<Delivery[]>
  /** Whether something waits to be leased. */
  readonly isDue: (platform: Platform, now: Date) => Promise<boolean>
  /** Hands deliveries to one worker, the urgent first. */
  readonly lease: (worker: Worker, most: number, now: Date) => Promise<Delivery[]>
  /** Gives back what was leased; only if no call of it is under way of which nobody knows how it ended. */
  readonly release: (worker: Worker, delivery: number) => Promise<void>
  /**
   * The moment before a message is handed to the platform. False if it must not be: the lease was lost, sending
   * rests, the destination has left, the platform wants a pause, or the text is no longer that of a version, if one is
   * given.
   */
  readonly begin: (worker: Worker, delivery: Delivery, now: Date, version?: number) => Promise<boolean>
  /** One of several messages of a copy is sent. */
  readonly progress: (worker: Worker, delivery: number, progress: CopyProgress) => Promise<void>
  /**
   * Writes down how an attempt ended. `version`: that of the text which was shown. False if it was too late, because
   * somebody took us for dead: of our own attempt a doubt is noted then, of one that somebody was cut off from nothing.
   */
  readonly settle: (
    worker: Worker,
    delivery: Delivery,
    settlement: Settlement,
    version: number,
    now: Date,
  ) => Promise<boolean>
  /** Holds are never shortened. */
  readonly hold: (hold: Hold) => Promise<void>
  readonly heldUntil: (platform: Platform) => Promise<Date | undefined>
}
