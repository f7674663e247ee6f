import { languages, type Language } from './language.ts'
import type { Entry, Localised, Pack } from './pack.ts'
import { shortTitle } from './pack-subject.ts'
import { wordsIn } from './pack.ts'

/** Stands in no id of a pack or an entry. */
const separator = '/'

/** "res-2026/summit": an entry among those of several packs. */
export function jointId(pack: string, entry: string): string {
  return `${pack}${separator}${entry}`
}

/** The id by which an entry's own pack knows it. */
export function ownId(id: string): string {
  return id.slice(id.indexOf(separator) + 1)
}

/**
 * Several packs as one, of which pages, buttons and links are made: it is called by their short titles, holds their
 * entries under joint ids, and has them as `parts`, each with its own time zone, sections, places and organisations. A
 * pack that is alone stays itself, with the ids that it has.
 */
export function jointPack(packs: readonly Pack[]): Pack {
  const [first, ...others] = packs
  if (others.length === 0) return first!
  const parts = packs.map(withJointIds)
  const inEach = (text: (pack: Pack, language: Language) => string | undefined): Localised =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        [...new Set(packs.flatMap((pack) => text(pack, language) ?? []))].join(', '),
      ]),
    )
  return {
    id: packs.map(({ id }) => id).join('+'),
    languages: [...new Set(packs.flatMap((pack) => pack.languages))],
    title: inEach(shortTitle),
    source: inEach((pack, language) => wordsIn(pack.source, language) ?? shortTitle(pack, language)),
    called: {},
    timeZone: first!.timeZone,
    sections: new Map(),
    entries: parts.flatMap(({ entries }) => entries),
    organisations: new Map(),
    places: new Map(),
    terms: [],
    parts,
  }
}

/** The packs that a pack is made of: itself, if it is not joint. */
export function partsOf(pack: Pack): readonly Pack[] {
  return pack.parts ?? [pack]
}

/** The part that an entry is of; the pack itself if it is not joint. */
export function partWith(pack: Pack, entry: Pick<Entry, 'id'>): Pack {
  return pack.parts?.find(({ id }) => entry.id.startsWith(`${id}${separator}`)) ?? pack
}

/** The id by which an entry of a part, or of the pack if it is not joint, is known in the whole. */
export function idAmong(whole: Pack, part: string, entry: string): string {
  return whole.parts ? jointId(part, entry) : entry
}

/** The first of each list, then the second of each, and so on. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const most = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

/** The same pack with entries that no entry of another pack is taken for. */
function withJointIds(pack: Pack): Pack {
  const own = new Set(pack.entries.map(({ id }) => id))
  // What is no entry is an organisation, which is looked up in its own pack.
  const joint = (id: string): string => (own.has(id) ? jointId(pack.id, id) : id)
  return {
    ...pack,
    ...(pack.subject !== undefined && { subject: joint(pack.subject) }),
    entries: pack.entries.map((entry) => ({
      ...entry,
      id: joint(entry.id),
      ...(entry.within !== undefined && { within: joint(entry.within) }),
      members: entry.members.map(joint),
      people: entry.people.map(joint),
      speakers: entry.speakers.map(joint),
      chairs: entry.chairs.map(joint),
      organisers: entry.organisers.map(joint),
    })),
  }
}
