import type { Span } from './dates.ts'
import type { Details, Media, Status } from './details.ts'
import type { Language } from './language.ts'
import type { Localised, LocalisedLists } from './localised.ts'
import type { Moment } from './moments.ts'

export { wordsIn, type Localised, type LocalisedLists } from './localised.ts'

/** What a statement is about: the facet of a question that it answers. */
export const facets = [
  'what',
  'when',
  'where',
  'who',
  'title',
  'topic',
  'purpose',
  'result',
  'benefit',
  'number',
  'how',
] as const

export type Facet = (typeof facets)[number]

export const entryTypes = ['event', 'document', 'theme', 'person', 'list', 'fact', 'gap'] as const

/** One sentence of the source that answers one facet of a question. */
export type Statement = { readonly about: Facet; readonly text: Localised }

/** A venue, a city in a country, or (without either) a country. */
export type Place = Named & { readonly country?: string; readonly venue?: Venue }

/** What makes a place a building, or a room in one. */
export type Venue = {
  /** The place around it. */
  readonly within?: string
  readonly floor: Localised
  readonly directions: Localised
  readonly address: Localised
  /** An address that shows it on a map. */
  readonly map?: string
  readonly picture?: Media
}

/** When one part of an event runs, and where. An absent end is not known. */
export type Slot = { readonly from: Moment; readonly to?: Moment; readonly place?: string }

/** An organisation, a place: what relations point at. */
export type Named = {
  readonly id: string
  readonly name: Localised
  readonly short: Localised
  readonly names: LocalisedLists
  readonly note: Localised
}

/** Words for one thing in all languages, which no relation points at: "climate finance". Generic: "take place". */
export type Term = {
  readonly id: string
  readonly names: LocalisedLists
  readonly generic: boolean
  /** The places in a part of the world: "Central Asia". */
  readonly places?: readonly string[]
}

/** One thing that the source says, or (a gap) that people ask and it does not say. */
export type Entry = {
  readonly id: string
  readonly type: (typeof entryTypes)[number]
  readonly title: Localised
  readonly names: LocalisedLists
  readonly text: Localised
  readonly says: readonly Statement[]
  /** What people ask and this entry answers. */
  readonly questions: LocalisedLists
  /** What looks as if this entry answered it, but nothing does. */
  readonly contrast: LocalisedLists
  readonly section?: string
  readonly kind?: string
  readonly ordinal?: number
  readonly ordinals: readonly number[]
  readonly numbers: readonly number[]
  readonly dates?: Span
  /** When it runs, by the clock of the venue and in the order of time; empty if only days are known. */
  readonly slots: readonly Slot[]
  readonly hostDates: boolean
  readonly place?: string
  readonly at: Localised
  readonly within?: string
  readonly preparatory: boolean
  readonly expected: boolean
  readonly closed: boolean
  /** Whether the source tells how many there are, and not what they are called. */
  readonly nameless: boolean
  /** All persons of it, its speakers, chairs and organisers among them. */
  readonly people: readonly string[]
  readonly speakers: readonly string[]
  readonly chairs: readonly string[]
  /** Persons and organisations. */
  readonly organisers: readonly string[]
  readonly organisations: readonly string[]
  readonly members: readonly string[]
  readonly status?: Status
  /** From when until when it is so. */
  readonly validFrom?: Moment
  readonly validUntil?: Moment
  /** A practical topic that the product knows: "wifi". */
  readonly topic?: string
  readonly details: Details
}

/** A name as the subject of a sentence, and behind "in". */
export type Called = { readonly name: string; readonly in: string }

/** A source made answerable: what it says, the names it uses, and where and when it stands. */
export type Pack = {
  readonly id: string
  readonly languages: readonly Language[]
  readonly title: Localised
  /** The title where there is no room for it, or where other events stand beside it: "RES 2026". */
  readonly short?: Localised
  readonly source: Localised
  /** How sentences call the source, in the languages that have a word of their own for it: "the bulletin". */
  readonly called: { readonly [language in Language]?: Called }
  readonly timeZone: string
  /** The entry that "when is it?" is about when nothing was said before. */
  readonly subject?: string
  /** ISO date before which the source was written: later events are expectations to it. */
  readonly writtenBefore?: string
  readonly sections: ReadonlyMap<string, Localised>
  readonly entries: readonly Entry[]
  readonly organisations: ReadonlyMap<string, Named>
  readonly places: ReadonlyMap<string, Place>
  readonly terms: readonly Term[]
  /** Whether people are expected to ask what they ask at every event: food, parking, a visa. Undefined: see there. */
  readonly topics?: boolean
  /** When its files were changed last, in milliseconds since 1970; undefined for what is not from files. */
  readonly modified?: number
  /** The packs that it is made of, if there are several; see joint-pack.ts. */
  readonly parts?: readonly Pack[]
}
