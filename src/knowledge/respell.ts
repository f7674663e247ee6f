import { createRequire } from 'node:module'

/** Keys that people guess, with the key that is meant. */
export type Aliases = Readonly<Record<string, string>>

/** A thing with the keys of the schema, and how each key that was renamed had been typed. */
export type Respelt = { readonly value: unknown; readonly typedAs: ReadonlyMap<string, string> }

/** Names that people guess for the keys of an entry. */
export const entryAliases: Aliases = {
  name: 'title',
  description: 'text',
  abstract: 'text',
  answer: 'text',
  question: 'questions',
  faq: 'questions',
  aliases: 'names',
  date: 'dates',
  day: 'dates',
  days: 'dates',
  starts: 'start',
  begin: 'start',
  begins: 'start',
  from: 'start',
  time: 'start',
  finish: 'end',
  ends: 'end',
  to: 'end',
  times: 'slots',
  hours: 'daily',
  location: 'room',
  venue: 'room',
  hall: 'room',
  where: 'room',
  speaker: 'speakers',
  presenter: 'speakers',
  presenters: 'speakers',
  chair: 'chairs',
  moderator: 'chairs',
  moderators: 'chairs',
  host: 'organisers',
  organiser: 'organisers',
  organizer: 'organisers',
  organizers: 'organisers',
  company: 'affiliation',
  organisation: 'affiliation',
  organization: 'affiliation',
  format: 'kind',
  language: 'spoken',
  languages: 'spoken',
  link: 'links',
  url: 'links',
  website: 'links',
  phones: 'phone',
  telephone: 'phone',
  tel: 'phone',
  emails: 'email',
  mail: 'email',
  price: 'prices',
  cost: 'prices',
  fee: 'prices',
  audience: 'for',
  seats: 'capacity',
  valid_from: 'validFrom',
  valid_until: 'validUntil',
  expires: 'validUntil',
  image: 'images',
  picture: 'images',
  photo: 'images',
  file: 'files',
  slides: 'files',
}

/** Names that people guess for the keys of a place. */
export const placeAliases: Aliases = {
  title: 'name',
  aliases: 'names',
  in: 'within',
  building: 'within',
  city: 'within',
  level: 'floor',
  route: 'directions',
  url: 'map',
  image: 'picture',
  photo: 'picture',
  description: 'note',
}

/** Types that people guess; a format ("talk") is an event of that kind. */
const typeAliases: Readonly<Record<string, string>> = {
  session: 'event',
  speaker: 'person',
  faq: 'fact',
  info: 'fact',
  practical: 'fact',
}
const formats = new Set(['talk', 'keynote', 'workshop', 'tutorial', 'panel', 'lecture', 'poster', 'break', 'meeting'])

/** Spellings of a status. */
const statusAliases: Readonly<Record<string, string>> = {
  canceled: 'cancelled',
  'sold out': 'sold-out',
  soldout: 'sold-out',
}

/** Renames guessed keys to those of the schema, unless that one is there as well. */
export function respell(value: unknown, aliases: Aliases): Respelt {
  const typedAs = new Map<string, string>()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, typedAs }
  const keys = new Set(Object.keys(value))
  const pairs = Object.entries(value).map(([key, item]): [string, unknown] => {
    const meant = Object.hasOwn(aliases, key) ? aliases[key]! : key
    if (meant === key || keys.has(meant) || typedAs.has(meant)) return [key, item]
    typedAs.set(meant, key)
    return [meant, item]
  })
  return { value: Object.fromEntries(pairs), typedAs }
}

/** An entry with the keys, the type and the forms of the schema, however people guessed them. */
export function respellEntry(value: unknown): Respelt {
  const { value: entry, typedAs } = respell(value, entryAliases)
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { value, typedAs }
  const { type, kind, status, questions, title } = entry as Record<string, unknown>
  const isQuestion = typedAs.get('questions') === 'question' && typeof questions === 'string'
  const isFormat = typeof type === 'string' && formats.has(type)
  const hasHours = ['start', 'slots', 'daily'].some((key) => Object.hasOwn(entry, key))
  return {
    typedAs,
    value: {
      ...entry,
      ...(type === undefined && hasHours && { type: 'event' }),
      ...(typeof type === 'string' && Object.hasOwn(typeAliases, type) && { type: typeAliases[type] }),
      ...(isFormat && { type: 'event', kind: kind ?? type }),
      ...(typeof status === 'string' && { status: statusAliases[status.toLowerCase()] ?? status.toLowerCase() }),
      // "question: Where do we eat?" is one question, and the title of what has none.
      ...(isQuestion && { questions: [questions], title: title ?? questions }),
    },
  }
}

/** "unknown key titel: did you mean title?", or the keys that there are. */
export function unknownKey(key: string, keys: readonly string[], aliases: Aliases): string {
  const meant = Object.hasOwn(aliases, key) ? aliases[key] : undefined
  if (meant !== undefined) return `${key} means the same as ${meant}; keep one of them`
  // Loaded for a faulty pack only.
  const Fuse = createRequire(import.meta.url)('fuse.js') as typeof import('fuse.js').default
  const [nearest] = new Fuse([...keys, ...Object.keys(aliases)], { threshold: 0.4 }).search(key, { limit: 1 })
  const guess = nearest?.item
  if (guess !== undefined) return `unknown key ${key}: did you mean ${guess}?`
  return `unknown key ${key}; there are ${keys.join(', ')}`
}
