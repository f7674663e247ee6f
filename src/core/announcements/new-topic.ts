import type { Localised } from '../../knowledge/pack.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import { currentTopics, isCalled, mostTopics, type Topic } from '../mailing/topic.ts'

/** What became of a new topic: it is there, another one has one of its names, or there are as many as can be. */
export type NewTopic =
  | { readonly kind: 'named'; readonly id: string }
  | { readonly kind: 'taken'; readonly by: Topic }
  | { readonly kind: 'tooMany' }

/** Names a new topic. One that was ended under such a name is there again, with those who followed it. */
export async function newTopic(
  names: Localised,
  store: Pick<TopicStore, 'all' | 'add' | 'rename'>,
  now: Date,
): Promise<NewTopic> {
  const topics = await store.all()
  const same = topicCalled(names, topics)
  if (same && !same.ended) return { kind: 'taken', by: same }
  if (currentTopics(topics).length >= mostTopics) return { kind: 'tooMany' }
  if (!same) return { kind: 'named', id: (await store.add(names, now)).id }
  await store.rename(same.id, { ...same.name, ...names })
  return { kind: 'named', id: same.id }
}

/** The first topic that has one of some names. */
export function topicCalled(names: Localised, topics: readonly Topic[]): Topic | undefined {
  return topics.find((topic) => Object.values(names).some((name) => isCalled(topic, name)))
}
