import { botId, botUsername, type Payload, type Shown } from './server.ts'

let lastId = 0

export type Person = { readonly id: number; readonly language?: string }

/** A message of a person in private, or in a chat; commands and mentions are marked as Telegram marks them. */
export function aMessage({
  from = { id: 7 },
  text,
  chat,
  ...rest
}: { from?: Person; text?: string; chat?: Payload } & Record<string, unknown>): Payload {
  const entities = Array.from(
    (text ?? '').matchAll(/(?<!\S)(?:(\/\w+(?:@\w+)?)|(@\w+))/g),
    ({ index, 0: found, 1: command }) => ({
      type: command === undefined ? 'mention' : 'bot_command',
      offset: index,
      length: found.length,
    }),
  )
  return {
    message: {
      message_id: ++lastId,
      date: Math.floor(Date.now() / 1000),
      from: asUser(from),
      chat: chat ?? { id: from.id, type: 'private', first_name: 'Someone' },
      ...(text === undefined ? {} : { text }),
      ...(entities.length > 0 ? { entities } : {}),
      ...rest,
    },
  }
}

export const aGroup = { id: -100_500, type: 'supergroup', title: 'Delegates' }
export const aForum = { id: -100_600, type: 'supergroup', title: 'Forum', is_forum: true }

/** The press of a button under a message of the bot. */
export function aPress(shown: Shown, data: string, from: Person = { id: shown.chat }): Payload {
  return {
    callback_query: {
      id: String(++lastId),
      from: asUser(from),
      chat_instance: '1',
      data,
      message: {
        message_id: shown.id,
        date: Math.floor(Date.now() / 1000),
        text: shown.text,
        from: theBot(),
        chat: { id: shown.chat, type: shown.chat > 0 ? 'private' : 'supergroup' },
        reply_markup: { inline_keyboard: shown.keyboard },
        ...(shown.payload.message_thread_id === undefined
          ? {}
          : { message_thread_id: shown.payload.message_thread_id, is_topic_message: true }),
      },
    },
  }
}

export function anInlineQuery(query: string, from: Person = { id: 7 }): Payload {
  return { inline_query: { id: String(++lastId), from: asUser(from), query, offset: '' } }
}

export function theBot(): Payload {
  return { id: botId, is_bot: true, first_name: 'Jauap', username: botUsername }
}

function asUser({ id, language }: Person): Payload {
  return { id, is_bot: false, first_name: 'Someone', ...(language === undefined ? {} : { language_code: language }) }
}

/** Our own place in a chat changes: somebody blocks us, removes us, or makes us an administrator. */
export function aMembership(
  chat: Payload & { readonly id: number },
  from: Person,
  status: 'administrator' | 'member' | 'left' | 'kicked',
  before = status === 'administrator' || status === 'member' ? 'left' : 'member',
): Payload {
  const us = theBot()
  const rights = { can_be_edited: false, is_anonymous: false, can_manage_chat: true, can_post_messages: true }
  return {
    my_chat_member: {
      chat,
      from: asUser(from),
      date: Math.floor(Date.now() / 1000),
      old_chat_member: { user: us, status: before },
      new_chat_member: { user: us, status, ...(status === 'administrator' ? rights : {}) },
    },
  }
}

/** A picture or a file of a person, which may belong to an album, as one update of several. */
export function aFile(
  kind: 'photo' | 'document',
  { name = 'plan.pdf', ...more }: { readonly from?: Person; readonly name?: string } & Record<string, unknown> = {},
): Payload {
  const file = { file_id: `sent-${lastId + 1}`, file_unique_id: `u${lastId + 1}`, file_size: 4 }
  return aMessage({
    ...more,
    [kind]: kind === 'photo' ? [{ ...file, width: 90, height: 90 }] : { ...file, file_name: name },
  })
}
