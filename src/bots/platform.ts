import type { Logger } from 'pino'
import type { Courier } from '../core/mailing/courier.ts'
import type { DestinationStore } from '../core/mailing/destination.ts'
import type { Voice } from '../core/organizers/progress.ts'
import type { Who } from '../core/mailing/act.ts'
import type { OrganizersChat } from '../core/organizers/chat.ts'
import type { Desk } from '../core/desk/desk.ts'
import type { Pack } from '../knowledge/pack.ts'
import type { Status } from '../operation/status.ts'

/** What every platform is given. */
export type Common = {
  readonly desk: Desk
  readonly currentPack: () => Pack
  /** Calls when another pack has taken over; returns how to be called no more. */
  readonly onPackReplaced: (listener: () => void) => () => void
  readonly log: Logger
  readonly now: () => Date
  readonly stopping: AbortSignal
  /** Told how the platform stands. */
  readonly report: (status: Status) => void
  /** Told of each answer that could not be given. */
  readonly failed: () => void
  /** Delivers announcements on the platform until it is stopped. */
  readonly deliver: <Part>(courier: Courier<Part>, stopped: AbortSignal) => Promise<void>
  /** Keeps organizers informed on the platform until it is stopped. */
  readonly notifyOrganizers: (voice: Voice, stopped: AbortSignal) => Promise<void>
  readonly organizersChat: OrganizersChat
  readonly destinations: DestinationStore
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
}
