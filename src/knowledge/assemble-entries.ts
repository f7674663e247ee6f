import { within, type Fault } from './fault.ts'
import { dropAbsent, listOf, type Localising } from './localising.ts'
import { readMoment, type Moment } from './moments.ts'
import type { Entry, Named, Place, Slot } from './pack.ts'
import { readDetails } from './read-details.ts'
import { readTiming, type Around, type TypedSlot } from './read-slots.ts'
import { namesOf, organisationNamed, personNamed, referTo, roomNamed, textsOf, type Refer } from './refer.ts'
import type { EntryInput, Manifest } from './schema.ts'
import type { Read } from './shapes.ts'

/** What entries are made of besides themselves. Places and organisations that are only named are added to the maps. */
type Surroundings = {
  readonly manifest: Manifest
  readonly localising: Localising
  readonly places: Map<string, Place>
  readonly organisations: Map<string, Named>
}

/** How an entry finds whom and what it names. */
type References = { readonly room: Refer; readonly person: Refer; readonly organiser: Refer }

/** Entries as typed, and after them the persons that are only named. What does not fit together is a fault. */
export function assembleEntries(
  typed: readonly Read<EntryInput>[],
  { manifest, localising, places, organisations }: Surroundings,
  faults: Fault[],
): Entry[] {
  const around: Around = { timeZone: manifest.timeZone, subject: undefined }
  const subject = typed.find(({ input }) => input.id === manifest.subject)
  const inZone: Around = { ...around, subject: subject && readTiming(subject.input, around).dates }
  const persons: Entry[] = []
  const references = referencesIn(typed, { localising, places, organisations, persons })
  const entries = typed.map(({ input, origin }) => {
    const timing = readTiming(input, inZone)
    for (const { key, message } of timing.complaints) faults.push({ ...within(origin, key.split(' ')[0]!), message })
    return toEntry(input, { localising, references, timing, organisations })
  })
  return [...entries, ...persons]
}

function referencesIn(
  typed: readonly Read<EntryInput>[],
  { localising, places, organisations, persons }: Omit<Surroundings, 'manifest'> & { readonly persons: Entry[] },
): References {
  const people = typed
    .filter(({ input }) => input.type === 'person')
    .map(({ input: { id, title, names } }) => ({
      id,
      names: [...textsOf(localising.text(title)), ...namesOf(localising.lists(names))],
    }))
  const room = referTo(named(places.values()), 'room', (id, name) => {
    places.set(id, roomNamed(id, name, localising))
  })
  const person = referTo(people, 'person', (id, name) => {
    persons.push(personNamed(id, name, localising))
  })
  const organiser = referTo([...named(organisations.values()), ...people], 'organisation', (id, name) => {
    organisations.set(id, organisationNamed(id, name, localising))
  })
  return { room, person, organiser }
}

function named(things: Iterable<Named>): { id: string; names: string[] }[] {
  return Array.from(things, ({ id, name, short, names }) => ({
    id,
    names: [...textsOf(name), ...textsOf(short), ...namesOf(names)],
  }))
}

function toEntry(
  input: EntryInput,
  {
    localising,
    references,
    timing: { dates, slots: typedSlots },
    organisations,
  }: {
    readonly localising: Localising
    readonly references: References
    readonly timing: Pick<ReturnType<typeof readTiming>, 'dates' | 'slots'>
    readonly organisations: ReadonlyMap<string, Named>
  },
): Entry {
  const { text: localise, lists } = localising
  const { section, kind, ordinal, within: part, status, topic } = input
  const room = input.room === undefined ? undefined : references.room(input.room)
  const slots = typedSlots.map((slot) => withPlace(slot, references.room))
  const place = room ?? slots.find((slot) => slot.place !== undefined)?.place ?? input.place
  const speakers = listOf(input.speakers).map(references.person)
  const chairs = listOf(input.chairs).map(references.person)
  const organisers = listOf(input.organisers).map(references.organiser)
  const isOrganisation = (id: string): boolean => organisations.has(id)
  return {
    id: input.id,
    type: input.type,
    title: localise(input.title),
    names: lists(input.names),
    text: localise(input.text),
    says: (input.says ?? []).map(({ about, ...words }) => ({ about, text: dropAbsent(words) })),
    questions: lists(input.questions),
    contrast: lists(input.contrast),
    ordinals: input.ordinals ?? [],
    numbers: input.numbers ?? [],
    at: localise(input.at),
    slots,
    hostDates: input.hostDates ?? false,
    preparatory: input.preparatory ?? false,
    expected: input.expected ?? false,
    closed: input.closed ?? false,
    nameless: input.nameless ?? false,
    speakers,
    chairs,
    organisers,
    people: [
      ...new Set([...(input.people ?? []), ...speakers, ...chairs, ...organisers.filter((id) => !isOrganisation(id))]),
    ],
    organisations: [...new Set([...(input.organisations ?? []), ...organisers.filter(isOrganisation)])],
    members: input.members ?? [],
    details: readDetails(input, localising),
    ...dropAbsent({ dates, section, kind, ordinal, place, within: part, status, topic }),
    ...dropAbsent({ validFrom: momentOf(input.validFrom, '00:00'), validUntil: momentOf(input.validUntil, '23:59') }),
  }
}

function withPlace({ from, to, room }: TypedSlot, refer: Refer): Slot {
  return { from, ...(to !== undefined && { to }), ...(room !== undefined && { place: refer(room) }) }
}

/** A day alone begins or ends with its first or last minute. */
function momentOf(typed: string | undefined, time: string): Moment | undefined {
  const read = typed === undefined ? undefined : readMoment(typed)
  return read?.day === undefined ? undefined : `${read.day}T${read.time ?? time}`
}
