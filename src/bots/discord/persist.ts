import { setTimeout as pause } from 'node:timers/promises'
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { backOff } from '../../core/back-off.ts'

/** Within the three seconds that a first response has: 1.4 of them at most. */
const repeats = 3
const pausesMs = { firstMs: 200, longestMs: 800 }

/**
 * A request, again if the connection broke: discord.js repeats what Discord answers with trouble, but not what it did
 * not answer. Safe for first responses, which Discord takes once, for edits, and for messages with a nonce.
 */
export async function persist<T>(request: () => Promise<T>): Promise<T> {
  for (let failures = 1; failures <= repeats; failures++) {
    try {
      return await request()
    } catch (error) {
      if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError) throw error
      await pause(backOff(failures, pausesMs))
    }
  }
  return request()
}
