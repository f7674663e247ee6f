import { setTimeout as pause } from 'node:timers/promises'
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/** Within the three seconds that a first response has. */
const pausesMs = [100, 400, 800]

/**
 * A request, again if the connection broke: discord.js repeats what Discord answers with trouble, but not what it did not
 * answer. Safe for first responses, which Discord takes once, for edits, and for messages with a nonce.
 */
export async function persist<T>(request: () => Promise<T>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError) throw error
      await pause(ms)
    }
  }
  return request()
}
