import { languages, type Language } from '../../knowledge/language.ts'
import { wordsIn, type Localised } from '../../knowledge/pack.ts'

/** What announcements may be about. Organizers name it, and readers follow what concerns them. */
export type Topic = {
  readonly id: string
  readonly name: Localised
  /** What it was called before, until those who follow it have been told. */
  readonly before?: Localised | undefined
  /** Organizers have ended it: nothing is about it any more, and whoever follows it is told so. */
  readonly ended: boolean
}

/** More than anybody would read through. */
export const mostTopics = 12

/** Longer names don't fit on a button of a phone. */
export const longestTopic = 40

/** What a topic is called in a language, or in the first one that it has a name in. */
export function topicName({ name }: Pick<Topic, 'name'>, language: Language): string {
  return wordsIn(name, language) ?? '…'
}

/** "Transport, Press" */
export function topicNames(topics: readonly Pick<Topic, 'name'>[], language: Language): string {
  return topics.map((topic) => topicName(topic, language)).join(', ')
}

/** Those that are there, and those of them, or that were ended, which somebody follows. */
export function topicsFollowed(topics: readonly Topic[], ids: readonly string[] = []): readonly Topic[] {
  return topics.filter(({ id }) => ids.includes(id))
}

/** Those that announcements can be about. */
export function currentTopics(topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ ended }) => !ended)
}

/** Topics that somebody names, by a name in any language; `unknown`: what none is called, as it was written. */
export function topicsNamed(
  words: readonly string[],
  topics: readonly Topic[],
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const found = words.map((word) => ({ word, id: currentTopics(topics).find((topic) => isCalled(topic, word))?.id }))
  return {
    ids: [...new Set(found.flatMap(({ id }) => id ?? []))],
    unknown: found.flatMap(({ word, id }) => (id === undefined ? [word] : [])),
  }
}

/** Whether a topic has such a name in any language, however its letters are written. */
export function isCalled({ name }: Pick<Topic, 'name'>, word: string): boolean {
  return languages.some((language) => name[language] !== undefined && plain(name[language]) === plain(word))
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ')
}
