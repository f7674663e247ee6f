import type { Platform } from '../people/people.ts'

/** A message of the bot to organizers that is kept up to date while something is sent. */
export type Watch = {
  readonly announcement: string
  readonly platform: Platform
  readonly person: string
  readonly chat: string
  readonly message: string
}

/** A message in a chat. */
export type Place = Pick<Watch, 'chat' | 'message'>

/** Remembers which messages are kept up to date. */
export type WatchStore = {
  readonly watch: (watch: Watch) => Promise<void>
  readonly watches: (platform: Platform) => Promise<Watch[]>
  readonly isWatched: (watch: Omit<Watch, 'person'>) => Promise<boolean>
  /** Leaves it alone from now on; another message in the chat that took its place goes on. False if it was. */
  readonly unwatch: (watch: Omit<Watch, 'person'>) => Promise<boolean>
}
