import type { MissingFacet } from './rule-name.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { isCountry } from '../../knowledge/places.ts'
import type { Facet } from '../../knowledge/schema.ts'
import { missingDeed } from './deeds.ts'
import type { Turn } from './turn.ts'

/** The facet that a question plainly asks for and the source does not say of the entry; undefined if it can be told. */
export function missingFacet(entry: Entry, turn: Turn): MissingFacet | undefined {
  const { asked, words } = turn.question
  const { pack } = turn.knowledge
  const says = (facet: Facet): boolean => entry.says.some(({ about }) => about === facet)
  // What a plain text or a list of questions says is not typed: nobody can tell what it lacks.
  if (entry.says.length === 0 && !entry.dates && entry.place === undefined) return undefined
  const counts = asked.has('number') && !asked.has('when')
  if (entry.type === 'list') return undefined
  const deed = missingDeed(entry, turn)
  if (deed) return deed
  const { prices, capacity } = entry.details
  if (counts && !says('number') && !prices && capacity === undefined) return 'number'
  const place = entry.place === undefined ? undefined : pack.places.get(entry.place)
  const country = place !== undefined && isCountry(place)
  // A question for the city is not answered by the country.
  if (country && words.some(({ marks }) => marks.has('city'))) return 'city'
  const only = asked.size === 1
  const isPart = entry.type === 'theme' || entry.type === 'person'
  if (only && asked.has('when') && !isPart && !entry.dates && !says('when')) return 'when'
  const people = entry.people.length + entry.organisations.length
  if (only && asked.has('who') && entry.type === 'fact' && people === 0 && !says('who')) return 'who'
  const isTyped = entry.type === 'event' || entry.type === 'fact'
  if (only && asked.has('where') && isTyped && entry.place === undefined && !says('where')) return 'where'
  if (entry.type !== 'event') return undefined
  if (only && asked.has('who') && people === 0 && !says('who')) return 'who'
  return undefined
}
