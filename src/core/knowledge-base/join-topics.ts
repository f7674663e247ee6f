import { commonGapId } from '../../knowledge/common-gap.ts'
import { emptyEntry } from '../../knowledge/empty-entry.ts'
import { languages } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { spread } from '../search/spread.ts'
import type { TopicsOf } from '../search/entry-topics.ts'
import type { Topic } from '../../topics/topic.ts'
import { isGiven } from './given-topics.ts'

/** An entry is akin to an event's if it is as like what people ask or organizers write of a topic. */
const leastAkin = 0.6

/**
 * The share of such entries that makes a pack an event's. Of ten events that were written for it 0.48 to 0.96 are, of
 * encyclopedias and of what a bank is asked 0.01 to 0.17 (2026-11-28).
 */
const leastShare = 0.3

/**
 * Whether people come to what a pack is about: it says so, it names topics or hours, or its texts read like an event's.
 */
export function isOfEvent({ topics, entries }: Pack, topicsOf: TopicsOf): boolean {
  if (topics !== undefined) return topics
  if (entries.some(({ topic, slots }) => topic !== undefined || slots.length > 0)) return true
  const telling = spread(
    entries.filter(({ type }) => type !== 'gap' && type !== 'person'),
    mostRead,
  )
  const akin = telling.filter((entry) => Math.max(0, ...topicsOf(entry).most) >= leastAkin)
  return akin.length >= leastShare * telling.length && akin.length > 0
}

/** So many entries tell what a pack is about. */
const mostRead = 300

/**
 * A pack that knows what people ask at every event: a topic of which it says nothing becomes a gap, so that it is
 * declined by its name. A gap of its own that names a topic is called as the topic is, unless it says how.
 */
export function joinTopics(pack: Pack, topics: readonly Topic[], topicsOf: TopicsOf): Pack {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const entries = pack.entries.map((entry) => {
    const topic = entry.type === 'gap' ? byId.get(entry.topic ?? '') : undefined
    return topic
      ? { ...entry, title: { ...topic.title, ...entry.title }, text: { ...topic.text, ...entry.text } }
      : entry
  })
  return { ...pack, topics: true, entries: [...entries, ...silentTopics(pack, topics, topicsOf).map(gapOf)] }
}

/** The topics that neither an entry nor typed data of a pack answer, and that none of its texts speaks of. */
export function silentTopics(pack: Pack, topics: readonly Topic[], topicsOf: TopicsOf): readonly Topic[] {
  const spoken = placesSpokenOf(pack, topicsOf)
  const held = new Set(pack.entries.map(({ topic }) => topic))
  return topics.filter(
    ({ id, title }, place) => title.en !== undefined && !held.has(id) && !spoken.has(place) && !isGiven(id, pack),
  )
}

/** A sentence that is as like a topic's questions speaks of it. */
const leastSpoken = 0.5

/** The places of the topics that some entry without example questions speaks of, be it in passing. */
function placesSpokenOf(pack: Pack, topicsOf: TopicsOf): Set<number> {
  const plain = pack.entries.filter(
    ({ type, slots, questions }) =>
      (type === 'fact' || type === 'event') &&
      slots.length === 0 &&
      languages.every((language) => questions[language].length === 0),
  )
  return new Set(
    plain.flatMap((entry) => {
      const { places, most } = topicsOf(entry)
      return places.filter((_, at) => most[at]! >= leastSpoken)
    }),
  )
}

function gapOf({ id, title, text }: Topic): Entry {
  return { ...emptyEntry, id: commonGapId(id), type: 'gap', title, text, topic: id }
}
