import type { ChannelType } from 'discord.js'
import { LRUCache } from 'lru-cache'

export type Channel = { readonly id: string; readonly type: ChannelType; readonly name?: string | null | undefined }

/** What interactions say of the channels that they come from; discord.js keeps only those it has seen otherwise. */
export type Channels = { readonly note: (channel: Channel) => void; readonly find: (id: string) => Channel | undefined }

/** Those of which nothing was heard for longest make room. */
const mostChannels = 1000

export function noteChannels(): Channels {
  const noted = new LRUCache<string, Channel>({ max: mostChannels })
  return { note: ({ id, type, name }) => void noted.set(id, { id, type, name }), find: (id) => noted.get(id) }
}
