import { PermissionFlagsBits, type Client } from 'discord.js'

/** Whether the bot may call everyone in a channel, as far as the servers have told; of some threads they have not. */
export function mayCallEveryone(client: Client, id: string): boolean | undefined {
  const channel = client.channels.cache.get(id)
  if (!channel || !('permissionsFor' in channel)) return undefined
  return channel.permissionsFor(client.user!)?.has(PermissionFlagsBits.MentionEveryone)
}
