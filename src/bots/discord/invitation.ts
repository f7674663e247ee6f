import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js'

/**
 * What the bot does in a server, as discord.com/developers/docs/topics/permissions numbers it: look at channels, answer
 * in them and in threads, with buttons and files, in reply to a message; call everyone where an announcement is to; and
 * publish events.
 */
const needed = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.MentionEveryone,
  PermissionFlagsBits.CreateEvents,
]

/** The address by which somebody who manages a server invites the bot, with the permissions that it needs. */
export function invitationTo(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    permissions: String(needed.reduce((sum, one) => sum | one, 0n)),
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}
