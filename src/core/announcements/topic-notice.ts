import { languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import { topicName, type Topic } from '../mailing/topic.ts'
import type { Actor } from './done.ts'

/** Nobody gets up for it. */
const policy = {
  quietHours: 'wait',
  late: 'drop',
  sound: 'silent',
  tell: 'nobody',
  trouble: 'hold',
  priority: 'routine',
} as const

/** What those are told who follow a topic: that it is called otherwise now, or is no more. */
export function topicNotice(topic: Topic, { who, now }: Actor): NewMailing {
  const { before = topic.name, ended } = topic
  const values = (language: Language) => ({
    topic: topicName(topic, language),
    before: topicName({ name: before }, language),
  })
  return {
    origin: `topic ${topic.id}`,
    policy,
    content: {
      title: inAll((one) => say(one, ended ? 'topicNotice.ended' : 'topicNotice.renamed', values(one))),
      body: inAll((one) => say(one, ended ? 'topicNotice.choose' : 'topicNotice.kept')),
    },
    fallback: undefined,
    notAfter: undefined,
    author: who,
    startAt: now,
  }
}

function inAll(text: (language: Language) => string): Localised {
  return Object.fromEntries(languages.map((one) => [one, text(one)]))
}
