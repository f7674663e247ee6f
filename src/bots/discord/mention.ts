import {
  MessageType,
  Routes,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'
import { persist } from './persist.ts'
import type { Dressed } from './render.ts'

/**
 * What a message asks of us: in private its text, in a server what is left of a mention or of a reply to us. Undefined for
 * what is not for us; empty for a mention alone. Discord gives us the words of such messages without any intent.
 */
export function questionIn(
  { author, type, content, mentions, guild_id: guild }: GatewayMessageCreateDispatchData,
  me: string,
): string | undefined {
  if (author.bot || ![MessageType.Default, MessageType.Reply].includes(type)) return undefined
  if (guild === undefined) return content.trim()
  if (!mentions.some(({ id }) => id === me)) return undefined
  return content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim()
}

/**
 * Replies to a message, part by part. Not through discord.js's channels: it knows none of a thread that it has not seen,
 * and drops what comes from there. The nonce makes a repeated request the same message; nobody is called.
 */
export async function replyTo(
  rest: REST,
  { id, channel_id: channel }: Pick<APIMessage, 'id' | 'channel_id'>,
  parts: readonly Dressed[],
): Promise<void> {
  for (const [at, part] of parts.entries()) {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...part,
      message_reference: { message_id: id, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: `${id}${at}`,
      enforce_nonce: true,
    }
    await persist(() => rest.post(Routes.channelMessages(channel), { body }))
  }
}
