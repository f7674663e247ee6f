import type { ChannelType } from 'discord.js'

export type Channel = { readonly id: string; readonly type: ChannelType; readonly name?: string | null | undefined }

/** What interactions say of the channels that they come from; discord.js keeps only those it has seen otherwise. */
export type Channels = { readonly note: (channel: Channel) => void; readonly find: (id: string) => Channel | undefined }

/** The oldest make room. */
const mostChannels = 1000

export function noteChannels(): Channels {
  const noted = new Map<string, Channel>()
  return {
    note({ id, type, name }) {
      noted.delete(id)
      noted.set(id, { id, type, name })
      if (noted.size > mostChannels) noted.delete(noted.keys().next().value!)
    },
    find: (id) => noted.get(id),
  }
}
