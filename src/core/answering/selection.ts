import type { Entry, Pack } from '../../knowledge/pack.ts'
import { isCountry, placesAround } from '../../knowledge/places.ts'
import type { DateMention } from '../understanding/date-mention.ts'
import { fitsSpan } from '../understanding/fits-span.ts'
import type { Question } from '../understanding/question.ts'

/** What entries must have to be listed: all places and organisations of a question, and one of its dates. */
export type Filter = {
  readonly dates: readonly DateMention[]
  /** Of each place mention the places that it may mean. */
  readonly places: readonly (readonly string[])[]
  readonly organisations: readonly string[]
}

export function filterOf({ dates, names }: Question): Filter {
  const ids = (kind: 'place' | 'organisation'): string[][] =>
    names
      .map(({ things }) => things.filter((thing) => thing.kind === kind).map(({ id }) => id))
      .filter((list) => list.length > 0)
  return { dates, places: ids('place'), organisations: ids('organisation').flat() }
}

export function isEmpty({ dates, places, organisations }: Filter): boolean {
  return dates.length === 0 && places.length === 0 && organisations.length === 0
}

/** The entries that have everything asked for, in the order of the pack. */
export function select(entries: readonly Entry[], filter: Filter, pack: Pack): Entry[] {
  return entries.filter((entry) => matches(entry, filter, pack))
}

/** A filter for any of the places, if nothing can be in all: "in Uzbekistan, Turkmenistan and Tajikistan". */
export function anyPlace(filter: Filter, pack: Pack): Filter {
  const { places } = filter
  return places.length > 1 && areAlike(places, pack) ? { ...filter, places: [places.flat()] } : filter
}

/** Events of the pack; a conference that only hosted one of them is left to that one. */
export function eventsOf(pack: Pack): Entry[] {
  return pack.entries.filter(({ type, kind, dates }) => type === 'event' && kind !== 'host' && dates !== undefined)
}

/** Whether they are all countries, or all cities: nothing can be in two of them. */
function areAlike(mentions: Filter['places'], { places }: Pack): boolean {
  const grades = mentions.map((ids) => ids.every((id) => isCountry(places.get(id)!)))
  return new Set(grades).size === 1
}

/** "In November and December": either. */
function isOnOne(mentions: readonly DateMention[], dates: Entry['dates']): boolean {
  return mentions.some((date) => dates !== undefined && fitsSpan(date, dates) === true)
}

/** Members and what is part of them, so that "15 November" finds one of the three events within COP30. */
export function parts(members: readonly Entry[], entries: readonly Entry[]): Entry[] {
  const ids = new Set(members.map(({ id }) => id))
  return entries.filter(({ id, within }) => ids.has(id) || (within !== undefined && ids.has(within)))
}

function matches(entry: Entry, { dates, places, organisations }: Filter, pack: Pack): boolean {
  const around = entry.place === undefined ? [] : placesAround(entry.place, pack).map(({ id }) => id)
  return (
    places.every((meant) => meant.some((place) => around.includes(place))) &&
    organisations.every((organisation) => entry.organisations.includes(organisation)) &&
    (dates.length === 0 || isOnOne(dates, entry.dates))
  )
}

/** The lists that an entry or an organisation stands on. */
export function listsOf(id: string, { entries }: Pack): Entry[] {
  return entries.filter(({ type, members }) => type === 'list' && members.includes(id))
}
