import { InteractionContextType, PermissionFlagsBits, type BaseInteraction, type GatewayMessageCreateDispatchData } from 'discord.js'
import type { Visitor } from '../../core/desk/visitor.ts'

/** Who asks by a command, a button or a menu. */
export function visitorOf(interaction: BaseInteraction, now: Date): Visitor {
  return {
    ...visitorIn(interaction.user.id, interaction.channelId, interaction.guildId, now),
    languageTag: interaction.locale,
    managesGroup: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  }
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
