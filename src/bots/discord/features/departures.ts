import { GatewayDispatchEvents, type GatewayGuildDeleteDispatchData } from 'discord.js'
import type { Context } from '../context.ts'

/** Announcements no longer go to channels, threads and servers that are gone. */
export function noteDepartures({ client, desk, log, now }: Context): void {
  client.ws.on(GatewayDispatchEvents.ChannelDelete, ({ id }: { id: string }) => {
    void noted(desk.leave({ platform: 'discord', chat: id }, 'the channel was deleted', now()))
  })
  client.ws.on(GatewayDispatchEvents.ThreadDelete, ({ id }: { id: string }) => {
    void noted(desk.leave({ platform: 'discord', chat: id }, 'the thread was deleted', now()))
  })
  client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    // A server that is merely out of reach comes back.
    if (!unavailable) void noted(desk.leaveGroup({ platform: 'discord', id }, 'the bot was removed', now()))
  })

  async function noted(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) =>
      log.error({ platform: 'discord', err: error }, 'a lost channel or server not noted'),
    )
  }
}
