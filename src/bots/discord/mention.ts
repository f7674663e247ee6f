import { ChannelType, MessageType, type Message } from 'discord.js'

/**
 * What a message asks of us: in private its text, in a server what is left of a mention or of a reply to us. Undefined for
 * what is not for us; empty for a mention alone. Discord gives us the words of such messages without any intent.
 */
export function questionIn(message: Message, me: string): string | undefined {
  if (message.author.bot || ![MessageType.Default, MessageType.Reply].includes(message.type)) return undefined
  if (message.channel.type === ChannelType.DM) return message.content.trim()
  if (!message.mentions.users.has(me)) return undefined
  return message.content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), ' ').trim()
}
