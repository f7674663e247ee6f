import type { Link, Person, Programme, Room, Session, Fact } from '../programme/programme.ts'
import type { Localised } from '../../knowledge/pack.ts'

/** What an item is; it tells which file of a pack a new one goes to. */
export const itemKinds = ['session', 'person', 'place', 'fact'] as const
export type ItemKind = (typeof itemKinds)[number]

/**
 * One thing of a source in the shape of a pack: the keys of its entry with their values, in the order in which they are
 * written, without the id. `key`: what its source knows it by.
 */
export type Item = {
  readonly kind: ItemKind
  readonly key: string
  /** What an id is made of. */
  readonly called: string
  readonly fields: Fields
}

export type Fields = Readonly<Record<string, unknown>>

/** How people and rooms that sessions name are written: by their id. */
export type Refer = { readonly person: (key: string) => string; readonly room: (name: string) => string }

/** Items of the people and places of a programme; places only for rooms of which more than the name is known. */
export function thingsOf({ people, rooms }: Programme): Item[] {
  const told = rooms.filter(isTold)
  const buildings = [...new Set(told.flatMap(({ building }) => building ?? []))]
  return [
    ...people.map(personItem),
    ...buildings.map((name): Item => ({
      kind: 'place',
      key: `building ${name}`,
      called: name,
      fields: { name, address: name },
    })),
    ...told.map(roomItem),
  ]
}

function isTold({ building, floor, directions, links }: Room): boolean {
  return building !== undefined || floor !== undefined || directions !== undefined || links.length > 0
}

function personItem({ key, name, text, affiliation, email, links }: Person): Item {
  return {
    kind: 'person',
    key,
    called: anyOf(name),
    // A name is the same in every language unless its source says otherwise.
    fields: present({
      type: 'person',
      title: oneOrEach(name),
      affiliation: oneOrEach(affiliation),
      text,
      email,
      links: linksOf(links),
    }),
  }
}

/** The building is a place that is named first, so that its id is known. */
function roomItem({ key, name, building, floor, directions, links }: Room): Item {
  return {
    kind: 'place',
    key,
    called: anyOf(name),
    fields: present({
      name: oneOrEach(name),
      within: building === undefined ? undefined : { building },
      floor,
      directions,
      map: links[0]?.url,
    }),
  }
}

/** A session as an entry: one slot as start and end, several as slots; a room that all share stands once. */
export function sessionItem(session: Session, { person, room }: Refer): Item {
  const { key, title, text, slots, speakers, track, kind, spoken, links, status, capacity, registration, url } = session
  const rooms = new Set(slots.map((slot) => slot.room))
  const [first] = slots
  const one = slots.length === 1 ? first : undefined
  const shared = rooms.size === 1 ? first?.room : undefined
  return {
    kind: 'session',
    key,
    called: anyOf(title),
    fields: present({
      type: 'session',
      title,
      start: one?.start,
      end: one && endOf(one),
      slots: one
        ? undefined
        : slots.map((slot) =>
            present({
              start: slot.start,
              end: endOf(slot),
              room: rooms.size > 1 && slot.room !== undefined ? room(slot.room) : undefined,
            }),
          ),
      room: shared === undefined ? undefined : room(shared),
      speakers: speakers.map(person),
      track,
      kind,
      spoken,
      text,
      links: linksOf(links),
      registration,
      capacity,
      status,
      source: url === undefined || !/^https?:\/\/\S+$/.test(url) ? undefined : { url },
    }),
  }
}

/** A practical fact as an entry; one without a question of its own has the name of its topic as title. */
export function factItem({ key, topic, title, text, links, phone, email }: Fact): Item {
  const called = topic ?? (anyOf(title) || key)
  return {
    kind: 'fact',
    key,
    called,
    fields: present({
      topic,
      title: Object.keys(title).length > 0 ? title : called,
      text,
      phone,
      email,
      links: linksOf(links),
    }),
  }
}

/** The time alone where the day is that of the start. */
function endOf({ start, end }: Session['slots'][number]): string | undefined {
  return end?.startsWith(`${start.slice(0, 10)} `) ? end.slice(11) : end
}

function linksOf(links: readonly Link[]): unknown[] {
  const seen = new Set<string>()
  return links.flatMap(({ url, label }) => {
    if (seen.has(url) || /\s/.test(url)) return []
    seen.add(url)
    return [label === undefined || label === '' || label === url ? url : { label, url }]
  })
}

function oneOrEach(words: Localised | undefined): Localised | string | undefined {
  const texts = Object.values(words ?? {})
  return texts.length === 1 ? texts[0] : words
}

function anyOf({ en, ru, kk }: Localised): string {
  return en ?? ru ?? kk ?? ''
}

/** Without what is empty. */
function present(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(typeof value === 'object' && Object.keys(value as object).length === 0),
    ),
  )
}
