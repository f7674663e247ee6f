import { ApplicationIntegrationType, ChannelType, InteractionContextType, PermissionFlagsBits, type BaseInteraction, type GatewayMessageCreateDispatchData } from 'discord.js'
import type { Here, Visitor } from '../../core/desk/visitor.ts'

/** Who asks by a command, a button or a menu. */
export function visitorOf(interaction: BaseInteraction, now: Date): Visitor {
  const managesGroup = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false
  return {
    ...visitorIn(interaction.user.id, interaction.channelId, interaction.guildId, now),
    languageTag: interaction.locale,
    managesGroup,
    here: managesGroup ? channelOf(interaction) : personOf(interaction),
  }
}

/** Whoever manages a server decides for the channel in which they are; where the bot is not a member it can't post. */
function channelOf({ guildId, channelId, channel, authorizingIntegrationOwners: owners }: BaseInteraction): Here | undefined {
  const installed = guildId !== null && owners[ApplicationIntegrationType.GuildInstall] !== undefined
  if (!installed || channelId === null) return undefined
  const name = channel && 'name' in channel ? (channel.name ?? undefined) : undefined
  return { platform: 'discord', kind: 'channel', chat: channelId, thread: '', group: guildId, publishes: channel?.type === ChannelType.GuildAnnouncement, title: name === undefined ? undefined : `#${name}` }
}

/** Everybody else decides for themselves: announcements come to their private channel with the bot. */
function personOf(interaction: BaseInteraction & { readonly context?: InteractionContextType | null }): Here {
  const { user, channelId } = interaction
  return { platform: 'discord', kind: 'person', chat: user.id, thread: '', route: isAlone(interaction) ? (channelId ?? undefined) : undefined }
}

/** Who wrote a message: nothing is known of the language of their app. */
export function authorOf({ author, channel_id: channel, guild_id: guild }: GatewayMessageCreateDispatchData, now: Date): Visitor {
  return visitorIn(author.id, channel, guild ?? null, now)
}

/** Whether nobody but the one who asks sees what is answered. A group of friends, or somebody else's private chat, is not that. */
export function isAlone({ context, guildId }: BaseInteraction & { readonly context?: InteractionContextType | null }): boolean {
  return context === InteractionContextType.BotDM || (context == null && guildId === null)
}

function visitorIn(id: string, channel: string | null, guild: string | null, now: Date): Visitor {
  return {
    person: { platform: 'discord', id },
    group: guild === null ? undefined : { platform: 'discord', id: guild },
    roomy: true,
    session: `discord:${channel ?? ''}:${id}`,
    now,
  }
}
