import type { Content } from '../mailing/content.ts'
import { currentTopics, topicsFollowed, type Topic } from '../mailing/topic.ts'
import type { Announcement } from './announcement.ts'

/** What is sent, with the names that its topics have now: its readers are told which of them they follow. */
export function namedContent({ content, audience }: Announcement, topics: readonly Topic[]): Content {
  const named = topicsFollowed(topics, audience.topics).map(({ id, name }) => ({ id, name }))
  return { ...content, topics: named.length === 0 ? undefined : named }
}

/** Topics of an audience that are none, or none any more: under their last name, or as they were written. */
export function lostTopics({ audience }: Pick<Announcement, 'audience'>, topics: readonly Topic[]): (Topic | string)[] {
  const current = new Set(currentTopics(topics).map(({ id }) => id))
  return (audience.topics ?? [])
    .filter((id) => !current.has(id))
    .map((id) => topics.find((topic) => topic.id === id) ?? id)
}
