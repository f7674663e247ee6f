import { Client, Events, GatewayIntentBits, Options } from 'discord.js'

/** People and members that are kept, and of each the one who asked longest ago makes room. */
const mostKept = 1000

/**
 * A client that is told of no more than we need, calls nobody, and keeps nothing that grows with the people who ask.
 */
export function createClient({ apiRoot }: { readonly apiRoot: string | undefined }): Client {
  return new Client({
    // Slash commands need none; mentions and private messages need no privileged one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Whatever we say, it calls nobody.
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: mostKept, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: mostKept, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    ...(apiRoot === undefined ? {} : { rest: { api: apiRoot } }),
  })
}

/** Closes a client for good. */
export async function closeClient(client: Client): Promise<void> {
  client.removeAllListeners()
  // A library that is being reconnected may emit an error after this; nobody else would hear it.
  client.on(Events.Error, () => {})
  await client.destroy()
}
