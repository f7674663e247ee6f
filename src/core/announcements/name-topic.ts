import type { Localised } from '../../knowledge/pack.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import { currentTopics, isCalled, mostTopics, type Topic } from '../mailing/topic.ts'

/** What became of it: it has these names, another one has one of them, or there are as many as can be. */
export type NamedTopic =
  | { readonly kind: 'named'; readonly id: string }
  | { readonly kind: 'taken'; readonly by: Topic }
  | { readonly kind: 'tooMany' }

/**
 * Gives a topic, or a new one (""), names in some languages; those in others stay. A new one that was ended under
 * such a name is there again, with those who followed it.
 */
export async function nameTopic(
  id: string,
  names: Localised,
  store: Pick<TopicStore, 'all' | 'add' | 'rename'>,
  now: Date,
): Promise<NamedTopic> {
  const topics = await store.all()
  const current = currentTopics(topics)
  const topic = current.find((one) => one.id === id)
  const other = current.find((one) => one !== topic && isCalledOneOf(one, names))
  if (other) return { kind: 'taken', by: other }
  const known = topic ?? topics.find((one) => isCalledOneOf(one, names))
  if (!topic && current.length >= mostTopics) return { kind: 'tooMany' }
  if (!known) return { kind: 'named', id: (await store.add(names, now)).id }
  await store.rename(known.id, { ...known.name, ...names })
  return { kind: 'named', id: known.id }
}

function isCalledOneOf(topic: Topic, names: Localised): boolean {
  return Object.values(names).some((name) => isCalled(topic, name))
}
