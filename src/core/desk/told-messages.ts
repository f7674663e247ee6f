import { LRUCache } from 'lru-cache'

/**
 * Which entries the messages that we sent spoke of: whoever replies to one of them asks about those. In memory alone.
 */
export type ToldMessages = {
  /** `messages`: keys that a platform makes of its ids, unique over all platforms. */
  readonly remember: (messages: readonly string[], entries: readonly string[]) => void
  /** Undefined for a message that is forgotten, or spoke of none. */
  readonly about: (message: string) => readonly string[] | undefined
}

/** Far more than anybody scrolls back; the oldest make room. */
const mostMessages = 10_000

export function rememberToldMessages(): ToldMessages {
  const told = new LRUCache<string, readonly string[]>({ max: mostMessages })
  return {
    remember(messages, entries) {
      if (entries.length > 0) for (const message of messages) told.set(message, entries)
    },
    about: (message) => told.get(message),
  }
}
