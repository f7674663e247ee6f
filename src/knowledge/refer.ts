import { emptyEntry } from './empty-entry.ts'
import { languages } from './language.ts'
import type { Localising } from './localising.ts'
import type { Entry, Localised, LocalisedLists, Named, Place, Venue } from './pack.ts'
import { readMedia } from './read-details.ts'
import type { PlaceInput } from './schema.ts'

/** Finds the thing that somebody meant by an id or a name; a name that nothing has makes a thing of its own. */
export type Refer = (typed: string) => string

/** "jane-doe" is meant for an id; whatever else is typed for a person or a room is a name. */
const idLike = /^\p{Ll}[\p{Ll}\p{N}]*(?:[._:-][\p{Ll}\p{N}]+)+$/u

/**
 * Refers to things by id, or by a name in any language, and makes those that are only named: `make` is called once for
 * each. What looks like an id that nothing has is left as it is: it is a slip, which the checks report.
 */
export function referTo(
  known: Iterable<{ readonly id: string; readonly names: readonly string[] }>,
  prefix: string,
  make: (id: string, name: string) => void,
): Refer {
  const ids = new Set<string>()
  const byName = new Map<string, string>()
  for (const { id, names } of known) {
    ids.add(id)
    for (const name of names) byName.set(keyOf(name), byName.get(keyOf(name)) ?? id)
  }
  return (typed) => {
    if (ids.has(typed)) return typed
    const found = byName.get(keyOf(typed))
    if (found !== undefined) return found
    if (idLike.test(typed)) return typed
    const id = `${prefix}:${slugOf(typed)}`
    byName.set(keyOf(typed), id)
    make(id, typed)
    return id
  }
}

export function namesOf(names: LocalisedLists): string[] {
  return languages.flatMap((language) => names[language])
}

export function textsOf(text: Localised): string[] {
  return languages.flatMap((language) => text[language] ?? [])
}

/** Whether an id was made for a name that an entry gives, with nothing else known of the thing. */
export function isOnlyNamed(id: string): boolean {
  return /^(?:room|person|organisation):/.test(id)
}

/** A person of whom nothing but the name is known. */
export function personNamed(id: string, name: string, { text }: Localising): Entry {
  return { ...emptyEntry, id, type: 'person', title: text(name) }
}

export function roomNamed(id: string, name: string, { text }: Localising): Place {
  return { ...namedOnly(id, text(name)), venue: { floor: {}, directions: {}, address: {} } }
}

export function organisationNamed(id: string, name: string, { text }: Localising): Named {
  return namedOnly(id, text(name))
}

/** A place of places.yaml. What is within something, or has a floor or a way to it, is a venue. */
export function toPlace(input: PlaceInput, named: Named, localising: Localising): Place {
  const { text } = localising
  const { country, within, floor, directions, address, map, picture } = input
  const isVenue = [within, floor, directions, address, map, picture].some((one) => one !== undefined)
  const venue: Venue = {
    ...(within !== undefined && { within }),
    floor: text(floor),
    directions: text(directions),
    address: text(address),
    ...(map !== undefined && { map }),
    ...(picture !== undefined && { picture: readMedia(picture, localising) }),
  }
  return { ...named, ...(country !== undefined && { country }), ...(isVenue && { venue }) }
}

function namedOnly(id: string, name: Localised): Named {
  return { id, name, short: {}, names: emptyEntry.names, note: {} }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ')
}

/** "Hall A, 2nd floor" is hall-a-2nd-floor; an id has at most a hundred letters. */
function slugOf(name: string): string {
  return keyOf(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}
