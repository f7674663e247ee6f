import { ChannelType, PermissionFlagsBits, type BaseInteraction } from 'discord.js'
import type { TextKey } from '../../core/i18n.ts'
import type { Channels } from './channels.ts'

/** A right that the bot may lack in a channel, as Discord's settings call it. */
export type Right = Extract<TextKey, `right.${string}`>

/** What the bot may do in the channel of an interaction: nothing of ours fits there, or these rights are lacking. */
export type Fitness =
  | { readonly fits: false }
  | { readonly fits: true; readonly needed: Right[]; readonly useful: Right[] }

/** Channels whose messages stand in threads alone, or that have none. */
const unfit: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildDirectory,
])

const threads: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/** Every interaction says what the app may do in its channel, and the channel's type. */
export function fitnessOf({ channelId, appPermissions }: BaseInteraction, channels: Channels): Fitness {
  const type = channelId === null ? undefined : channels.find(channelId)?.type
  if (type !== undefined && unfit.has(type)) return { fits: false }
  const sending =
    type !== undefined && threads.has(type)
      ? (['right.sendInThreads', PermissionFlagsBits.SendMessagesInThreads] as const)
      : (['right.send', PermissionFlagsBits.SendMessages] as const)
  const lacking = (wanted: readonly (readonly [Right, bigint])[]): Right[] =>
    wanted.filter(([, flag]) => !appPermissions.has(flag)).map(([right]) => right)
  return {
    fits: true,
    needed: lacking([['right.view', PermissionFlagsBits.ViewChannel], sending]),
    useful: lacking([
      ['right.embed', PermissionFlagsBits.EmbedLinks],
      ['right.attach', PermissionFlagsBits.AttachFiles],
    ]),
  }
}
