import { DiscordAPIError, RESTJSONErrorCodes, RateLimitError, Routes, type REST } from 'discord.js'
import { reasonOf } from './outcome.ts'

/** Publishing beyond ten an hour is not refused, but silent for longer than anybody waits (discord.js#4956). */
const patienceMs = 10_000

/**
 * Publishes a post to those who follow its channel. The post is there whatever comes of it: returns what went wrong, if
 * anything did.
 */
export async function crosspost(rest: REST, channel: string, message: string): Promise<string | undefined> {
  try {
    await rest.post(Routes.channelMessageCrosspost(channel, message), { signal: AbortSignal.timeout(patienceMs) })
    return undefined
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)
      return undefined
    const reason = error instanceof RateLimitError ? 'ten an hour are allowed' : reasonOf(error)
    return `posted, but not published to followers: ${reason}`
  }
}
