import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack, type Place } from '../../knowledge/pack.ts'
import { placesAround } from '../../knowledge/places.ts'
import { say } from '../i18n.ts'
import type { Line } from './reply.ts'

type Telling = { readonly pack: Pack; readonly language: Language }

/** How to get to where an entry is: the way in the building, and to the building. */
export function placeLines({ place }: Pick<Entry, 'place'>, { pack, language }: Telling): Line[] {
  if (place === undefined) return []
  return placesAround(place, pack).flatMap((one) => wayTo(one, language))
}

/** A place that is asked for itself: where it is, and how to get there. */
export function tellPlace(place: Place, { pack, language }: Telling): Line[] {
  const floor = place.venue && wordsIn(place.venue.floor, language)
  const names = placesAround(place.id, pack).flatMap(({ name }) => wordsIn(name, language) ?? [])
  const [own, ...around] = names as [string, ...string[]]
  const note = wordsIn(place.note, language)
  return [
    { kind: 'fact', text: [own, ...(floor === undefined ? [] : [floor]), ...around].join(', ') },
    ...(note === undefined ? [] : [{ kind: 'text' as const, text: note }]),
    ...placeLines({ place: place.id }, { pack, language }),
  ]
}

function wayTo({ venue }: Place, language: Language): Line[] {
  if (!venue) return []
  const directions = wordsIn(venue.directions, language)
  const address = wordsIn(venue.address, language)
  const alt = venue.picture && wordsIn(venue.picture.alt, language)
  const lines = [
    directions,
    address === undefined ? undefined : say(language, 'detail.address', { value: address }),
    venue.map === undefined ? undefined : say(language, 'detail.map', { value: venue.map }),
    venue.picture === undefined
      ? undefined
      : say(language, 'detail.picture', { value: [alt, venue.picture.url].filter(Boolean).join(' – ') }),
  ]
  return lines.flatMap((line): Line[] => (line === undefined ? [] : [{ kind: 'text', text: line }]))
}
