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

/**
 * What those are told who follow a topic: that it is no more, or is called otherwise now, in the languages in which it
 * is.
 */
export function topicNotice(topic: Topic, { who, now }: Actor): NewMailing {
  const { before = topic.name, ended } = topic
  const names = (one: Language) => ({ topic: topicName(topic, one), before: topicName({ name: before }, one) })
  const concerned = languages.filter((one) => ended || names(one).topic !== names(one).before)
  const inEach = (text: (one: Language) => string): Localised =>
    Object.fromEntries(concerned.map((one) => [one, text(one)]))
  return {
    origin: `topic ${topic.id}`,
    askedFor: false,
    policy,
    content: {
      title: inEach((one) => say(one, ended ? 'topicNotice.ended' : 'topicNotice.renamed', names(one))),
      body: inEach((one) => say(one, ended ? 'topicNotice.choose' : 'topicNotice.kept')),
    },
    fallback: undefined,
    notAfter: undefined,
    author: who,
    startAt: now,
  }
}
