import { languages, type Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { TermOf } from '../text/term.ts'
import { spread } from './spread.ts'
import { foreign, termsOf, type TopicSpace } from './topic-space.ts'

/** What the topics that people ask about at every event have to do with a pack; they are numbered in their order. */
export type IndexedTopics = {
  /** How many were learnt along with the pack's own questions, behind its entries; 0: they are known by themselves. */
  readonly learnt: number
  /** For each entry the topic that it is of, plus one; 0 for none. */
  readonly of: Uint8Array
  /** For each entry `mostTopics` topics that its texts are about, and how much: 0 for fewer (see `EntryTopics`). */
  readonly about: Uint8Array
  readonly most: Float32Array
  readonly mean: Float32Array
}

/** What the entries of a pack are about; nothing if that is not to be known. */
export function indexTopics(
  { entries }: Pack,
  topicsOf: TopicsOf | undefined,
): Pick<IndexedTopics, 'about' | 'most' | 'mean'> {
  const about = new Uint8Array(entries.length * mostTopics)
  const most = new Float32Array(about.length)
  const mean = new Float32Array(about.length)
  if (!topicsOf) return { about, most, mean }
  entries.forEach((entry, at) => {
    if (entry.type === 'gap') return
    const found = topicsOf(entry)
    about.set(found.places, at * mostTopics)
    most.set(found.most, at * mostTopics)
    mean.set(found.mean, at * mostTopics)
  })
  return { about, most, mean }
}

/** So many topics are kept of an entry, the strongest. 24: the same on the events that the weights were fitted to. */
export const mostTopics = 16

/** A weaker fit says nothing. */
export const leastFit = 0.15

/** What an entry is about, of its strongest topics. */
type EntryTopics = {
  readonly places: readonly number[]
  /** How much the sentence is about it that is so most: a text on the hotel may end with its car park. */
  readonly most: readonly number[]
  /** How much all of it is, on the average, as a vector of length 1. */
  readonly mean: readonly number[]
}

/** Tells what an entry is about. */
export type TopicsOf = (entry: Entry) => EntryTopics

/** Tells what entries are about, each looked at once. The space is asked for with the first of them. */
export function rememberingTopics(space: () => TopicSpace, termOf: TermOf): TopicsOf {
  const known = new Map<Entry, EntryTopics>()
  return (entry) => known.getOrInsertComputed(entry, () => topicsOfEntry(entry, space(), termOf))
}

/** What its title, names and sentences are about. */
function topicsOfEntry(entry: Entry, space: TopicSpace, termOf: TermOf): EntryTopics {
  const count = space.ids.length
  const most = new Float32Array(count)
  const sum = new Float32Array(count)
  for (const language of languages) {
    for (const { text } of sentencesOf(entry, language)) {
      const fits = space.fitsOf(termsOf(text, language, termOf), language)
      for (let at = 0; at < count; at++) {
        if (fits[at]! < leastFit || space.ids[at] === foreign) continue
        if (fits[at]! > most[at]!) most[at] = fits[at]!
        sum[at]! += fits[at]!
      }
    }
  }
  const places = Array.from(sum.keys())
    .filter((at) => sum[at]! > 0)
    .toSorted((a, b) => sum[b]! - sum[a]!)
    .slice(0, mostTopics)
  const length = Math.hypot(...places.map((at) => sum[at]!)) || 1
  return { places, most: places.map((at) => most[at]!), mean: places.map((at) => sum[at]! / length) }
}

/** So many sentences of an entry tell what it is about. */
const mostSentences = 60

/** Its title and names, and what it says, sentence by sentence; of a long text some. */
export function sentencesOf(
  { title, names, text, says }: Entry,
  language: Language,
): readonly { readonly text: string; readonly isTitle: boolean }[] {
  const texts = [text, ...says.map((statement) => statement.text)]
  const sentences = texts.flatMap((one) => one[language]?.split(sentenceEnd) ?? [])
  const titles = [title[language], ...names[language]].filter((one) => one !== undefined)
  return [
    ...titles.map((one) => ({ text: one, isTitle: true })),
    ...spread(sentences, mostSentences).map((one) => ({ text: one, isTitle: false })),
  ]
}

const sentenceEnd = /(?<=[.!?;])\s+/u
