import { languages, type Language } from '../../knowledge/language.ts'
import type { LocalisedLists, Named, Pack, Term } from '../../knowledge/pack.ts'
import { isCountry } from '../../knowledge/places.ts'
import type { Concept } from '../../lexicon/concept.ts'
import { normalise } from '../text/normalise.ts'

/** What the lexicon calls parts of the world, and what lies in them. */
const region = /^region-/
const inRegion = /^(country|city)-/

/**
 * A pack that knows which of its places lie in which part of the world, by the lexicon: "outside Asia" leaves out what
 * was in a country of Asia. A term of its own with such a name gets the places, unless it says which they are; what is
 * a name of something else there stays that.
 */
export function withRegions(pack: Pack, concepts: readonly Concept[]): Pack {
  const found = placesByRegion(pack, concepts)
  if (found.size === 0) return pack
  const taken = takenNames(pack)
  const owners = new Map(
    pack.terms.flatMap((term) => spellingsOf(term.names).map((name): [string, Term] => [name, term])),
  )
  const given = new Map<Term, readonly string[]>()
  const added: Term[] = []
  for (const { id, words } of concepts) {
    const places = found.get(id)
    if (!places) continue
    const names = listsOf(words)
    const owner = spellingsOf(names)
      .values()
      .map((name) => owners.get(name))
      .find((term) => term !== undefined)
    if (owner) given.set(owner, owner.places ?? places)
    else added.push({ id, generic: false, places, names: without(names, taken) })
  }
  const terms = pack.terms.map((term) => (given.has(term) ? { ...term, places: given.get(term)! } : term))
  return { ...pack, terms: [...terms, ...added.filter(({ names }) => spellingsOf(names).length > 0)] }
}

/** The countries (and cities of no country) of a pack by the parts of the world that they lie in. */
function placesByRegion({ places }: Pack, concepts: readonly Concept[]): Map<string, string[]> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  const byName = new Map(
    concepts
      .filter(({ id }) => inRegion.test(id))
      .flatMap(({ id, words }) => spellingsOf(listsOf(words)).map((name): [string, string] => [name, id])),
  )
  const found = new Map<string, string[]>()
  for (const place of places.values()) {
    const known = isCountry(place)
      ? namesOf(place)
          .map((name) => byName.get(name))
          .find(Boolean)
      : undefined
    for (const id of known === undefined ? [] : around(known, byId))
      found.getOrInsertComputed(id, () => []).push(place.id)
  }
  return found
}

/** The parts of the world around a country or a city, the larger ones too. */
function around(id: string, concepts: ReadonlyMap<string, Concept>): Set<string> {
  const regions = new Set<string>()
  const next = [id]
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    for (const kind of concepts.get(one)?.kinds ?? []) {
      if (regions.has(kind)) continue
      if (region.test(kind)) regions.add(kind)
      next.push(kind)
    }
  }
  return regions
}

/** "LANGUAGE NAME" of all that something is called. */
function spellingsOf(names: LocalisedLists): string[] {
  return languages.flatMap((language) => names[language].map((name) => spelt(name, language)))
}

function namesOf({ name, short, names }: Named): string[] {
  return languages.flatMap((language) =>
    [name[language], short[language], ...names[language]].flatMap((text) =>
      text === undefined ? [] : [spelt(text, language)],
    ),
  )
}

function spelt(name: string, language: Language): string {
  return `${language} ${normalise(name)}`
}

function takenNames({ places, organisations, entries }: Pack): ReadonlySet<string> {
  return new Set([
    ...[...places.values(), ...organisations.values()].flatMap(namesOf),
    ...entries.flatMap(({ names }) => spellingsOf(names)),
  ])
}

function listsOf(words: Concept['words']): LocalisedLists {
  return byLanguage((language) => words.get(language) ?? [])
}

function without(names: LocalisedLists, taken: ReadonlySet<string>): LocalisedLists {
  return byLanguage((language) => names[language].filter((name) => !taken.has(spelt(name, language))))
}

function byLanguage(listOf: (language: Language) => readonly string[]): LocalisedLists {
  return { kk: listOf('kk'), ru: listOf('ru'), en: listOf('en') }
}
