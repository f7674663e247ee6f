import { Events, PermissionFlagsBits, type Guild } from 'discord.js'
import type { Context } from '../context.ts'
import { writeIn } from '../write-in.ts'

/** A server that takes the bot in is told once what it does there, where the server says such things. */
export function greetServers(context: Context): void {
  const { client, log } = context
  client.on(Events.GuildCreate, (guild) => {
    void greet(context, guild).catch((error: unknown) => log.info({ platform: 'discord', err: error }, 'not greeted'))
  })
}

async function greet({ client, claim, data, desk, now }: Context, guild: Guild): Promise<void> {
  const { id, systemChannel: channel, joinedTimestamp, preferredLocale } = guild
  const mayWrite = channel
    ?.permissionsFor(client.user!)
    ?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks])
  if (!channel || !mayWrite || !(await claim(`joined ${id} ${joinedTimestamp}`))) return
  const visitor = {
    person: { platform: 'discord', id },
    group: { platform: 'discord', id },
    groupLeads: true,
    groupTag: preferredLocale,
    session: `discord:${channel.id}`,
    now: now(),
  } as const
  await writeIn(client.rest, channel.id, await desk.open(visitor, 'server'), data)
}
