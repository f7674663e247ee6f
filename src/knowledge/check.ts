import { within, type Fault, type Origin } from './fault.ts'
import { isOnlyNamed } from './refer.ts'
import { languages } from './language.ts'
import type { Entry, Localised, LocalisedLists, Named, Pack } from './pack.ts'

/** Where the things of a pack were read, by their ids. */
export type Origins = {
  readonly manifest: Origin | undefined
  readonly entries: ReadonlyMap<string, Origin>
  readonly organisations: ReadonlyMap<string, Origin>
  readonly places: ReadonlyMap<string, Origin>
}

/** What is wrong with a part of an entry, and the keys that lead to that part. */
type Complaint = { readonly path: readonly PropertyKey[]; readonly message: string }

/** What a schema can't see: relations that lead nowhere, languages left out, one name for two things. */
export function checkPack(pack: Pack, origins: Origins): Fault[] {
  const faults: Fault[] = []
  const entries = new Map<string, Entry>()
  for (const entry of pack.entries) {
    if (entries.has(entry.id))
      faults.push({ ...originOf(entry, origins), message: 'this id is used twice; give each its own' })
    entries.set(entry.id, entry)
  }
  for (const entry of pack.entries) {
    const complaints = [...emptiness(entry), ...dangling(entry, entries, pack), ...missingSection(entry, pack)]
    for (const { path, message } of complaints) faults.push({ ...within(originOf(entry, origins), ...path), message })
  }
  if (pack.subject !== undefined && !entries.has(pack.subject)) {
    const { file } = origins.manifest ?? { file: 'pack.yaml' }
    faults.push({ file, place: 'subject', path: ['subject'], message: `no entry has the id ${pack.subject}` })
  }
  faults.push(...checkPlaces(pack, origins), ...checkTerms(pack))
  return [...faults, ...sharedNames(pack, origins)]
}

function originOf({ id }: Entry, { entries }: Origins): Origin {
  return entries.get(id) ?? { file: '', place: id }
}

function emptiness(entry: Entry): Complaint[] {
  const isOfTopic = entry.type === 'gap' && entry.topic !== undefined
  const says = [entry.title, entry.text].some(hasText) || entry.says.length > 0 || hasQuestion(entry) || isOfTopic
  return says ? [] : [{ path: [], message: 'says nothing; give it a title, a text or questions' }]
}

function hasQuestion({ questions }: Entry): boolean {
  return questions.kk.length + questions.ru.length + questions.en.length > 0
}

function hasText(text: Localised): boolean {
  return Object.keys(text).length > 0
}

function dangling(entry: Entry, entries: ReadonlyMap<string, Entry>, pack: Pack): Complaint[] {
  const complaints: Complaint[] = []
  const expect = (
    relation: string,
    ids: readonly string[],
    exists: (id: string) => boolean,
    remedy = '',
    isList = true,
  ): void => {
    ids.forEach((id, at) => {
      if (exists(id)) return
      const path = isList ? [relation, at] : [relation]
      complaints.push({ path, message: `${relation} names ${id}, which the pack does not have${remedy}` })
    })
  }
  const isPerson = (id: string): boolean => entries.get(id)?.type === 'person'
  const isPlace = (id: string): boolean => pack.places.has(id)
  const toPlaces = '; add it to places.yaml, or write a name with a capital letter'
  const toPersons = '; add an entry of type person, or write the name as it is spoken'
  const roles = new Set([...entry.speakers, ...entry.chairs, ...entry.organisers])
  const rooms = new Set(entry.slots.flatMap(({ place }) => place ?? []))
  expect('place', entry.place === undefined || rooms.has(entry.place) ? [] : [entry.place], isPlace, toPlaces, false)
  expect('room', [...rooms], isPlace, toPlaces, false)
  expect('within', entry.within === undefined ? [] : [entry.within], (id) => entries.has(id), '', false)
  const others = entry.people.filter((id) => !roles.has(id))
  expect('people', others, isPerson)
  expect('speakers', entry.speakers, isPerson, toPersons)
  expect('chairs', entry.chairs, isPerson, toPersons)
  expect('organisers', entry.organisers, (id) => isPerson(id) || pack.organisations.has(id), toPersons)
  const ofOrganisers = entry.organisations.filter((id) => !roles.has(id))
  expect('organisations', ofOrganisers, (id) => pack.organisations.has(id))
  expect('members', entry.members, (id) => entries.has(id) || pack.organisations.has(id))
  return complaints
}

