import type { Context } from 'grammy'
import type { Message } from 'grammy/types'

/** What a message says to us. `nothing`: it is for us, but holds no words (a sticker, a mention alone). */
export type Addressed = { readonly text: string } | 'nothing' | 'not us'

/** Commands that groups may use; others there may be another bot's. */
const groupCommands = new Set([
  'ask',
  'start',
  'topics',
  'my',
  'calendar',
  'language',
  'settings',
  'help',
  'about',
  'privacy',
  'forget',
  'subscribe',
  'unsubscribe',
])

/**
 * Whether an update is for us at all. Not: what other bots say, what we ourselves said by way of somebody ("via @us"),
 * posts of channels, and what people say to each other in a group.
 */
export function concernsUs(ctx: Context): boolean {
  const { me, from, chat, callbackQuery, inlineQuery, myChatMember } = ctx
  if (callbackQuery || inlineQuery || myChatMember) return true
  const message = ctx.message ?? ctx.editedMessage
  if (
    !message ||
    (from?.is_bot && !message.sender_chat) ||
    message.via_bot?.id === me.id ||
    message.is_automatic_forward
  )
    return false
  if (chat?.type === 'private' || message.migrate_to_chat_id !== undefined) return true
  const command = commandOf(message)
  if (command !== undefined)
    return groupCommands.has(command.name) && (command.bot === undefined || isMe(command.bot, me.username))
  return readAddress(ctx, message) !== 'not us'
}

/** The command that a message begins with, and the bot that it names. */
export function commandOf({
  text = '',
  entities,
}: Message): { readonly name: string; readonly bot: string | undefined } | undefined {
  const [first] = entities ?? []
  if (first?.type !== 'bot_command' || first.offset !== 0) return undefined
  const [name, bot] = text.slice(1, first.length).split('@') as [string, string | undefined]
  return { name: name.toLowerCase(), bot }
}

/**
 * In private everything is for us; in a group a mention, or a reply to one of our messages. A mention alone, under
 * somebody's message, asks us to answer that one.
 */
export function readAddress({ me, chat }: Context, message: Message): Addressed {
  const text = message.text ?? message.caption
  if (chat?.type === 'private') {
    if (text !== undefined) return { text }
    // Of an album only one picture has words; what the service says of the chat is not for us.
    return isContent(message) && message.media_group_id === undefined ? 'nothing' : 'not us'
  }
  const mentions = mentionsOf(message, me.id, me.username)
  const replied = message.reply_to_message
  const isReplyToUs = replied?.from?.id === me.id && !replied.forum_topic_created
  if (mentions.length === 0 && !isReplyToUs) return 'not us'
  if (text === undefined) return 'nothing'
  const words = without(text, mentions).trim()
  if (words !== '') return { text: words }
  const others = replied && !isReplyToUs ? (replied.text ?? replied.caption) : undefined
  return others === undefined ? 'nothing' : { text: others }
}

type Place = { readonly offset: number; readonly length: number }

/** Where we are mentioned, by name or (people without a name to mention by) by id. */
function mentionsOf(message: Message, id: number, username: string): Place[] {
  const text = message.text ?? message.caption ?? ''
  return (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    if (entity.type === 'text_mention') return entity.user.id === id
    return entity.type === 'mention' && isMe(text.slice(entity.offset + 1, entity.offset + entity.length), username)
  })
}

function isMe(name: string, username: string): boolean {
  return name.toLowerCase() === username.toLowerCase()
}

function without(text: string, places: readonly Place[]): string {
  return places
    .toReversed()
    .reduce((left, { offset, length }) => left.slice(0, offset) + left.slice(offset + length), text)
}

const contents = [
  'sticker',
  'voice',
  'video_note',
  'photo',
  'video',
  'document',
  'audio',
  'animation',
  'location',
  'contact',
  'poll',
  'dice',
  'venue',
] as const

/** Whether somebody says in a message what others would write. */
export function isSpoken({ voice, video_note, audio }: Message): boolean {
  return voice !== undefined || video_note !== undefined || audio !== undefined
}

function isContent(message: Message): boolean {
  return contents.some((kind) => message[kind] !== undefined)
}
