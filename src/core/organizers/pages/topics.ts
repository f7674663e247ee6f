import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { currentTopics, mostTopics, topicName, type Topic } from '../../mailing/topic.ts'
import { nobody, type Following } from '../../mailing/topic-store.ts'
import { fact, item, note, text } from '../../pages/lines.ts'
import type { Button, Page } from '../../pages/page.ts'
import { generalButton, organizeButton } from './buttons.ts'

/** Topics with how many follow each of them. */
export type FollowedTopics = { readonly topics: readonly Topic[]; readonly following: ReadonlyMap<string, Following> }

/** All topics that there are; `said`: what has just been done, or why it was not. */
export function topicsPage(
  { topics, following }: FollowedTopics,
  language: Language,
  said: readonly Line[] = [],
): Page {
  const current = currentTopics(topics)
  return {
    language,
    lines: [
      ...said,
      fact(say(language, 'organizers.topicsTitle')),
      text(say(language, current.length > 0 ? 'organizers.topicsHow' : 'organizers.topicsNone')),
      ...current.map((topic) => item(`${topicName(topic, language)}: ${followingWords(topic, following, language)}`)),
    ],
    buttons: [
      ...current.map((topic) => [organizeButton(topicName(topic, language), 'topic', topic.id)]),
      ...(current.length < mostTopics ? [[generalButton(language, 'organizers.newTopic', 'nameTopic')]] : []),
      [generalButton(language, 'organizers.all', 'board')],
    ],
  }
}

/** One topic: its names, who follows it, and what can be done with it. */
export function topicPage(topic: Topic, { following }: Pick<FollowedTopics, 'following'>, language: Language): Page {
  const { people, chats } = following.get(topic.id) ?? nobody
  const isKnown = people + chats > 0
  const before = topic.before && isKnown ? topicName({ name: topic.before }, language) : undefined
  const button = (label: string, act: Parameters<typeof organizeButton>[1]): Button[] => [
    organizeButton(label, act, topic.id),
  ]
  return {
    language,
    lines: [
      fact(topicName(topic, language)),
      ...all.map((one) => item(`${say(one, 'language.name')}: ${topic.name[one] ?? '—'}`)),
      text(followingWords(topic, following, language)),
      ...(before === undefined ? [] : [note(say(language, 'organizers.topicBefore', { before }))]),
    ],
    buttons: [
      ...(before !== undefined && people > 0 ? [button(say(language, 'organizers.tellTopic'), 'tellTopic')] : []),
      button(say(language, 'organizers.renameTopic'), 'nameTopic'),
      button(say(language, 'organizers.endTopic'), 'endTopic'),
      [generalButton(language, 'organizers.topicsBack', 'topics')],
    ],
  }
}

/** Before a topic is ended: who will be told. */
export function endTopicPage(topic: Topic, { following }: Pick<FollowedTopics, 'following'>, language: Language): Page {
  const { people } = following.get(topic.id) ?? nobody
  const name = topicName(topic, language)
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirmEndTopic', { name })),
      text(say(language, 'organizers.endTopicTells', { count: people })),
    ],
    buttons: [
      [organizeButton(say(language, 'organizers.endTopicNow'), 'endTopic', topic.id, 'now')],
      [organizeButton(say(language, 'button.back'), 'topic', topic.id)],
    ],
  }
}

/** What to write for the names of a topic; `again`: why what was written is none. */
export function askTopicPage(topic: Topic | undefined, language: Language, again: readonly Line[] = []): Page {
  return {
    language,
    lines: [
      ...again,
      fact(topic ? topicName(topic, language) : say(language, 'organizers.newTopic')),
      text(say(language, 'organizers.askTopic')),
    ],
    buttons: [
      ...(again.length > 0
        ? [[organizeButton(say(language, 'organizers.againTopic'), 'nameTopic', topic?.id ?? '')]]
        : []),
      [
        topic
          ? organizeButton(say(language, 'organizers.later'), 'topic', topic.id)
          : generalButton(language, 'organizers.later', 'topics'),
      ],
    ],
  }
}

/** "Followed by 12 people and 2 chats" */
function followingWords({ id }: Topic, following: FollowedTopics['following'], language: Language): string {
  return say(language, 'organizers.topicFollowed', following.get(id) ?? nobody)
}
