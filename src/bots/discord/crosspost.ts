import { DiscordAPIError, RESTJSONErrorCodes, RateLimitError, Routes, type REST } from 'discord.js'
import type { Outcome } from '../../core/mailing/delivery.ts'
import { readReason, reasonOf } from '../../core/mailing/reason.ts'
import { outcomeOf, waitOf } from './outcome.ts'

/** Publishing beyond what is allowed may be silent for longer than anybody waits (discord.js#4956). */
const patienceMs = 10_000

/** Other limits are over sooner; ten an hour in a channel is what is known of this one (auto-publisher#13). */
const hourlyFromSeconds = 300

/**
 * Publishes a post to those who follow its channel, which may be said again. A short wait is waited out by whoever
 * calls; where the limit of the channel is used up, organizers say when to try again.
 */
export async function crosspost(rest: REST, channel: string, message: string): Promise<Outcome> {
  try {
    await rest.post(Routes.channelMessageCrosspost(channel, message), { signal: AbortSignal.timeout(patienceMs) })
    return { kind: 'done', messages: [message] }
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)
      return { kind: 'done', messages: [message] }
    if (error instanceof RateLimitError && !error.global && waitOf(error) > hourlyFromSeconds * 1000) {
      const minutes = Math.ceil(waitOf(error) / 60_000)
      const said = `the limit of about ten an hour is used up for ${minutes} min`
      return { kind: 'refused', reason: reasonOf('publishLimit', said, minutes) }
    }
    const outcome = outcomeOf(error)
    if (!outcome) throw error
    // The post is there: whoever can't publish it may still write.
    if (outcome.kind === 'gone') return { kind: 'refused', reason: worded(outcome.reason) }
    return 'reason' in outcome ? { ...outcome, reason: worded(outcome.reason) } : outcome
  }
}

function worded(reason: string): string {
  const { code, said } = readReason(reason)
  return reasonOf(code === 'noRights' ? 'publishRights' : 'notPublished', said)
}
