import type { Platform } from '../people/people.ts'
import type { Copy } from './copy.ts'
import type { Destination, Outcome } from './delivery.ts'

/** What the core needs of a platform to deliver announcements. Nothing here retries: what becomes of an attempt is decided in one place. */
export type Courier = {
  readonly platform: Platform
  /** For how long the platform recognises a repeated message by its key and does not show it again; 0 if it does not. */
  readonly recognisesForMs: number
  /** How many messages make up a copy. */
  readonly partsOf: (copy: Copy) => number
  /**
   * Resolves when a copy may be sent side by side with others, with what is to be called afterwards: a file is uploaded by one
   * call, which all others that carry it wait for.
   */
  readonly reserve: (copy: Copy) => Promise<() => void>
  /** Resolves when the next call for a destination may be made. Rejects when we are being stopped. */
  readonly turn: (destination: Destination) => Promise<void>
  /** Whether the platform has asked for a pause since our turn came. */
  readonly isHeld: (destination: Destination) => boolean
  readonly send: (message: Message) => Promise<Outcome>
  /** Puts a part of another copy in place of a message. */
  readonly edit: (message: Pick<Message, 'destination' | 'copy' | 'part'> & { readonly id: string }) => Promise<Outcome>
  /** Takes a message away; where that can't be done, puts a notice in its place (`note`: "replaced"). */
  readonly remove: (message: {
    readonly destination: Destination
    readonly id: string
    readonly notice: Copy
  }) => Promise<Outcome>
  /** The allowance is shared with so many other processes. */
  readonly share: (workers: number) => void
  /** No message of an announcement before this moment. */
  readonly holdUntil: (moment: Date) => void
}

export type Message = {
  readonly destination: Destination
  readonly copy: Copy
  /** Counts from 0. */
  readonly part: number
  /** Without a sound. */
  readonly silent: boolean
  /** The same for every attempt at the same message, and for no other; at most 25 characters. */
  readonly key: string
}
