import { setTimeout as pause } from 'node:timers/promises'
import { Client, DiscordjsErrorCodes, DiscordjsError, Events, GatewayCloseCodes, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { Logger } from 'pino'
import type { Desk } from '../../core/desk/desk.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Status } from '../platform.ts'
import { attend } from './bot.ts'
import { keepCommandsRegistered } from './register.ts'

/** Discord can't be used. The message names the setting. */
class DiscordError extends OperatorError {
  override readonly name = 'DiscordError'
}

export type DiscordSettings = {
  readonly token: string
  /** Undefined for Discord's own servers. */
  readonly apiRoot: string | undefined
}

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

const backOffMs = { first: 1000, longest: 60_000 }

/** Close codes after which the same settings can't succeed. */
const hopeless = new Set<number>([GatewayCloseCodes.AuthenticationFailed])

/**
 * Connects the desk to Discord, and again whenever the connection is lost for good, until `stopping` is aborted. Throws a
 * DiscordError if the token is refused. `report` is told how it stands.
 */
export async function serveDiscord({ settings, desk, pack, log, now, stopping, report }: {
  settings: DiscordSettings
  desk: Desk
  pack: Pack
  log: Logger
  now: () => Date
  stopping: AbortSignal
  report: (status: Status) => void
}): Promise<void> {
  for (let failures = 0; !stopping.aborted; failures++) {
    try {
      await serveOnce(() => (failures = 0))
      return
    } catch (error) {
      if (stopping.aborted) return
      if (isRefused(error)) throw new DiscordError('Discord refuses DISCORD_TOKEN; copy it anew from discord.com/developers/applications (Bot, Reset Token)', { cause: error })
      const ms = Math.min(backOffMs.first * 2 ** failures, backOffMs.longest)
      log.warn({ platform: 'discord', err: error, pauseMs: ms }, 'no connection to Discord; trying again')
      report({ state: 'down', reason: error instanceof Error ? error.message : String(error) })
      await pause(ms, undefined, { signal: stopping }).catch(() => {})
    }
  }

  /** Resolves when we are stopped; rejects when the connection can't be had or is lost for good. */
  async function serveOnce(onReady: () => void): Promise<void> {
    const client = createClient(settings)
    const attended = attend({ client, desk, pack, log, now })
    const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>()
    stopping.addEventListener('abort', () => end())
    client.once(Events.ClientReady, ({ user, application }) => {
      onReady()
      log.info({ platform: 'discord', user: user.id, guilds: client.guilds.cache.size }, 'connected')
      void keepCommandsRegistered(client.rest, application.id, log)
    })
    client.on(Events.ShardReady, () => report({ state: 'up' })).on(Events.ShardResume, () => report({ state: 'up' }))
    client.on(Events.ShardReconnecting, () => report({ state: 'down', reason: 'reconnecting' }))
    client.on(Events.ShardDisconnect, ({ code }) => fail(new Lost(code)))
    client.on(Events.ShardError, (error) => log.warn({ platform: 'discord', err: error }, 'trouble with the connection'))
    client.on(Events.Error, (error) => log.warn({ platform: 'discord', err: error }, 'trouble with the connection'))
    try {
      await Promise.race([client.login(settings.token), ended])
      await ended
    } finally {
      attended.stop()
      const deadline = performance.now() + graceMs
      while (attended.underWay() > 0 && performance.now() < deadline) await pause(10)
      ended.catch(() => {})
      await client.destroy()
    }
  }
}

/** The gateway has closed the connection for good. */
class Lost extends Error {
  override readonly name = 'Lost'
  readonly code: number

  constructor(code: number) {
    super(`closed by Discord with ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`)
    this.code = code
  }
}

function isRefused(error: unknown): boolean {
  return (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) || (error instanceof Lost && hopeless.has(error.code))
}

function createClient({ apiRoot }: DiscordSettings): Client {
  return new Client({
    // Slash commands need none; mentions and private messages need no privileged one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    // Whatever we say, it calls nobody.
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0, GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id } }),
    ...(apiRoot === undefined ? {} : { rest: { api: apiRoot } }),
  })
}
