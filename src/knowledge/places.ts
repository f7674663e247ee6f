import type { Entry, Pack, Place, Slot } from './pack.ts'

/** A place and what is around it, from the inside out: the room, its building, the city, the country. */
export function placesAround(id: string, { places }: Pick<Pack, 'places'>): Place[] {
  const around: Place[] = []
  let place = places.get(id)
  // A place within itself is a fault of the pack, which the checks name; here it must only end.
  while (place && !around.includes(place)) {
    around.push(place)
    const next: string | undefined = place.venue?.within ?? place.country
    place = next === undefined ? undefined : places.get(next)
  }
  return around
}

/** Where an entry is at one of its times: in the room of that time, else in its own. */
export function placeAt(slot: Slot | undefined, entry: Pick<Entry, 'place'>): string | undefined {
  return slot?.place ?? entry.place
}

/** Whether a place is a country: neither a city of one nor a building or a room. */
export function isCountry({ country, venue }: Place): boolean {
  return country === undefined && venue === undefined
}

/** The places of a part of the world; none for other terms. */
export function placesOfTerm(id: string, { terms }: Pick<Pack, 'terms'>): readonly string[] {
  return terms.find((term) => term.id === id)?.places ?? []
}
