import type { z } from 'zod'
import type { Fault, Origin } from './fault.ts'
import { languages, type Language } from './language.ts'
import type { DataFile } from './parse.ts'
import { entryAliases, placeAliases, respell, respellEntry, unknownKey, type Aliases, type Respelt } from './respell.ts'
import {
  entrySchema,
  manifestSchema,
  organisationSchema,
  placeSchema,
  questionsSchema,
  termSchema,
  type EntryInput,
  type Manifest,
} from './schema.ts'

/** What one item of a file says, and where it stands. */
export type Read<T> = { readonly input: T; readonly origin: Origin }

/**
 * Everything read from the files, each thing of the right shape, before texts in a single language are given theirs.
 */
export type RawPack = {
  manifest: Read<Manifest> | undefined
  readonly entries: Read<EntryInput>[]
  readonly organisations: Read<z.output<typeof organisationSchema>>[]
  readonly places: Read<z.output<typeof placeSchema>>[]
  readonly terms: Read<z.output<typeof termSchema>>[]
  readonly questions: (Read<Record<string, string[]>> & { readonly language: Language; readonly teaches: Taught })[]
}

/** What files of questions teach: what an entry answers, and what only seems to be for it. */
const taught = ['questions', 'contrast'] as const
type Taught = (typeof taught)[number]

/** What a file holds that has a name of its own; `pack` may hold entries as well. */
const named = ['pack', 'organisations', 'places', 'terms'] as const

type Content =
  | { readonly kind: (typeof named)[number] | 'entries' }
  | { readonly kind: Taught; readonly language: Language }

/** What a file of a pack holds, by its name up to the first point: entries, unless that names something else. */
export function contentOf(file: string): Content {
  const [stem, language] = file.split('.') as [string, string]
  if (isTaught(stem) && isLanguage(language)) return { kind: stem, language }
  return { kind: named.find((name) => name === stem) ?? 'entries' }
}

/** Checks each file against the schema for what it holds, which its name tells. Adds what does not fit to `faults`. */
export function checkShapes(files: readonly DataFile[], faults: Fault[]): RawPack {
  const raw: RawPack = { manifest: undefined, entries: [], organisations: [], places: [], terms: [], questions: [] }
  for (const file of files) readInto(raw, file, faults)
  return raw
}

function readInto(raw: RawPack, file: DataFile, faults: Fault[]): void {
  const { name, content } = file
  const held = contentOf(name)
  if (held.kind === 'pack' && !hasEntries(content)) raw.manifest = check(manifestShape, name, content, [], faults)
  else if (held.kind === 'organisations')
    addAll(raw.organisations, checkAll(organisationShape, name, content, faults), faults)
  else if (held.kind === 'places') addAll(raw.places, checkAll(placeShape, name, content, faults), faults)
  else if (held.kind === 'terms') addAll(raw.terms, checkAll(termShape, name, content, faults), faults)
  else if ('language' in held) {
    const read = check(questionsShape, name, content, [], faults)
    if (read) raw.questions.push({ language: held.language, teaches: held.kind, ...read })
  } else readEntries(raw, file, faults)
}

/** Several files may hold things of one kind; an id that comes twice would hide one of the two. */
function addAll<T extends { id: string }>(known: Read<T>[], more: readonly Read<T>[], faults: Fault[]): void {
  const ids = new Set(known.map(({ input }) => input.id))
  for (const thing of more) {
    if (ids.has(thing.input.id)) faults.push({ ...thing.origin, message: 'this id is used twice; give each its own' })
    ids.add(thing.input.id)
    known.push(thing)
  }
}

/** A list of entries, or a manifest with its entries under `entries`. */
function readEntries(raw: RawPack, { name, content }: DataFile, faults: Fault[]): void {
  // One by one: a call takes no more arguments than some hundred thousand.
  const add = (entry: Read<EntryInput>): void => void raw.entries.push(entry)
  if (!hasEntries(content)) return checkAll(entryShape, name, content, faults).forEach(add)
  const { entries, ...manifest } = content
  if (Object.keys(manifest).length > 0) raw.manifest = check(manifestShape, name, manifest, [], faults)
  checkAll(entryShape, name, entries, faults, ['entries']).forEach(add)
}

function hasEntries(content: unknown): content is { entries: unknown } {
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'entries')
}

function isTaught(stem: string): stem is Taught {
  return (taught as readonly string[]).includes(stem)
}

function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value)
}

/** A schema, the keys that people guess for its own, and how they are put right. */
type Shape<T extends z.ZodType> = {
  readonly schema: T
  readonly aliases: Aliases
  readonly respell: (value: unknown) => Respelt
}

function shape<T extends z.ZodType>(schema: T, aliases: Aliases = {}): Shape<T> {
  return { schema, aliases, respell: (value) => respell(value, aliases) }
}

const manifestShape = shape(manifestSchema, { name: 'title', timezone: 'timeZone', zone: 'timeZone' })
const entryShape: Shape<typeof entrySchema> = { schema: entrySchema, aliases: entryAliases, respell: respellEntry }
const organisationShape = shape(organisationSchema, { title: 'name', aliases: 'names' })
const placeShape = shape(placeSchema, placeAliases)
const termShape = shape(termSchema)
const questionsShape = shape(questionsSchema)

function check<T extends z.ZodType>(
  { schema, aliases, respell: putRight }: Shape<T>,
  file: string,
  content: unknown,
  path: readonly PropertyKey[],
  faults: Fault[],
): Read<z.output<T>> | undefined {
  const { value, typedAs } = putRight(content)
  const result = schema.safeParse(value)
  const origin = { file, place: nameOf(content, path), path }
  if (result.success) return { input: result.data, origin }
  for (const issue of result.error.issues) {
    const [first, ...rest] = issue.path
    const keys = first === undefined ? [] : [typedAs.get(String(first)) ?? first, ...rest]
    const place = [origin.place, keys.join('.')].filter(Boolean).join(', ')
    if (issue.code !== 'unrecognized_keys') {
      faults.push({ file, place, path: [...path, ...keys], message: issue.message })
      continue
    }
    for (const key of issue.keys) {
      const message = keys.length === 0 ? unknownKey(key, keysOf(schema), aliases) : `unknown key ${key}`
      faults.push({ file, place, path: [...path, ...keys, key], message })
    }
  }
  return undefined
}

function keysOf(schema: z.ZodType): string[] {
  return 'shape' in schema ? Object.keys(schema.shape as object) : []
}

function checkAll<T extends z.ZodType>(
  shape: Shape<T>,
  file: string,
  content: unknown,
  faults: Fault[],
  path: readonly PropertyKey[] = [],
): Read<z.output<T>>[] {
  if (!Array.isArray(content)) {
    faults.push({ file, place: '', message: 'must be a list; begin each item with "- id: …"' })
    return []
  }
  return content.flatMap((item, index) => check(shape, file, item, [...path, index], faults) ?? [])
}

/** "entry lunch", or "item 3" for one without an id. */
function nameOf(content: unknown, path: readonly PropertyKey[]): string {
  if (typeof content === 'object' && content !== null && 'id' in content) return `entry ${String(content.id)}`
  return path.length > 0 ? `item ${Number(path.at(-1)) + 1}` : ''
}
