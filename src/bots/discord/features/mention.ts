import {
  MessageType,
  Routes,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'
import { refusalOf } from '../../../core/desk/permissions.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Taken } from '../../../core/organizers/writing/entries.ts'
import type { Context } from '../context.ts'
import { readInput } from '../input.ts'
import { persist } from '../persist.ts'
import type { Dressed } from '../render.ts'
import { shown, type Response } from '../responses.ts'
import { authorOf } from '../visitor.ts'
import { ask } from './ask.ts'
import { opens } from './pages.ts'

/** Replies to a message that is meant for us, at the speed at which people write. */
export async function answerMessage(context: Context, message: GatewayMessageCreateDispatchData): Promise<void> {
  const { client, claim, gates, log } = context
  const question = questionIn(message, client.user!.id)
  if (question === undefined || !(await claim(message.id))) return
  const visitor = authorOf(message, context)
  const { id: person } = visitor.person
  const entered = await gates.messages.enter(person, () => {
    log.warn({ platform: 'discord', person }, 'slowed down')
    void opens('tooFast')(context, visitor)
      .then(({ messages }) => replyTo(client.rest, message, messages, 'slow'))
      .catch((error: unknown) => log.info({ platform: 'discord', err: error }, 'notice not sent'))
  })
  if (entered === 'skip') return
  try {
    const { messages, reply } = await replyFor(context, message, { visitor, question })
    const sent = await replyTo(client.rest, message, messages)
    if (reply) context.desk.told(sent.map(messageKey), reply)
  } finally {
    gates.messages.leave(person)
  }
}

/** What an organizer was asked for is taken; a mention alone is told how to ask. */
async function replyFor(
  context: Context,
  message: GatewayMessageCreateDispatchData,
  { visitor, question }: { readonly visitor: Visitor; readonly question: string },
): Promise<Response> {
  const taken = await takenIn(context, message, visitor)
  if (taken && !taken.asks) return shown(context, taken.page)
  if (taken) {
    // What asks something is answered, whatever else it may be.
    const answered = await ask(context, visitor, question, { replyTo: keyOfReplied(message), inOpen: true })
    return { ...answered, messages: [...answered.messages, ...shown(context, taken.page).messages] }
  }
  if (question === '') return opens('help')(context, visitor)
  return ask(context, visitor, question, { replyTo: keyOfReplied(message), inOpen: true })
}

/** The message that this one replies to; whether it is one of ours, the desk knows. */
function keyOfReplied({ message_reference: replied }: GatewayMessageCreateDispatchData): string | undefined {
  return replied?.message_id === undefined ? undefined : messageKey(replied.message_id)
}

/** The key of a message for the core: ids of messages are unique in all of Discord. */
function messageKey(id: string): string {
  return `discord ${id}`
}

/** What an organizer was asked for and now writes in private; undefined for everything else. */
async function takenIn(
  context: Context,
  message: GatewayMessageCreateDispatchData,
  visitor: Visitor,
): Promise<Taken | undefined> {
  const { organizersChat } = context
  const privately = message.guild_id === undefined
  const isOrganizer = organizersChat.isOrganizer(visitor)
  if (refusalOf({ do: 'enter' }, { privately, isOrganizer }) || !(await organizersChat.awaits(visitor)))
    return undefined
  return organizersChat.take(visitor, await readInput(message), false)
}

/**
 * What a message asks of us: in private its text, in a server what is left of a mention or of a reply to us. Undefined
 * for what is not for us; empty for a mention alone. Discord gives us the words of such messages without any intent.
 */
function questionIn(
  { author, type, content, mentions, guild_id: guild }: GatewayMessageCreateDispatchData,
  me: string,
): string | undefined {
  if (author.bot || ![MessageType.Default, MessageType.Reply].includes(type)) return undefined
  if (guild === undefined) return content.trim()
  if (!mentions.some(({ id }) => id === me)) return undefined
  return content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim()
}

/**
 * Replies to a message, part by part. Not through discord.js's channels: it knows none of a thread that it has not
 * seen, and drops what comes from there. The nonce makes a repeated request the same message; nobody is called. `what`:
 * tells this reply from another to the same message. Returns the ids of the messages.
 */
async function replyTo(
  rest: REST,
  { id, channel_id: channel }: Pick<APIMessage, 'id' | 'channel_id'>,
  parts: readonly Dressed[],
  what = '',
): Promise<string[]> {
  const sent: string[] = []
  for (const [at, part] of parts.entries()) {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...part,
      message_reference: { message_id: id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: `${id}${what}${at}`,
      enforce_nonce: true,
    }
    const posted = await persist(() => rest.post(Routes.channelMessages(channel), { body }))
    sent.push((posted as APIMessage).id)
  }
  return sent
}
