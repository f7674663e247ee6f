import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { placesAround } from '../../knowledge/places.ts'
import { say } from '../i18n.ts'
import { formatSpan } from './format-dates.ts'
import { formatSlots } from './format-hours.ts'

/** "13–15 May 2025, Ashgabat, Turkmenistan": when and where, as far as the typed data say. */
export function whenAndWhere(entry: Entry, pack: Pack, language: Language): string {
  const days = entry.dates ? formatSpan(entry.dates, language) : undefined
  const date = formatSlots(entry.slots, language) ?? days
  const places = entry.place === undefined ? [] : shortPlace(entry.place, pack, language)
  return [...(date === undefined ? [] : [date]), ...places].join(', ')
}

/** The place and what is around it: ["Ashgabat", "Turkmenistan"], ["Hall B", "Congress Centre", "Astana", …]. */
export function placeNames(place: string | undefined, pack: Pack, language: Language): string[] {
  if (place === undefined) return []
  return placesAround(place, pack).flatMap(({ name }) => wordsIn(name, language) ?? [])
}

/** A room with its floor, which is enough for whoever is in the building; any other place with all around it. */
function shortPlace(id: string, pack: Pack, language: Language): string[] {
  const around = placesAround(id, pack)
  const [room, building] = around
  const names = around.flatMap(({ name }) => wordsIn(name, language) ?? [])
  if (!room?.venue || !building?.venue) return names
  const floor = wordsIn(room.venue.floor, language)
  return [names[0]!, ...(floor === undefined ? [] : [floor])]
}

/** The entry's title, with its number among the themes. */
export function titleOf(entry: Entry, language: Language): string {
  const title = wordsIn(entry.title, language) ?? entry.id
  return entry.type === 'theme' && entry.ordinal !== undefined
    ? say(language, 'event.theme', { number: entry.ordinal, title })
    : title
}

/** An organisation within a sentence: "UNICEF (UN Children’s Fund)". */
export function nameInSentence(id: string, pack: Pack, language: Language): string {
  const { name, short } = pack.organisations.get(id) ?? {}
  const [full, abbreviation] = [name && wordsIn(name, language), short?.[language]]
  return abbreviation === undefined || abbreviation === full ? (full ?? id) : `${abbreviation} (${full})`
}

/** An organisation or an entry by name; an organisation also by its abbreviation: "UNEP – UN Environment Programme". */
export function memberName(id: string, pack: Pack, language: Language): string {
  const organisation = pack.organisations.get(id)
  if (organisation) {
    const name = wordsIn(organisation.name, language) ?? id
    const short = organisation.short[language]
    return short === undefined || short === name ? name : `${short} – ${name}`
  }
  const entry = pack.entries.find((one) => one.id === id)
  if (!entry) return id
  const facts = whenAndWhere(entry, pack, language)
  return facts === '' ? titleOf(entry, language) : `${facts}: ${titleOf(entry, language)}`
}
