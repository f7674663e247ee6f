import type { Language } from '../../knowledge/language.ts'
import type { Line } from '../answering/reply.ts'
import { chunksOf } from '../chunks.ts'
import { say } from '../i18n.ts'
import type { StoredSubscription } from '../mailing/destination.ts'
import { currentTopics, topicName, topicNames, topicsFollowed, type Topic } from '../mailing/topic.ts'
import { text } from '../pages/lines.ts'
import type { Button } from '../pages/page.ts'
import { ticked } from '../pages/tick.ts'

/** Topics of announcements that can be followed; `unknown`: what was asked for and is none. */
export type TopicsOffered = { readonly topics: readonly Topic[]; readonly unknown?: readonly string[] }

type Follower = Pick<StoredSubscription, 'kind' | 'topics'>

/** About what announcements come, and what there is to say of topics that were chosen or asked for. */
export function topicLines({ kind, topics: ids }: Follower, offered: TopicsOffered, language: Language): Line[] {
  const { topics, unknown = [] } = offered
  const followed = topicsFollowed(topics, ids)
  const current = currentTopics(followed)
  const lost = followed.filter(({ ended }) => ended)
  return [
    ...(unknown.length > 0 ? [text(say(language, 'subscription.noTopic', { topics: unknown.join(', ') }))] : []),
    ...(lost.length > 0
      ? [text(say(language, 'subscription.topicEnded', { topics: topicNames(lost, language) }))]
      : []),
    ...(current.length > 0
      ? [text(say(language, 'subscription.chosen', { topics: current.map((one) => nameOf(one, language)).join(', ') }))]
      : everythingLines(lost.length > 0)),
  ]

  function everythingLines(isLimited: boolean): Line[] {
    if (isLimited) return [text(say(language, 'subscription.general'))]
    const key = kind === 'person' ? 'subscription.everything' : 'subscription.everythingHere'
    return currentTopics(topics).length > 0 ? [text(say(language, key))] : []
  }
}

/** Under another name than the one that its followers know, with that. */
function nameOf(topic: Topic, language: Language): string {
  const name = topicName(topic, language)
  const before = topic.before && topicName({ name: topic.before }, language)
  return before === undefined || before === name ? name : say(language, 'subscription.renamed', { topic: name, before })
}

/** So many topics in a row: their names are short. */
const inRow = 2

/** Everything, or each topic, ticked if it is chosen; a press takes a tick away. */
export function topicRows({ topics: ids = [] }: Follower, { topics }: TopicsOffered, language: Language): Button[][] {
  const current = currentTopics(topics)
  const isLimited = topicsFollowed(topics, ids).length > 0
  if (current.length === 0 && !isLimited) return []
  const everything: Button = { label: ticked(say(language, 'subscription.allTopics'), !isLimited), do: 'follow' }
  const each = current.map((topic): Button => {
    const isFollowed = ids.includes(topic.id)
    return { label: ticked(topicName(topic, language), isFollowed), do: 'follow', topic: topic.id, on: !isFollowed }
  })
  return [[everything], ...chunksOf(each, inRow)]
}
