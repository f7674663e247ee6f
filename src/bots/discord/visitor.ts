import { PermissionFlagsBits, type BaseInteraction, type Message } from 'discord.js'
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
export function authorOf(message: Message, now: Date): Visitor {
  return visitorIn(message.author.id, message.channelId, message.guildId, now)
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
