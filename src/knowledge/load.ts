import { z } from 'zod'
import { checkPack } from './check.ts'
import { readSpan } from './dates.ts'
import { PackError, type Fault, type Origin } from './fault.ts'
import { readDataFiles, type DataFile } from './files.ts'
import { languageOfText, languages, type Language } from './language.ts'
import type { Entry, Localised, LocalisedLists, Named, Pack, Place, Term } from './pack.ts'
import {
  entrySchema,
  manifestSchema,
  organisationSchema,
  placeSchema,
  questionsSchema,
  termSchema,
  type EntryInput,
  type Manifest,
  type WordLists,
  type Words,
} from './schema.ts'

/** Everything read from the files, before texts in a single language are given theirs. */
type Raw = {
  manifest: Manifest | undefined
  entries: { input: EntryInput; origin: Origin }[]
  organisations: z.output<typeof organisationSchema>[]
  places: z.output<typeof placeSchema>[]
  terms: z.output<typeof termSchema>[]
  questions: { language: Language; byEntry: Record<string, string[]>; origin: Origin }[]
}

/**
 * Reads a pack: a directory of YAML, JSON or JSON-lines files (or one such file). `pack.yaml` holds the manifest,
 * `organisations`, `places` and `terms` the names, `questions.LANGUAGE` questions by entry id; every other file is a
 * list of entries. Throws a PackError that lists every fault.
 */
export function loadPack(path: string): Pack {
  const { files, faults } = readDataFiles(path)
  const raw: Raw = { manifest: undefined, entries: [], organisations: [], places: [], terms: [], questions: [] }
  for (const file of files) readInto(raw, file, faults)
  if (faults.length > 0) throw new PackError(path, faults)
  const pack = assemble(raw, faults)
  if (pack.entries.length === 0)
    faults.push({ file: path, place: '', message: 'holds no entry; add one with id and text' })
  const origins = new Map(raw.entries.map(({ input, origin }) => [input.id, origin]))
  faults.push(...checkPack(pack, origins))
  if (faults.length > 0) throw new PackError(path, faults)
  return pack
}

function readInto(raw: Raw, file: DataFile, faults: Fault[]): void {
  const [stem, language] = file.name.split('.') as [string, string]
  if (stem === 'pack' && !hasEntries(file.content)) raw.manifest = check(manifestSchema, file, file.content, faults)
  else if (stem === 'organisations')
    addAll(raw.organisations, checkAll(organisationSchema, file, file.content, faults), file, faults)
  else if (stem === 'places') addAll(raw.places, checkAll(placeSchema, file, file.content, faults), file, faults)
  else if (stem === 'terms') addAll(raw.terms, checkAll(termSchema, file, file.content, faults), file, faults)
  else if (stem === 'questions' && isLanguage(language)) {
    const byEntry = check(questionsSchema, file, file.content, faults)
    if (byEntry) raw.questions.push({ language, byEntry, origin: { file: file.name, place: '' } })
  } else readEntries(raw, file, faults)
}

/** Several files may hold things of one kind; an id that comes twice would hide one of the two. */
function addAll<T extends { id: string }>(known: T[], more: readonly T[], { name }: DataFile, faults: Fault[]): void {
  const ids = new Set(known.map(({ id }) => id))
  for (const thing of more) {
    if (ids.has(thing.id))
      faults.push({ file: name, place: `entry ${thing.id}`, message: 'this id is used twice; give each its own' })
    ids.add(thing.id)
    known.push(thing)
  }
}

function readEntries(raw: Raw, file: DataFile, faults: Fault[]): void {
  let list = file.content
  if (hasEntries(file.content)) {
    const { entries, ...manifest } = file.content
    list = entries
    if (Object.keys(manifest).length > 0) raw.manifest = check(manifestSchema, file, manifest, faults)
  }
  for (const input of checkAll(entrySchema, file, list, faults)) {
    raw.entries.push({ input, origin: { file: file.name, place: `entry ${input.id}` } })
  }
}

function hasEntries(content: unknown): content is { entries: unknown } {
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'entries')
}

function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value)
}

function check<T extends z.ZodType>(
  schema: T,
  file: DataFile,
  content: unknown,
  faults: Fault[],
): z.output<T> | undefined {
  const result = schema.safeParse(content)
  if (result.success) return result.data
  report(result.error, file, content, [], faults)
  return undefined
}

function checkAll<T extends z.ZodType>(schema: T, file: DataFile, content: unknown, faults: Fault[]): z.output<T>[] {
  if (!Array.isArray(content)) {
    faults.push({ file: file.name, place: '', message: 'must be a list; begin each item with "- id: …"' })
    return []
  }
  return content.flatMap((item, index) => {
    const result = schema.safeParse(item)
    if (result.success) return [result.data]
    report(result.error, file, item, [index], faults)
    return []
  })
}

