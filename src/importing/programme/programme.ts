import type { Fault } from '../../knowledge/fault.ts'
import type { Localised } from '../../knowledge/pack.ts'

/** Something on the web, with what to call it. */
export type Link = { readonly label?: string; readonly url: string }

/** When and where a session is: "2026-06-10 09:30" at the venue; the end too, if the source tells it. */
export type Slot = { readonly start: string; readonly end?: string; readonly room?: string }

/** What happened to a session, as packs say it. */
export const statuses = ['cancelled', 'moved', 'full', 'sold-out'] as const
export type Status = (typeof statuses)[number]

/** One item of a programme. `key` is what its source knows it by, the same in the next edition of the source. */
export type Session = {
  readonly key: string
  readonly title: Localised
  readonly text: Localised
  readonly slots: readonly Slot[]
  /** Keys of people. */
  readonly speakers: readonly string[]
  readonly track?: string
  readonly kind?: string
  /** The language that is spoken, as a code where the source has one: "en". */
  readonly spoken?: string
  readonly links: readonly Link[]
  readonly status?: Status
  readonly capacity?: number
  /** Whether, or how, to register. */
  readonly registration?: string | boolean
  /** Where the source shows it. */
  readonly url?: string
}

export type Person = {
  readonly key: string
  readonly name: Localised
  readonly text: Localised
  readonly affiliation?: Localised
  readonly email?: string
  readonly links: readonly Link[]
}

/** A room, by the name that sessions use for it. */
export type Room = {
  readonly key: string
  readonly name: Localised
  readonly building?: string
  readonly floor?: Localised | string
  readonly directions?: Localised
  readonly links: readonly Link[]
}

/** Something practical: a heading or a question, and what is to be answered. */
export type Fact = {
  readonly key: string
  /** One of the topics that every event is asked about, if the source names it. */
  readonly topic?: string
  readonly title: Localised
  readonly text: Localised
  readonly links: readonly Link[]
  readonly phone?: string
  readonly email?: string
}

/** What a source says of an event, whatever format it has. */
export type Programme = {
  readonly title?: Localised
  /** IANA name, if the source tells where its times are meant. */
  readonly timeZone?: string
  readonly sessions: readonly Session[]
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  readonly facts: readonly Fact[]
}

/** A file as it was read: its programme, what can't be used in it, and what whoever imports should know. */
export type Reading = {
  readonly programme: Programme
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
}

export const emptyProgramme: Programme = { sessions: [], people: [], rooms: [], facts: [] }

/** What several parts of one source say together. */
export function joined(programmes: readonly Programme[]): Programme {
  return {
    sessions: programmes.flatMap(({ sessions }) => sessions),
    people: programmes.flatMap(({ people }) => people),
    rooms: programmes.flatMap(({ rooms }) => rooms),
    facts: programmes.flatMap(({ facts }) => facts),
  }
}
