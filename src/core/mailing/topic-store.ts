import type { Localised } from '../../knowledge/pack.ts'
import type { NewMailing } from './mailing.ts'
import type { Topic } from './topic.ts'

/** How many follow a topic by name. Whoever follows none in particular gets everything, and is not counted. */
export type Following = { readonly people: number; readonly chats: number }

export const nobody: Following = { people: 0, chats: 0 }

export type TopicStore = {
  /** All of them in the order in which they were named, also those that were ended. */
  readonly all: () => Promise<Topic[]>
  /** Names a new one. */
  readonly add: (name: Localised, now: Date) => Promise<Topic>
  /** Another name; one that was ended is there again. */
  readonly rename: (id: string, name: Localised) => Promise<void>
  /** Ends it and schedules a notice to the people who follow it, both or neither. */
  readonly end: (id: string, notice: NewMailing, now: Date) => Promise<void>
  /** Followers by topic; one without followers is absent. */
  readonly following: () => Promise<ReadonlyMap<string, Following>>
  /** Schedules a message to the people who follow a topic and read a language of it: they know its name then. */
  readonly tell: (id: string, mailing: NewMailing, now: Date) => Promise<void>
}