function report(error: z.ZodError, file: DataFile, item: unknown, at: readonly PropertyKey[], faults: Fault[]): void {
  const id = typeof item === 'object' && item !== null && 'id' in item ? `entry ${String(item.id)}` : ''
  for (const issue of error.issues) {
    const path = [...at, ...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
    const line = file.line(path)
    const place = [
      line ? `line ${line}` : '',
      id || (at.length > 0 ? `item ${Number(at[0]) + 1}` : ''),
      issue.path.join('.'),
    ]
    faults.push({ file: file.name, place: place.filter(Boolean).join(', '), message: issue.message })
  }
}

function assemble(raw: Raw, faults: Fault[]): Pack {
  const manifest = raw.manifest ?? manifestSchema.parse({})
  const spoken = manifest.languages ?? [manifest.language ?? languageOfText(sampleOf(raw.entries))]
  const only = spoken.length === 1 ? spoken[0] : undefined
  const localise = (words: Words | undefined): Localised => {
    if (words === undefined) return {}
    if (typeof words !== 'string') return dropAbsent(words)
    return only ? { [only]: words } : Object.fromEntries(spoken.map((language) => [language, words]))
  }
  const lists = (words: WordLists | undefined): LocalisedLists => {
    const byLanguage = Array.isArray(words) ? { [only ?? spoken[0]!]: words } : words
    return { kk: byLanguage?.kk ?? [], ru: byLanguage?.ru ?? [], en: byLanguage?.en ?? [] }
  }
  const named = ({ id, name, short, names, note }: z.output<typeof organisationSchema>): Named => ({
    id,
    name: localise(name),
    short: localise(short),
    names: lists(names),
    note: localise(note),
  })
  const entries = raw.entries.map(({ input }) => toEntry(input, localise, lists))
  return {
    id: manifest.id,
    languages: spoken,
    title: localise(manifest.title),
    source: localise(manifest.source),
    timeZone: manifest.timeZone,
    ...(manifest.subject === undefined ? {} : { subject: manifest.subject }),
    ...(manifest.writtenBefore === undefined ? {} : { writtenBefore: manifest.writtenBefore }),
    sections: new Map(Object.entries(manifest.sections).map(([number, title]) => [number, localise(title)])),
    entries: withQuestions(entries, raw.questions, faults),
    organisations: new Map(raw.organisations.map((organisation) => [organisation.id, named(organisation)])),
    places: new Map(
      raw.places.map(({ country, ...place }): [string, Place] => [
        place.id,
        { ...named(place), ...(country === undefined ? {} : { country }) },
      ]),
    ),
    terms: raw.terms.map(({ id, names, generic = false }): Term => ({ id, names: lists(names), generic })),
  }
}

function toEntry(
  input: EntryInput,
  localise: (words: Words | undefined) => Localised,
  lists: (words: WordLists | undefined) => LocalisedLists,
): Entry {
  const { title, names, text, says = [], questions, dates, at, section, kind, ordinal, place, within } = input
  return {
    id: input.id,
    type: input.type,
    title: localise(title),
    names: lists(names),
    text: localise(text),
    says: says.map(({ about, ...words }) => ({ about, text: dropAbsent(words) })),
    questions: lists(questions),
    ordinals: input.ordinals ?? [],
    numbers: input.numbers ?? [],
    at: localise(at),
    hostDates: input.hostDates ?? false,
    preparatory: input.preparatory ?? false,
    expected: input.expected ?? false,
    closed: input.closed ?? false,
    people: input.people ?? [],
    organisations: input.organisations ?? [],
    members: input.members ?? [],
    ...(dates === undefined ? {} : { dates: readSpan(dates) }),
    ...dropAbsent({ section, kind, ordinal, place, within }),
  }
}

/** The object without its absent keys; types under exactOptionalPropertyTypes tell the two apart. */
function dropAbsent<T extends object>(object: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}

function withQuestions(entries: readonly Entry[], files: Raw['questions'], faults: Fault[]): Entry[] {
  const added = new Map<string, Record<Language, string[]>>()
  const known = new Set(entries.map(({ id }) => id))
  for (const { language, byEntry, origin } of files) {
    for (const [id, questions] of Object.entries(byEntry)) {
      if (!known.has(id)) {
        faults.push({ ...origin, place: id, message: 'no entry has this id; correct it, or remove its questions' })
      }
      const lists = added.getOrInsertComputed(id, () => ({ kk: [], ru: [], en: [] }))
      lists[language].push(...questions)
    }
  }
  return entries.map((entry) => {
    const more = added.get(entry.id)
    if (!more) return entry
    const { kk, ru, en } = entry.questions
    return { ...entry, questions: { kk: [...kk, ...more.kk], ru: [...ru, ...more.ru], en: [...en, ...more.en] } }
  })
}

/** Enough text to tell the language of a pack that does not name it. */
function sampleOf(entries: Raw['entries']): string {
  const texts = entries.slice(0, 50).flatMap(({ input: { title, text, questions } }) => [title, text, questions].flat())
  return texts
    .filter((value) => typeof value === 'string')
    .join(' ')
    .slice(0, 20_000)
}
