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
  /** The messages that make up a copy; never none. */
  readonly dress: (copy: Copy) => readonly Part[]
  /**
   * Resolves when a part may be sent side by side with others, with what is to be called afterwards: a file is
   * uploaded by one call, which all others that carry it wait for.
   */
  readonly reserve: (part: Part) => Promise<() => void>
  /** Resolves when the next call for a destination may be made. Rejects when we are being stopped. */
  readonly turn: (destination: Destination) => Promise<void>
  /** Whether the platform has asked for a pause since our turn came. */
  readonly isHeld: (destination: Destination) => boolean
  readonly send: (message: Message<Part>) => Promise<Outcome>
  /** Puts another part in place of a message. */
  readonly edit: (message: {
    readonly destination: Destination
    readonly id: string
    readonly part: Part
  }) => Promise<Outcome>
  /** Takes a message away; where that can't be done, puts a notice in its place (`note`: "replaced"). */
  readonly remove: (message: {
    readonly destination: Destination
    readonly id: string
    readonly notice: Part
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
  readonly part: Part
  /** Without a sound. */
  readonly silent: boolean
  /** The id of the message in the same chat that this one replies to; it is sent all the same if that is gone. */
  readonly replyTo: string | undefined
  /** The same for every attempt at the same message, and for no other; at most 25 characters. */
  readonly key: string
}
