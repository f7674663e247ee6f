import { OperatorError } from '../knowledge/fault.ts'
import type { Config } from '../operation/config.ts'
import { invitationTo } from '../bots/discord/invitation.ts'
import { clockFault } from '../operation/clock.ts'

/** Longer than any platform takes that is well. */
const patienceMs = 4000

/** Whose token it is: core.telegram.org/bots/api#getme. Throws an OperatorError. */
export async function checkTelegram({ token, apiRoot }: NonNullable<Config['telegram']>): Promise<string> {
  const root = apiRoot ?? 'https://api.telegram.org'
  const { status, body } = await ask('Telegram', `${root}/bot${token}/getMe`)
  const { result, description } = body as { result?: { username?: string }; description?: string }
  if (status === 401 || status === 404)
    throw new OperatorError('Telegram refuses TELEGRAM_BOT_TOKEN; copy it anew from @BotFather')
  if (!result) throw new OperatorError(`Telegram answers ${status}: ${description ?? 'nothing that is understood'}`)
  return `@${result.username} (https://t.me/${result.username})`
}

/** Whose token it is, and how the bot is invited: discord.com/developers/docs/resources/application. */
export async function checkDiscord({ token, apiRoot }: NonNullable<Config['discord']>): Promise<string> {
  const root = apiRoot ?? 'https://discord.com/api'
  const { status, body } = await ask('Discord', `${root}/v10/applications/@me`, { authorization: `Bot ${token}` })
  const { id, name } = body as { id?: string; name?: string }
  if (status === 401)
    throw new OperatorError(
      'Discord refuses DISCORD_TOKEN; copy it anew from discord.com/developers/applications (Bot, Reset Token)',
    )
  if (id === undefined) throw new OperatorError(`Discord answers ${status}, and not as expected; try again later`)
  return `${name ?? 'application'} ${id}; invite it by ${invitationTo(id)}`
}

async function ask(platform: string, address: string, headers: Readonly<Record<string, string>> = {}) {
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const response = await fetch(address, { headers, signal })
    const fault = clockFault(platform, response.headers.get('date'), Date.now())
    if (fault !== undefined) throw new OperatorError(fault)
    return { status: response.status, body: await response.json().catch((): unknown => ({})) }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`${platform} can't be reached: ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`
  // What fetch says of itself is "fetch failed".
  if (error.cause instanceof AggregateError) return error.cause.errors.map(reasonOf).join('; ')
  return error.cause instanceof Error ? error.cause.message : error.message
}
