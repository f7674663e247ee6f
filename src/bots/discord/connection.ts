import { DiscordjsErrorCodes, DiscordjsError, Events, GatewayCloseCodes, type Client } from 'discord.js'
import type { Common } from '../platform.ts'
import { OperatorError } from '../../knowledge/fault.ts'

/** Discord can't be used. The message names the setting. */
class DiscordError extends OperatorError {
  override readonly name = 'DiscordError'
}

/** The gateway has closed the connection for good, or does not take us back. */
class Lost extends Error {
  override readonly name = 'Lost'
  readonly code: number

  constructor(code: number, message = `closed by Discord with ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`) {
    super(message)
    this.code = code
  }
}

/** discord.js reconnects by itself, twice a second and without end; after so long we begin anew, with pauses. */
const reconnectPatienceMs = 60_000

/**
 * Connects, and resolves when `stopping` is aborted. Throws a DiscordError if the token is refused, another error if
 * the connection can't be had or is lost for good. `report` is told how it stands.
 */
export async function stayConnected(
  client: Client,
  token: string,
  { log, report, stopping }: Pick<Common, 'log' | 'report' | 'stopping'>,
): Promise<void> {
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>()
  const done = new AbortController()
  let patience: NodeJS.Timeout | undefined
  ended.catch(() => {})
  stopping.addEventListener('abort', () => end(), { signal: done.signal })
  if (stopping.aborted) end()
  client.on(Events.ShardReady, isUp).on(Events.ShardResume, isUp).on(Events.ShardReconnecting, isDown)
  client.on(Events.ShardDisconnect, ({ code }) => fail(new Lost(code)))
  client.on(Events.ShardError, trouble).on(Events.Error, trouble)
  try {
    await Promise.race([client.login(token), ended])
    await ended
  } catch (error) {
    throw isRefused(error) ? refused(error) : error
  } finally {
    done.abort()
    clearTimeout(patience)
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

function refused(cause: unknown): DiscordError {
  return new DiscordError(
    'Discord refuses DISCORD_TOKEN; copy it anew from discord.com/developers/applications (Bot, Reset Token)',
    { cause },
  )
}
