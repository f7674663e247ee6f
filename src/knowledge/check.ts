import { within, type Fault, type Origin } from './fault.ts'
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
    const complaints = [
      ...emptiness(entry),
      ...dangling(entry, entries, pack),
      ...untranslated(entry, pack),
      ...missingSection(entry, pack),
    ]
    for (const { path, message } of complaints) faults.push({ ...within(originOf(entry, origins), ...path), message })
  }
  if (pack.subject !== undefined && !entries.has(pack.subject)) {
    const { file } = origins.manifest ?? { file: 'pack.yaml' }
    faults.push({ file, place: 'subject', path: ['subject'], message: `no entry has the id ${pack.subject}` })
  }
  for (const { id, country } of pack.places.values()) {
    if (country !== undefined && !pack.places.has(country)) {
      const origin = origins.places.get(id) ?? { file: 'places.yaml', place: `entry ${id}` }
      faults.push({ ...within(origin, 'country'), message: `country ${country} is no place of the pack` })
    }
  }
  return [...faults, ...sharedNames(pack, origins)]
}

function originOf({ id }: Entry, { entries }: Origins): Origin {
  return entries.get(id) ?? { file: '', place: id }
}

function emptiness(entry: Entry): Complaint[] {
  const says = [entry.title, entry.text].some(hasText) || entry.says.length > 0 || hasQuestion(entry)
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
  const expect = (relation: keyof Entry, ids: readonly string[], exists: (id: string) => boolean): void => {
    ids.forEach((id, at) => {
      if (exists(id)) return
      const path = Array.isArray(entry[relation]) ? [relation, at] : [relation]
      complaints.push({ path, message: `${relation} names ${id}, which the pack does not have` })
    })
  }
  expect('place', entry.place === undefined ? [] : [entry.place], (id) => pack.places.has(id))
  expect('within', entry.within === undefined ? [] : [entry.within], (id) => entries.has(id))
  expect('people', entry.people, (id) => entries.get(id)?.type === 'person')
  expect('organisations', entry.organisations, (id) => pack.organisations.has(id))
  expect('members', entry.members, (id) => entries.has(id) || pack.organisations.has(id))
  return complaints
}

function untranslated(entry: Entry, pack: Pack): Complaint[] {
  if (pack.languages.length === 1) return []
  const texts: [string, Localised, readonly PropertyKey[]][] = [
    ['title', entry.title, ['title']],
    ['text', entry.text, ['text']],
    ['at', entry.at, ['at']],
    ...entry.says.map(({ text }, index): [string, Localised, readonly PropertyKey[]] => [
      `says ${index + 1}`,
      text,
      ['says', index],
    ]),
  ]
  return texts.flatMap(([name, text, path]) => {
    if (!hasText(text)) return []
    const missing = pack.languages.filter((language) => text[language] === undefined)
    return missing.length > 0 ? [{ path, message: `${name} is missing in ${missing.join(', ')}; translate it` }] : []
  })
}

function missingSection({ section }: Entry, { sections }: Pack): Complaint[] {
  if (section === undefined || sections.size === 0) return []
  const [chapter] = section.split('.') as [string]
  return sections.has(chapter)
    ? []
    : [{ path: ['section'], message: `section ${section} is not under sections of pack.yaml` }]
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
