import type { Entry, Pack } from '../../knowledge/pack.ts'

/** What typed data answer by themselves, without an entry of the topic. */
const givenBy: Readonly<Record<string, (entry: Entry, pack: Pack) => boolean>> = {
  venue: ({ id, place }, { subject, places }) =>
    id === subject && place !== undefined && places.get(place)?.venue !== undefined,
  directions: (_, { places }) => places.values().some(({ venue }) => Object.keys(venue?.directions ?? {}).length > 0),
  schedule: ({ slots }) => slots.length > 0,
  speakers: ({ speakers }) => speakers.length > 0,
  prices: ({ details }) => details.prices !== undefined,
  contacts: ({ details }) => details.phones !== undefined || details.emails !== undefined,
  website: ({ id, details }, { subject }) => id === subject && details.links !== undefined,
  organiser: ({ id, organisers }, { subject }) => id === subject && organisers.length > 0,
}

/** Whether a pack's typed data answer a topic: a programme with hours needs no entry on its hours. */
export function isGiven(topic: string, pack: Pack): boolean {
  const gives = givenBy[topic]
  return gives !== undefined && pack.entries.some((entry) => gives(entry, pack))
}
