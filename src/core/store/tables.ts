import type { Generated } from 'kysely'
import type { Platform } from '../people/people.ts'

/** The tables as both engines have them. Moments are ISO 8601 in UTC, platform ids are text, flags are moments or null. */
export type Tables = {
  people: {
    platform: Platform
    id: string
    language: string | null
    /** When the person was offered to switch languages; never again after that. */
    switch_offered_at: string | null
  }
  groups: { platform: Platform; id: string; language: string | null }
  feedback: {
    id: Generated<number>
    platform: Platform
    person: string
    language: string
    /** What the person had asked, if that was still known when the button was pressed. */
    question: string | null
    /** The entry that the answer spoke of. */
    entry: string
    at: string
  }
  telegram_updates: {
    id: number
    /** The update as JSON until it is settled; what people wrote is not kept longer. */
    payload: string | null
    state: 'received' | 'begun' | 'settled'
    /** The process that began it. */
    owner: string | null
    chat: string | null
    /** The message that asked. */
    message: number | null
    /** JSON list of the ids of the messages that answered. */
    answers: string | null
    received_at: string
  }
}
