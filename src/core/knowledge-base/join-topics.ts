import { emptyEntry } from '../../knowledge/empty-entry.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Entry, LocalisedLists, Pack } from '../../knowledge/pack.ts'
import { spread } from '../search/spread.ts'
import { topicsOfEntry, type TopicSpace } from '../search/topic-space.ts'
import type { TermOf } from '../text/term.ts'
import type { Topic } from '../../topics/topic.ts'
import { isGiven } from './given-topics.ts'

/** An entry is akin to an event's if it is as like what people ask or organizers write of a topic. */
const leastAkin = 0.6

/**
 * The share of such entries that makes a pack an event's. Of ten events that were written for it 0.48 to 0.96 are, of
 * encyclopedias and of what a bank is asked 0.01 to 0.17 (2026-11-28).
 */
const leastShare = 0.3

/** Whether people come to what a pack is about: it says so, it names topics, or its texts read like an event's. */
export function isOfEvent({ topics, entries }: Pack, space: () => TopicSpace, termOf: TermOf): boolean {
  if (topics !== undefined) return topics
  if (entries.some(({ topic }) => topic !== undefined)) return true
  const telling = spread(
    entries.filter(({ type }) => type !== 'gap' && type !== 'person'),
    mostRead,
  )
  const akin = telling.filter((entry) => Math.max(0, ...topicsOfEntry(entry, space(), termOf).most) >= leastAkin)
  return akin.length >= leastShare * telling.length && akin.length > 0
}

/** So many entries tell what a pack is about. */
const mostRead = 300

/**
 * A pack that knows what people ask at every event: what it says of a topic is found by the topic's names too, and a
 * topic of which it says nothing becomes a gap, so that it is declined by its name.
 */
export function joinTopics(pack: Pack, topics: readonly Topic[], space: TopicSpace, termOf: TermOf): Pack {
  const names = unclaimedNames(pack)
  const spoken = spokenOf(pack, space, termOf)
  const named = new Map(topics.map((topic) => [topic.id, { ...topic, names: names(topic) }]))
  const holders = Map.groupBy(pack.entries, ({ topic }) => topic)
  const entries = pack.entries.map((entry) => {
    const topic = entry.topic === undefined ? undefined : named.get(entry.topic)
    return topic && holders.get(topic.id)!.length === 1 ? withNames(entry, topic) : entry
  })
  const silent = topics.filter(
    ({ id, title }) => title.en !== undefined && !holders.has(id) && !spoken.has(id) && !isGiven(id, pack),
  )
  return { ...pack, topics: true, entries: [...entries, ...silent.map(({ id }) => gapOf(named.get(id)!))] }
}

/** A sentence that is as like a topic's questions speaks of it. */
const leastSpoken = 0.4

/** The topics that some entry without example questions speaks of, be it in passing. */
function spokenOf(pack: Pack, space: TopicSpace, termOf: TermOf): Set<string> {
  const plain = pack.entries.filter(
    ({ type, slots, questions }) =>
      type === 'fact' && slots.length === 0 && languages.every((language) => questions[language].length === 0),
  )
  return new Set(
    plain.flatMap((entry) => {
      const { places, most } = topicsOfEntry(entry, space, termOf)
      return places.filter((_, at) => most[at]! >= leastSpoken).map((place) => space.ids[place]!)
    }),
  )
}

function withNames(entry: Entry, { title, text, names }: Topic): Entry {
  return {
    ...entry,
    ...(entry.type === 'gap' && { title: { ...title, ...entry.title }, text: { ...text, ...entry.text } }),
    names: mapped((language) => [...new Set([...entry.names[language], ...names[language]])]),
  }
}

/** No entry of a pack's own has such an id: theirs begin with a letter or a digit. */
function gapOf({ id, title, text, names }: Topic): Entry {
  return { ...emptyEntry, id: `@${id}`, type: 'gap', title, text, names, topic: id }
}

/** Names lead to one thing: those of the pack's own come first, and a word of two topics is the first one's. */
function unclaimedNames(pack: Pack): (topic: Topic) => LocalisedLists {
  const claimed = new Set<string>()
  const claim = (list: Iterable<string>): void => {
    for (const name of list) claimed.add(name.toLowerCase())
  }
  for (const { name, short, names } of [...pack.places.values(), ...pack.organisations.values()])
    claim([...Object.values(name), ...Object.values(short), ...languages.flatMap((language) => names[language])])
  for (const { names } of [...pack.entries, ...pack.terms]) claim(languages.flatMap((language) => names[language]))
  return ({ names }) => {
    const free = mapped((language) => names[language].filter((name) => !claimed.has(name.toLowerCase())))
    claim(languages.flatMap((language) => free[language]))
    return free
  }
}

function mapped(list: (language: Language) => readonly string[]): LocalisedLists {
  return Object.fromEntries(languages.map((language) => [language, list(language)])) as LocalisedLists
}