function missingSection({ section }: Entry, { sections }: Pack): Complaint[] {
  if (section === undefined || sections.size === 0) return []
  const [chapter] = section.split('.') as [string]
  return sections.has(chapter)
    ? []
    : [{ path: ['section'], message: `section ${section} is not under sections of pack.yaml` }]
}

function checkPlaces({ places }: Pack, origins: Origins): Fault[] {
  return [...places.values()].flatMap(({ id, country, venue }) => {
    const origin = origins.places.get(id) ?? { file: 'places.yaml', place: `entry ${id}` }
    const fault = (key: string, message: string): Fault[] => [{ ...within(origin, key), message }]
    const around = venue?.within
    return [
      ...(country === undefined || places.has(country)
        ? []
        : fault('country', `country ${country} is no place of the pack`)),
      ...(around === undefined || places.has(around)
        ? []
        : fault('within', `within names ${around}, which is no place of the pack`)),
      ...(isWithinItself(id, places) ? fault('within', 'is within itself; name what is around it') : []),
    ]
  })
}

function checkTerms({ terms, places }: Pack): Fault[] {
  return terms.flatMap(({ id, places: named = [] }) =>
    named.flatMap((place, at) => {
      const message = `places names ${place}, which the pack does not have; add it to places.yaml`
      const origin = { file: 'terms.yaml', place: `entry ${id}` }
      return places.has(place) ? [] : [{ ...within(origin, 'places', at), message }]
    }),
  )
}

function isWithinItself(id: string, places: Pack['places']): boolean {
  const passed = new Set<string>()
  let next = places.get(id)?.venue?.within
  while (next !== undefined && !passed.has(next)) {
    if (next === id) return true
    passed.add(next)
    next = places.get(next)?.venue?.within
  }
  return false
}

/** Names and abbreviations must lead to one thing: an alias of two would answer with either. */
function sharedNames(pack: Pack, origins: Origins): Fault[] {
  const owners = new Map<string, string>()
  const faults: Fault[] = []
  const claim = (name: string, owner: string, origin: Origin): void => {
    const key = name.toLowerCase()
    const other = owners.get(key)
    if (other !== undefined && other !== owner) {
      faults.push({ ...origin, message: `the name "${name}" also belongs to ${other}; leave it to one of them` })
    }
    owners.set(key, owner)
  }
  const claimAll = (things: Iterable<Named>, from: ReadonlyMap<string, Origin>, file: string): void => {
    for (const thing of things) {
      const origin = from.get(thing.id) ?? { file, place: `entry ${thing.id}` }
      // A room that is only named has the name that entries give it.
      if (isOnlyNamed(thing.id)) continue
      for (const name of Object.values(thing.name)) claim(name, thing.id, within(origin, 'name'))
      for (const name of Object.values(thing.short)) claim(name, thing.id, within(origin, 'short'))
      for (const [name, path] of namesOf(thing.names)) claim(name, thing.id, within(origin, ...path))
    }
  }
  claimAll(pack.organisations.values(), origins.organisations, 'organisations.yaml')
  claimAll(pack.places.values(), origins.places, 'places.yaml')
  for (const entry of pack.entries) {
    for (const [name, path] of namesOf(entry.names)) claim(name, entry.id, within(originOf(entry, origins), ...path))
  }
  return faults
}

/**
 * All names of a thing, each with its path; where names are a plain list, the path ends at the nearest thing that is
 * there.
 */
function namesOf(names: LocalisedLists): [string, PropertyKey[]][] {
  return languages.flatMap((language) =>
    names[language].map((name, at): [string, PropertyKey[]] => [name, ['names', language, at]]),
  )
}
