import type { Context } from 'grammy'
import type { Chat } from 'grammy/types'
import type { Kind } from '../../core/mailing/destination.ts'
import type { ReceivingChat, Visitor } from '../../core/pages/visitor.ts'
import type { AlbumHere } from './album.ts'
import type { Beginning } from './updates.ts'

/** An update on its way: who it is from, whether it is being answered, and which messages answered it. */
export type Ctx = Context & {
  visitor: Visitor
  beginning: Beginning
  /** Ids of the messages that answer the update's own message, kept so that an edited question edits them. */
  answers: number[]
  /** The album that the message belongs to. */
  album?: AlbumHere
}

/** Who asks, and where. Undefined for updates of nobody. */
export function visitorOf(ctx: Context, now: Date): Visitor | undefined {
  const { chat, msg } = ctx
  // Administrators may write in the name of their group, and people in that of a channel: then `from` is a stand-in.
  const spokesman = msg?.sender_chat?.id
  const id = ctx.callbackQuery || ctx.inlineQuery ? ctx.from?.id : (spokesman ?? ctx.from?.id)
  if (id === undefined) return undefined
  const group =
    chat && (chat.type === 'group' || chat.type === 'supergroup')
      ? { platform: 'telegram' as const, id: String(chat.id) }
      : undefined
  const place = chat ? `${chat.id}/${threadOf(ctx) ?? ''}` : 'inline'
  return {
    person: { platform: 'telegram', id: String(id) },
    group,
    groupLeads: true,
    here: chat && hereOf(chat, threadOf(ctx)),
    languageTag: ctx.from?.language_code,
    alsoKept: 'messageNumbers',
    session: `telegram:${place}:${id}`,
    now,
  }
}

/** The chat as announcements would come to it. */
function hereOf(chat: Chat, thread: number | undefined): ReceivingChat {
  const inPrivate = chat.type === 'private'
  return {
    platform: 'telegram',
    chat: String(chat.id),
    kind: kindOf(chat),
    thread: inPrivate || thread === undefined ? '' : String(thread),
    title: inPrivate ? undefined : chat.title,
  }
}

/** What announcements call a chat. */
export function kindOf({ type }: Chat): Kind {
  return type === 'private' ? 'person' : type === 'channel' ? 'channel' : 'group'
}

/** What is answered one after the other: a chat, or what one person asks in no chat. */
export function laneOf({ chatId, from }: Context): string {
  return String(chatId ?? from?.id)
}

/** The forum topic of the update's message. (Other messages have a thread too, in which nothing can be sent.) */
export function threadOf({ msg }: Context): number | undefined {
  return msg?.is_topic_message ? msg.message_thread_id : undefined
}

/** The key of a message for the core: ids of messages are unique within a chat alone. */
export function messageKey(chat: number | undefined, message: number): string {
  return `telegram ${chat} ${message}`
}
