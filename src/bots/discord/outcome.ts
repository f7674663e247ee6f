import { DiscordAPIError, HTTPError, RESTJSONErrorCodes, RateLimitError } from 'discord.js'
import { reasonOf, type ReasonCode } from '../../core/mailing/reason.ts'
import type { Outcome } from '../../core/mailing/delivery.ts'

/** Nobody is there: discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const goneCodes = new Set<number | string>([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
])

/** What came of a call that failed; undefined for what is no matter of Discord's. */
export function outcomeOf(error: unknown): Outcome | undefined {
  if (error instanceof RateLimitError) return { kind: 'later', seconds: waitOf(error) / 1000, everywhere: error.global }
  if (error instanceof DiscordAPIError) {
    const { code, status } = error
    const reason = worded(error)
    if (goneCodes.has(code)) return { kind: 'gone', reason }
    // A token that is refused is no fault of the channel.
    if (status === 401) return { kind: 'trouble', unclear: false, silent: false, reason }
    return status >= 500 ? { kind: 'trouble', unclear: true, silent: false, reason } : { kind: 'refused', reason }
  }
  if (error instanceof HTTPError)
    return { kind: 'trouble', unclear: true, silent: false, reason: `error ${error.status}` }
  if (!isLost(error)) return undefined
  return { kind: 'trouble', unclear: true, silent: true, reason: lossOf(error) }
}

/** What Discord says, by what it means to people. */
const meanings = new Map<number | string, ReasonCode>([
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'closed'],
  [RESTJSONErrorCodes.UnknownChannel, 'deleted'],
  [RESTJSONErrorCodes.UnknownGuild, 'removed'],
  [RESTJSONErrorCodes.MissingAccess, 'noRights'],
  [RESTJSONErrorCodes.MissingPermissions, 'noRights'],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'noText'],
])

function worded({ code, message }: DiscordAPIError): string {
  const meaning = meanings.get(code)
  return meaning === undefined ? message : reasonOf(meaning, message)
}

/**
 * Milliseconds to wait for. Of a limit that Discord has told of beforehand discord.js knows the time to its reset; of
 * another, what the answer asks for.
 */
export function waitOf({ timeToReset, retryAfter, sublimitTimeout }: RateLimitError): number {
  return Math.max(timeToReset, retryAfter, sublimitTimeout)
}

/** No answer came: undici's errors have a code, and what was given up is an AbortError or a TimeoutError. */
function isLost(error: unknown): boolean {
  return error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'TimeoutError')
}

/** What somebody else has deleted need not be. */
export function unlessGone(error: unknown): void {
  if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error
}

/** Without what libraries say of the request. */
function lossOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return error.message
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
    ? 'no answer in time'
    : `connection failed${code}`
}
