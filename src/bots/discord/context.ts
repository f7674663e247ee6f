import type { Client } from 'discord.js'
import type { Logger } from 'pino'
import type { Pack } from '../../knowledge/pack.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { Voice } from '../../core/organizers/progress.ts'
import type { ButtonData } from '../button-data.ts'
import type { EntryKeys } from '../entry-keys.ts'
import type { Channels } from './channels.ts'
import type { Claim } from './claiming.ts'
import type { FloodGates } from './flood-gates.ts'
import type { Publisher } from './publisher.ts'

/** What the features share. */
export type Context = {
  readonly client: Client
  readonly desk: Desk
  readonly currentPack: () => Pack
  readonly organizersChat: OrganizersChat
  readonly voice: Voice
  readonly channels: Channels
  readonly claim: Claim
  readonly gates: FloodGates
  readonly publish: Publisher
  readonly keys: EntryKeys
  readonly data: ButtonData
  readonly log: Logger
  readonly now: () => Date
  /** Aborted when nothing more is begun. */
  readonly stopping: AbortSignal
  /** Told of each answer that could not be given. */
  readonly failed: () => void
}
