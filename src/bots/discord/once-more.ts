import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/**
 * A request, once more if the connection broke: discord.js repeats what Discord answers with trouble, but not what it did
 * not answer. Safe for first responses, which Discord takes once, and for messages with a nonce.
 */
export async function onceMore<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError) throw error
    return request()
  }
}
