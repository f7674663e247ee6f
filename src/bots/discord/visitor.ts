import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  type BaseInteraction,
  type Client,
  type GatewayMessageCreateDispatchData,
  type MessageComponentInteraction,
} from 'discord.js'
import type { ReceivingChat, Visitor } from '../../core/pages/visitor.ts'
import type { Channels } from './channels.ts'
import type { wheres } from './commands.ts'

/** Whom announcements are to come to: the person, or all in the channel. */
export type Where = (typeof wheres)[number]

/** Who asks by a command, a button or a menu. `where`: what they said; else managers decide for their channel. */
export function visitorOf(
  interaction: BaseInteraction,
  { channels, now }: { readonly channels: Channels; readonly now: () => Date },
  where?: Where,
): Visitor {
  const managesGroup = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false
  return {
    ...visitorIn(interaction.user.id, interaction.channelId, interaction.guildId, now()),
    languageTag: interaction.locale,
    keepTag: true,
    // What an interaction is answered with is for the one who asks alone, wherever that is (`answerWith`).
    alone: true,
    groupTag: interaction.guildLocale ?? undefined,
    managesGroup,
    own: personOf(interaction),
    here:
      (where ?? (managesGroup ? 'channel' : 'me')) === 'channel'
        ? channelOf(interaction, channels)
        : personOf(interaction),
  }
}

/** Whoever manages a server decides for the channel in which they are; where the bot is not a member it can't post. */
function channelOf(
  { client, guildId, channelId, authorizingIntegrationOwners: owners }: BaseInteraction,
  channels: Channels,
): ReceivingChat | undefined {
  const installed = guildId !== null && owners[ApplicationIntegrationType.GuildInstall] !== undefined
  if (!installed || channelId === null) return undefined
  const { name, type } = channels.find(channelId) ?? {}
  return {
    platform: 'discord',
    kind: 'channel',
    chat: channelId,
    thread: '',
    group: guildId,
    publishes: type === ChannelType.GuildAnnouncement,
    title:
      [client.guilds.cache.get(guildId)?.name, name == null ? undefined : `#${name}`].filter(Boolean).join(' · ') ||
      undefined,
  }
}

/** Everybody else decides for themselves: announcements come to their private channel with the bot. */
function personOf(interaction: BaseInteraction & { readonly context?: InteractionContextType | null }): ReceivingChat {
  const { user, channelId } = interaction
  return {
    platform: 'discord',
    kind: 'person',
    chat: user.id,
    thread: '',
    route: isAlone(interaction) ? (channelId ?? undefined) : undefined,
  }
}

/** Who wrote a message, which says nothing of the language of their app; servers say something of theirs. */
export function authorOf(
  { author, channel_id: channel, guild_id: guild }: GatewayMessageCreateDispatchData,
  { client, now }: { readonly client: Client; readonly now: () => Date },
): Visitor {
  const groupTag = guild === undefined ? undefined : client.guilds.cache.get(guild)?.preferredLocale
  return { ...visitorIn(author.id, channel, guild ?? null, now()), groupTag }
}

/**
 * Whether nobody but the one who asks sees what is answered. A group of friends, or somebody else's private chat, is
 * not that.
 */
export function isAlone({
  context,
  guildId,
}: BaseInteraction & { readonly context?: InteractionContextType | null }): boolean {
  return context === InteractionContextType.BotDM || (context == null && guildId === null)
}

/** Whether nobody else sees the message whose button was pressed. */
export function isPrivate(interaction: MessageComponentInteraction): boolean {
  return isAlone(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral)
}

/** discord.com/developers/docs/components/reference#button: the length of a url. */
const longestLink = 512

function visitorIn(id: string, channel: string | null, guild: string | null, now: Date): Visitor {
  return {
    person: { platform: 'discord', id },
    group: guild === null ? undefined : { platform: 'discord', id: guild },
    roomy: true,
    longestLink,
    // Discord has no Kazakh: whoever writes it has an app in another language.
    questionLeads: true,
    alsoKept: 'appLanguage',
    session: `discord:${channel ?? ''}:${id}`,
    now,
  }
}
