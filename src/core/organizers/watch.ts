import type { Platform } from '../people/people.ts'

/** A message of the bot to organizers that is kept up to date while something is sent. */
export type Watch = {
  readonly announcement: string
  readonly platform: Platform
  readonly person: string
  readonly chat: string
  readonly message: string
}

/** Remembers which messages are kept up to date. */
export type WatchStore = {
  readonly watch: (watch: Watch) => Promise<void>
  readonly watches: (platform: Platform) => Promise<Watch[]>
  readonly unwatch: (watch: Watch) => Promise<void>
}
