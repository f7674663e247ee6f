import type { Platform } from '../people/people.ts'
import type { Delivery, Settlement } from './delivery.ts'
import type { Mailing } from './mailing.ts'

/** A process that sends on a platform. */
export type Worker = { readonly id: string; readonly platform: Platform }

/** Nothing is begun on a platform before a moment: because it asked for that, or because it is in trouble. */
export type Hold = { readonly platform: Platform; readonly until: Date; readonly why: 'asked' | 'trouble' }

/** What of a copy is sent: `messages` of those that are `planned`, with a version of the text. */
export type CopyProgress = { readonly messages: readonly string[]; readonly planned: number; readonly version: number }

/** The queue of deliveries, shared by all processes that send. */
export type Outbox = {
  readonly find: (mailing: string) => Promise<Mailing | undefined>
  /** Says that a worker is alive; returns how many of its platform were seen since a moment. */
  readonly beat: (worker: Worker, now: Date, since: Date) => Promise<number>
  /** A worker ends: what it had leased and not begun is free. */
  readonly leave: (worker: Worker) => Promise<void>
  /**
   * Takes over what dead workers had leased, and what is leased in our name without being in our hands: frees what
   * was not begun, returns what was.
   */
  readonly recover: (worker: Worker, aliveSince: Date, inHand: readonly number[]) => Promise<Delivery[]>
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
