import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { formatSpan } from './format-dates.ts'

/** "13–15 May 2025, Ashgabat, Turkmenistan": when and where, as far as the typed data say. */
export function whenAndWhere(entry: Entry, pack: Pack, language: Language): string {
  const date = entry.dates ? [formatSpan(entry.dates, language)] : []
  return [...date, ...placeNames(entry, pack, language)].join(', ')
}

/** The place and its country: ["Ashgabat", "Turkmenistan"]. */
export function placeNames({ place }: Entry, pack: Pack, language: Language): string[] {
  const found = place === undefined ? undefined : pack.places.get(place)
  if (!found) return []
  const country = found.country === undefined ? undefined : pack.places.get(found.country)
  return [found, country].flatMap((one) => (one ? (wordsIn(one.name, language) ?? []) : []))
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
