import type { MissingFacet } from './rule-name.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { isCountry } from '../../knowledge/places.ts'
import type { Facet } from '../../knowledge/schema.ts'
import { deeds } from '../../languages/language-data.ts'
import type { Asked } from '../understanding/asked.ts'
import { missingDeed } from './deeds.ts'
import type { Mark } from '../understanding/grammar.ts'
import { saysMoney } from './said-money.ts'
import type { Turn } from './turn.ts'

/** The facet that a question plainly asks for and the source does not say of the entry; undefined if it can be told. */
export function missingFacet(entry: Entry, turn: Turn): MissingFacet | undefined {
  const { asked, words } = turn.question
  const { pack } = turn.knowledge
  const says = (facet: Facet): boolean => entry.says.some(({ about }) => about === facet)
  const has = (mark: Mark): boolean => words.some(({ marks }) => marks.has(mark))
  if (has('price') && hasText(entry) && !saysMoney(entry, turn.knowledge)) return 'price'
  // What a plain text or a list of questions says is not typed: nobody can tell what it lacks.
  if (entry.says.length === 0 && !entry.dates && entry.place === undefined)
    return entry.type !== 'list' && hasText(entry) ? missingDeed(entry, turn) : undefined
  const { files, source } = entry.details
  if (entry.type === 'document' && has('full text') && !files?.length && source?.url === undefined) return 'text'
  if (entry.nameless && asksNames(asked)) return 'names'
  const counts = asked.has('number') && !asked.has('when') && !has('price')
  if (entry.type === 'list') return undefined
  const deed = missingDeed(entry, turn)
  if (deed) return deed
  const { prices, capacity } = entry.details
  // "The number of the resolution" asks for what it is called.
  const isNumbered = entry.type === 'document' && entry.numbers.length > 0 && !deeds.some(has)
  if (counts && !isNumbered && !says('number') && !prices && capacity === undefined) return 'number'
  const place = entry.place === undefined ? undefined : pack.places.get(entry.place)
  if (place?.venue === undefined && has('address')) return 'address'
  const country = place !== undefined && isCountry(place)
  // A question for the city is not answered by the country.
  if (country && has('city')) return 'city'
  const only = asked.size === 1
  // Who hosted it may be told by where it was.
  const asksWho = only && asked.has('who') && !deeds.some(has)
  const isPart = entry.type === 'theme' || entry.type === 'person'
  if (only && asked.has('when') && !isPart && !entry.dates && !says('when')) return 'when'
  const people = entry.people.length + entry.organisations.length
  if (asksWho && entry.type === 'fact' && people === 0 && !says('who')) return 'who'
  const isTyped = entry.type === 'event' || entry.type === 'fact'
  if (only && asked.has('where') && isTyped && entry.place === undefined && !says('where')) return 'where'
  if (entry.type !== 'event') return undefined
  if (asksWho && people === 0 && !says('who')) return 'who'
  return undefined
}

/** "Name them one by one", and nothing else of them. */
function asksNames(asked: ReadonlySet<Asked>): boolean {
  const others = [...asked].filter((one) => one !== 'title' && one !== 'list' && one !== 'what')
  return others.length === 0 && (asked.has('title') || asked.has('list'))
}

/** What only questions tell of may have any answer behind them. */
function hasText({ type, text, says }: Entry): boolean {
  return type !== 'gap' && (Object.keys(text).length > 0 || says.length > 0)
}
