import { sequentialize } from '@grammyjs/runner'
import { Bot } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Desk } from '../../../core/desk/desk.ts'
import type { Who } from '../../../core/mailing/act.ts'
import type { DestinationStore } from '../../../core/mailing/destination.ts'
import type { OrganizersChat } from '../../../core/organizers/chat.ts'
import type { ButtonData } from '../../button-data.ts'
import type { EntryKeys } from '../../entry-keys.ts'
import { albumGate } from '../album-gate.ts'
import { chatGate } from '../chat-gate.ts'
import type { Connection } from '../connection.ts'
import { laneOf, type Ctx } from '../context.ts'
import { asking } from '../features/asking.ts'
import { editing } from '../features/editing.ts'
import { inline } from '../features/inline.ts'
import { membership } from '../features/membership.ts'
import { organizing } from '../features/organizing.ts'
import { pressing } from '../features/pressing.ts'
import { screens } from '../features/screens.ts'
import { subscriptions } from '../features/subscriptions.ts'
import { takingMessages } from '../features/taking.ts'
import { downloader } from '../organizers.ts'
import { personGate } from '../person-gate.ts'
import { prepare } from '../prepare.ts'
import type { Profile } from '../profile.ts'
import type { Keyboards } from '../render.ts'
import { createResponder } from '../respond.ts'
import { refusals } from '../rights.ts'
import { createSender } from '../send.ts'
import { settle } from '../settle.ts'
import type { Inbox } from '../updates.ts'

/** What the bot is made of. */
export type Parts = {
  readonly connection: Connection
  readonly me: UserFromGetMe
  readonly inbox: Inbox
  readonly desk: Desk
  readonly organizersChat: OrganizersChat
  readonly destinations: DestinationStore
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly profile: Profile
  readonly keys: EntryKeys
  readonly data: ButtonData
  readonly keyboards: Keyboards
  readonly now: () => Date
  /** Aborted when the process is to stop: what has not begun stays in the store for the next start. */
  readonly stopping: AbortSignal
}

/** The order in which an update passes: whether it is for us, the person's turn, the chat's, and what it asks for. */
export function createBot(parts: Parts): Bot<Ctx> {
  const { connection, me, inbox, desk, organizersChat, profile, keys, now, stopping } = parts
  const { token, client, calls, api } = connection
  const { log } = calls
  const sender = createSender(parts.keyboards, moveGroup, parts.attachment)
  const respond = createResponder(desk, sender)
  const refusalFor = refusals(organizersChat, log)
  const settling = settle(inbox, log)
  const download = downloader(connection)
  const bot = new Bot<Ctx>(token, { client, botInfo: me })

  bot.use(prepare(inbox, calls, now))
  // In no order: each says how things stand now, and the last of an inline query alone counts.
  bot.on('my_chat_member', settling, membership({ ...parts, sender }))
  bot.on('inline_query', settling, inline({ desk, keys }))
  bot.use(
    albumGate(),
    personGate({ desk, inbox, api, stopping, log }),
    chatGate(inbox),
    sequentialize(laneOf),
    settling,
  )
  bot.on('message:migrate_to_chat_id', (ctx) => moveGroup(ctx.chat.id, ctx.message.migrate_to_chat_id))
  bot.use(
    pressing({ ...parts, refusalFor, sender, log }),
    organizing({ organizersChat, respond, refusalFor, download }),
    takingMessages({ organizersChat, respond, refusalFor, download }),
    screens({ desk, sender, respond, profile, keys }),
    subscriptions({ desk, sender, respond, refusalFor }),
    asking({ desk, respond }),
    editing({ desk, inbox, sender }),
  )
  return bot

  function moveGroup(from: number, to: number): Promise<void> {
    return desk.moveGroup({ platform: 'telegram', id: String(from) }, String(to), now())
  }
}
