import type { Platform } from '../people/people.ts'
import type { Copy } from './copy.ts'
import type { Destination, Outcome } from './delivery.ts'

/**
 * What the core needs of a platform to deliver mailings. `Part` is one message as the platform shows it. Nothing here
 * retries: what becomes of an attempt is decided in one place.
 */
export type Courier<Part> = {
  readonly platform: Platform
  /**
   * For how long the platform recognises a repeated message by its key and does not show it again; 0 if it does not.
   */
  readonly recognisesForMs: number
  /**
   * The messages that make up a copy; never none. `messages`: of how many an earlier version was made that is out: it
   * is made of as many, if it can be.
   */
  readonly dress: (copy: Copy, messages?: number) => readonly Part[]
  /** How many of these messages, from the first on, go out by one call: all of them arrive, or none. */
  readonly together: (parts: readonly Part[]) => number
  /**
   * Resolves when messages may be sent side by side with others, with what is to be called afterwards: a file is
   * uploaded by one call, which all others that carry it wait for.
   */
  readonly reserve: (parts: readonly Part[]) => Promise<() => void>
  /** Resolves when so many messages may be sent to a destination. Rejects when we are being stopped. */
  readonly turn: (destination: Destination, messages: number) => Promise<void>
  /**
   * Resolves right before the call, when the platform will not count too many at once; with false if it has asked for a
   * pause since our turn came, or we are being stopped.
   */
  readonly mayCall: (destination: Destination, messages: number) => Promise<boolean>
  readonly send: (message: Message<Part>) => Promise<Outcome>
  /** Puts another part in place of a message. */
  readonly edit: (message: {
    readonly destination: Destination
    readonly id: string
    readonly part: Part
  }) => Promise<Outcome>
  /**
   * Takes a message away; where that can't be done, puts a notice in its place (`note`: "replaced"), or leaves a
   * picture that stands without words, for which there is none.
   */
  readonly remove: (message: {
    readonly destination: Destination
    readonly id: string
    readonly notice: Part
    /** What it showed, if that is known. */
    readonly part: Part | undefined
  }) => Promise<Outcome>
  /** Hands a post on to those who follow its channel; absent on platforms that know no such thing. */
  readonly publish?: (message: { readonly destination: Destination; readonly id: string }) => Promise<Outcome>
  /** The allowance is shared with so many other processes. */
  readonly share: (workers: number) => void
  /** No message of a mailing before this moment. */
  readonly holdUntil: (moment: Date) => void
}

export type Message<Part> = {
  readonly destination: Destination
  /** As many as go out by one call. */
  readonly parts: readonly Part[]
  /** Without a sound. */
  readonly silent: boolean
  /** The id of the message in the same chat that this one replies to; it is sent all the same if that is gone. */
  readonly replyTo: string | undefined
  /** The same for every attempt at the same call, and for no other; at most 25 characters. */
  readonly key: string
}
