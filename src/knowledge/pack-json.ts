import { checkPack } from './check.ts'
import { isCalendarDate, isTimeZone, type Span } from './dates.ts'
import { statuses, type Details, type Link, type Media, type Price } from './details.ts'
import { languages } from './language.ts'
import { isMoment } from './moments.ts'
import {
  entryTypes,
  facets,
  type Called,
  type Entry,
  type Localised,
  type LocalisedLists,
  type Named,
  type Pack,
  type Place,
  type Slot,
  type Statement,
  type Term,
  type Venue,
} from './pack.ts'

/** A pack as JSON can hold it: its maps as lists. Only single packs are kept. */
export type PackJson = Omit<Pack, 'sections' | 'organisations' | 'places' | 'parts'> & {
  readonly sections: readonly (readonly [string, Localised])[]
  readonly organisations: readonly Named[]
  readonly places: readonly Place[]
}

export function packToJson({ sections, organisations, places, parts: _none, ...pack }: Pack): PackJson {
  return { ...pack, sections: [...sections], organisations: [...organisations.values()], places: [...places.values()] }
}

/**
 * The pack that JSON from a file claims to be, or undefined if anything in it is not as it must be. What the files of
 * a pack hold is checked by schemas; here where nobody is told what to mend, a yes or no will do, and costs a
 * millisecond.
 */
export function packFromJson(value: unknown): Pack | undefined {
  if (!isPackJson(value)) return undefined
  const pack: Pack = {
    ...value,
    sections: new Map(value.sections),
    organisations: new Map(value.organisations.map((organisation) => [organisation.id, organisation])),
    places: new Map(value.places.map((place) => [place.id, place])),
  }
  const unplaced = { manifest: undefined, entries: new Map(), organisations: new Map(), places: new Map() }
  return pack.entries.length > 0 && checkPack(pack, unplaced).length === 0 ? pack : undefined
}

type Guard = (value: unknown) => boolean

const isText: Guard = (value) => typeof value === 'string'
const isFlag: Guard = (value) => typeof value === 'boolean'
const isLanguage = oneOf(languages)
const isLocalised = record<Localised>({ kk: maybe(isText), ru: maybe(isText), en: maybe(isText) })
const isLists = record<LocalisedLists>({ kk: listOf(isText), ru: listOf(isText), en: listOf(isText) })
const named = { id: isText, name: isLocalised, short: isLocalised, names: isLists, note: isLocalised }

const isCalled = record<Called>({ name: isText, in: isText })
const isMedia = record<Media>({ url: isText, alt: isLocalised })
const isAmount: Guard = (value) => typeof value === 'number' && value >= 0

const isVenue = record<Venue>({
  within: maybe(isText),
  floor: isLocalised,
  directions: isLocalised,
  address: isLocalised,
  map: maybe(isText),
  picture: maybe(isMedia),
})

const isDetails = record<Details>({
  affiliation: maybe(isLocalised),
  track: maybe(isLocalised),
  spoken: maybe(listOf(isText)),
  links: maybe(listOf(record<Link>({ url: isText, label: isLocalised }))),
  phones: maybe(listOf(isText)),
  emails: maybe(listOf(isText)),
  address: maybe(isLocalised),
  prices: maybe(
    listOf(
      record<Price>({
        amount: maybe(isAmount),
        currency: maybe(isText),
        tier: isLocalised,
        until: maybe(isDay),
        text: isLocalised,
      }),
    ),
  ),
  audience: maybe(isLocalised),
  registration: maybe(record<NonNullable<Details['registration']>>({ needed: isFlag, text: isLocalised })),
  capacity: maybe(Number.isSafeInteger),
  notice: maybe(isLocalised),
  images: maybe(listOf(isMedia)),
  files: maybe(listOf(isMedia)),
  source: maybe(record<NonNullable<Details['source']>>({ url: maybe(isText), date: maybe(isDay) })),
})

const isEntry = record<Entry>({
  id: isText,
  type: oneOf(entryTypes),
  title: isLocalised,
  names: isLists,
  text: isLocalised,
  says: listOf(record<Statement>({ about: oneOf(facets), text: isLocalised })),
  questions: isLists,
  contrast: isLists,
  section: maybe(isText),
  kind: maybe(isText),
  ordinal: maybe(Number.isSafeInteger),
  ordinals: listOf(Number.isSafeInteger),
  numbers: listOf(Number.isSafeInteger),
  dates: maybe(record<Span>({ from: isDay, to: isDay, precision: oneOf(['day', 'month', 'year']) })),
  slots: listOf(record<Slot>({ from: isMomentText, to: maybe(isMomentText), place: maybe(isText) })),
  hostDates: isFlag,
  place: maybe(isText),
  at: isLocalised,
  within: maybe(isText),
  preparatory: isFlag,
  expected: isFlag,
  closed: isFlag,
  nameless: isFlag,
  people: listOf(isText),
  speakers: listOf(isText),
  chairs: listOf(isText),
  organisers: listOf(isText),
  organisations: listOf(isText),
  members: listOf(isText),
  status: maybe(oneOf(statuses)),
  validFrom: maybe(isMomentText),
  validUntil: maybe(isMomentText),
  topic: maybe(isText),
  details: isDetails,
})

const isPackJson = record<PackJson>({
  id: isText,
  languages: (value) => listOf(isLanguage)(value) && (value as unknown[]).length > 0,
  title: isLocalised,
  short: maybe(isLocalised),
  source: isLocalised,
  called: record<Pack['called']>({ kk: maybe(isCalled), ru: maybe(isCalled), en: maybe(isCalled) }),
  timeZone: (value) => typeof value === 'string' && isTimeZone(value),
  subject: maybe(isText),
  writtenBefore: maybe(isDay),
  sections: listOf((pair) => Array.isArray(pair) && isText(pair[0]) && isLocalised(pair[1])),
  entries: listOf(isEntry),
  organisations: listOf(record<Named>(named)),
  places: listOf(record<Place>({ ...named, country: maybe(isText), venue: maybe(isVenue) })),
  terms: listOf(record<Term>({ id: isText, names: isLists, generic: isFlag, places: maybe(listOf(isText)) })),
  topics: maybe(isFlag),
  modified: maybe(Number.isSafeInteger),
})

/** Every key of T must have its guard, so that a key added to a type cannot be forgotten here. */
function record<T extends object>(guards: { readonly [key in keyof T]-?: Guard }): (value: unknown) => value is T {
  const fields = Object.entries<Guard>(guards)
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    fields.every(([key, fits]) => fits(Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined))
}

function listOf(fits: Guard): Guard {
  return (value) => Array.isArray(value) && value.every((item) => fits(item))
}

function maybe(fits: Guard): Guard {
  return (value) => value === undefined || fits(value)
}

function oneOf(values: readonly string[]): Guard {
  return (value) => values.includes(value as string)
}

function isMomentText(value: unknown): boolean {
  return typeof value === 'string' && isMoment(value)
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isCalendarDate(value)
}
