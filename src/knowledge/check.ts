import type { Fault, Origin } from './fault.ts'
import type { Entry, Localised, Pack } from './pack.ts'

/** What a schema can't see: relations that lead nowhere, languages left out, one name for two things. */
export function checkPack(pack: Pack, origins: ReadonlyMap<string, Origin>): Fault[] {
  const faults: Fault[] = []
  const fault = (entry: Entry, message: string): void => {
    faults.push({ ...(origins.get(entry.id) ?? { file: '', place: entry.id }), message })
  }
  const entries = new Map<string, Entry>()
  for (const entry of pack.entries) {
    if (entries.has(entry.id)) fault(entry, 'this id is used twice; give each entry its own')
    entries.set(entry.id, entry)
  }
  for (const entry of pack.entries) {
    for (const message of [...emptiness(entry), ...dangling(entry, entries, pack), ...untranslated(entry, pack)]) {
      fault(entry, message)
    }
    const missing = missingSection(entry, pack)
    if (missing) fault(entry, missing)
  }
  if (pack.subject !== undefined && !entries.has(pack.subject)) {
    faults.push({ file: 'pack.yaml', place: 'subject', message: `no entry has the id ${pack.subject}` })
  }
  for (const { id, country } of pack.places.values()) {
    if (country !== undefined && !pack.places.has(country)) {
      faults.push({ file: 'places.yaml', place: `entry ${id}`, message: `country ${country} is no place of the pack` })
    }
  }
  return [...faults, ...sharedNames(pack, origins)]
}

function emptiness(entry: Entry): string[] {
  const says = [entry.title, entry.text].some(hasText) || entry.says.length > 0 || hasQuestion(entry)
  return says ? [] : ['says nothing; give it a title, a text or questions']
}

function hasQuestion({ questions }: Entry): boolean {
  return questions.kk.length + questions.ru.length + questions.en.length > 0
}

function hasText(text: Localised): boolean {
  return Object.keys(text).length > 0
}

function dangling(entry: Entry, entries: ReadonlyMap<string, Entry>, pack: Pack): string[] {
  const faults: string[] = []
  const expect = (relation: string, id: string | undefined, exists: (id: string) => boolean): void => {
    if (id !== undefined && !exists(id)) faults.push(`${relation} names ${id}, which the pack does not have`)
  }
  expect('place', entry.place, (id) => pack.places.has(id))
  expect('within', entry.within, (id) => entries.has(id))
  for (const id of entry.people) expect('people', id, (person) => entries.get(person)?.type === 'person')
  for (const id of entry.organisations)
    expect('organisations', id, (organisation) => pack.organisations.has(organisation))
  for (const id of entry.members)
    expect('members', id, (member) => entries.has(member) || pack.organisations.has(member))
  return faults
}

function untranslated(entry: Entry, pack: Pack): string[] {
  if (pack.languages.length === 1) return []
  const texts: [string, Localised][] = [
    ['title', entry.title],
    ['text', entry.text],
    ['at', entry.at],
    ...entry.says.map(({ text }, index): [string, Localised] => [`says ${index + 1}`, text]),
  ]
  return texts.flatMap(([name, text]) => {
    if (!hasText(text)) return []
    const missing = pack.languages.filter((language) => text[language] === undefined)
    return missing.length > 0 ? [`${name} is missing in ${missing.join(', ')}; translate it`] : []
  })
}

function missingSection(entry: Entry, pack: Pack): string | undefined {
  if (entry.section === undefined || pack.sections.size === 0) return undefined
  const [chapter] = entry.section.split('.') as [string]
  return pack.sections.has(chapter) ? undefined : `section ${entry.section} is not under sections of pack.yaml`
}

/** Names and abbreviations must lead to one thing: an alias of two would answer with either. */
function sharedNames(pack: Pack, origins: ReadonlyMap<string, Origin>): Fault[] {
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
  for (const [file, things] of [
    ['organisations.yaml', pack.organisations],
    ['places.yaml', pack.places],
  ] as const) {
    for (const { id, name, short, names } of things.values()) {
      const all = [...Object.values(name), ...Object.values(short), ...names.kk, ...names.ru, ...names.en]
      for (const one of all) claim(one, id, { file, place: `entry ${id}` })
    }
  }
  for (const entry of pack.entries) {
    const { kk, ru, en } = entry.names
    const origin = origins.get(entry.id) ?? { file: '', place: entry.id }
    for (const name of [...kk, ...ru, ...en]) claim(name, entry.id, origin)
  }
  return faults
}
