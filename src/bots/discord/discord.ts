import { setTimeout as pause } from 'node:timers/promises'
import {
  Client,
  DiscordjsErrorCodes,
  DiscordjsError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
} from 'discord.js'
import { OperatorError } from '../../knowledge/fault.ts'
import { buttonData } from '../button-data.ts'
import { entryKeys } from '../entry-keys.ts'
import type { Common } from '../platform.ts'
import { attend } from './bot.ts'
import { announcementRest, discordCourier } from './courier.ts'
import { discordVoice } from './organizers.ts'
import { keepCommandsRegistered } from './register.ts'

/** Discord can't be used. The message names the setting. */
class DiscordError extends OperatorError {
  override readonly name = 'DiscordError'
}

export type DiscordSettings = {
  readonly token: string
  /** Undefined for Discord's own servers. */
  readonly apiRoot: string | undefined
  readonly organizers: readonly string[]
}

/** How long a stop waits for answers that are being sent. */
const graceMs = 5000

/** discord.js reconnects by itself, twice a second and without end; after so long we begin anew, with pauses. */
const reconnectPatienceMs = 60_000

/** The gateway has closed the connection for good, or does not take us back. */
class Lost extends Error {
  override readonly name = 'Lost'
  readonly code: number

  constructor(code: number, message = `closed by Discord with ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`) {
    super(message)
    this.code = code
  }
}

/**
 * Serves the desk in Discord until `stopping` is aborted, and then finishes what is being answered. Throws a
 * DiscordError if the token is refused, another error if the connection can't be had or is lost for good. `report` is
 * told how it stands; `failed` of each answer that could not be given.
 */
export async function serveDiscord({ settings, ...common }: Common & { settings: DiscordSettings }): Promise<void> {
  const {
    desk,
    currentPack,
    log,
    now,
    stopping,
    report,
    failed,
    deliver,
    notifyOrganizers,
    organizersChat,
    attachment,
  } = common
  const client = createClient(settings)
  const keys = entryKeys(() => currentPack().entries)
  const data = buttonData(keys)
  const voice = discordVoice(client.rest, data, log)
  const attended = attend({ client, desk, organizersChat, voice, log, now, failed, keys, data })
  const halted = new AbortController()
  const rest = announcementRest(settings.token, settings.apiRoot)
  const courier = discordCourier({ rest, data, attachment, failed, stopping: halted.signal })
  let delivering: Promise<unknown> | undefined
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>()
  const done = new AbortController()
  let patience: NodeJS.Timeout | undefined
  ended.catch(() => {})
  stopping.addEventListener('abort', () => end(), { signal: done.signal })
  if (stopping.aborted) end()
  client.once(Events.ClientReady, ({ user, application }) => {
    log.info({ platform: 'discord', user: user.id, guilds: client.guilds.cache.size }, 'connected')
    delivering ??= Promise.all([deliver(courier, halted.signal), notifyOrganizers(voice, halted.signal)])
    void keepCommandsRegistered(client.rest, application.id, log, done.signal)
  })
  client.on(Events.ShardReady, isUp).on(Events.ShardResume, isUp).on(Events.ShardReconnecting, isDown)
  client.on(Events.ShardDisconnect, ({ code }) => fail(new Lost(code)))
  client.on(Events.ShardError, trouble).on(Events.Error, trouble)
  try {
    await Promise.race([client.login(settings.token), ended])
    await ended
  } catch (error) {
    if (isRefused(error))
      throw new DiscordError(
        'Discord refuses DISCORD_TOKEN; copy it anew from discord.com/developers/applications (Bot, Reset Token)',
        { cause: error },
      )
    throw error
  } finally {
    done.abort()
    halted.abort()
    clearTimeout(patience)
    attended.stop()
    const deadline = performance.now() + graceMs
    while (attended.underWay() > 0 && performance.now() < deadline) await pause(10)
    await delivering
    client.removeAllListeners()
    // A library that is being reconnected may emit an error after this; nobody else would hear it.
    client.on(Events.Error, () => {})
    await client.destroy()
  }

  function isUp(): void {
    clearTimeout(patience)
    patience = undefined
    report({ state: 'up' })
  }

  function isDown(): void {
    if (stopping.aborted || patience !== undefined) return
    log.warn({ platform: 'discord' }, 'connection lost; reconnecting')
    report({ state: 'down', reason: 'reconnecting' })
    patience = setTimeout(
      () => fail(new Lost(0, `not reconnected within ${reconnectPatienceMs / 1000} s`)),
      reconnectPatienceMs,
    )
  }

  function trouble(error: Error): void {
    // Twice a second while Discord is away; that it is away is said once.
    log.debug({ platform: 'discord', err: error }, 'trouble with the connection')
  }
}

/** The close code after which the same token can't succeed. */
const authenticationFailed: number = GatewayCloseCodes.AuthenticationFailed

function isRefused(error: unknown): boolean {
  return (
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof Lost && error.code === authenticationFailed)
  )
}

function createClient({ apiRoot }: Pick<DiscordSettings, 'apiRoot'>): Client {
  const mostKept = 1000
  return new Client({
    // Slash commands need none; mentions and private messages need no privileged one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Whatever we say, it calls nobody.
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing that grows with the people who ask is kept.
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
