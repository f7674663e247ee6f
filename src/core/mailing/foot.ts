import { subscribesItself } from './admission.ts'
import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import { writtenIn } from './content.ts'
import type { Delivery, Destination } from './delivery.ts'
import type { Mailing } from './mailing.ts'
import type { Platform } from '../people/people.ts'
import { topicNames } from './topic.ts'

/** Who reads a copy, as far as its last line depends on it. */
export type Reader = Pick<Destination, 'platform' | 'kind'> & Pick<Delivery, 'languages' | 'follows'>

/** A last line of a copy. `saysHowToStop`: it names the command that ends announcements, for where no button does. */
export type Foot = { readonly text: string; readonly saysHowToStop: boolean }

/** What the event of the organizers is called, in few words. */
export type EventName = (language: Language) => string

/** A delivery, as far as it tells what its copy looks like. */
export type Addressed = Pick<Delivery, 'destination' | 'languages' | 'follows'>

export function readerOf({ destination: { platform, kind }, languages, follows }: Addressed): Reader {
  return { platform, kind, languages, follows }
}

/** A person who follows all that a mailing is about: as which it is previewed. */
export function followerOf(
  { content }: Pick<Mailing, 'content'>,
  languages: readonly Language[],
  platform: Platform,
): Reader {
  return { platform, kind: 'person', languages, follows: (content.topics ?? []).map(({ id }) => id) }
}

/**
 * The last line of a copy in plain words, from the fullest to the shortest: a platform shows the first that it has room
 * for. It says why the text is in another language than the reader's, who sends it, to people also why they get it and
 * how that ends. In groups, and in channels of others, who sends it will do; a post of a Telegram channel is the
 * channel's own, and what somebody has asked for themselves needs no reason.
 */
export function feetOf(mailing: Pick<Mailing, 'content' | 'fallback'>, reader: Reader, eventName: EventName): Foot[] {
  const { content } = mailing
  const { platform, kind, languages } = reader
  const [language] = languages
  if (content.about !== undefined || language === undefined) return []
  const inAnother = inAnotherWords(mailing, languages)
  const feet =
    kind === 'person'
      ? personFeet(mailing, reader, { language, event: eventName(language) })
      : !subscribesItself({ platform, kind })
        ? []
        : [plainFoot(languages.map((one) => fromWords(one, eventName(one))).join(' · '))]
  if (inAnother === undefined) return feet
  return [...feet.map((foot) => ({ ...foot, text: `${inAnother} ${foot.text}` })), plainFoot(inAnother)]
}

function plainFoot(text: string): Foot {
  return { text, saysHowToStop: false }
}

function personFeet(
  { content: { topics = [] } }: Pick<Mailing, 'content'>,
  { follows }: Pick<Reader, 'follows'>,
  { language, event }: { readonly language: Language; readonly event: string },
): Foot[] {
  const from = fromWords(language, event)
  const followed = topics.filter(({ id }) => follows.includes(id))
  const texts = [
    followed.length > 0
      ? say(language, 'announcement.sinceTopics', { from, topics: topicNames(followed, language) })
      : say(language, 'announcement.since', { from }),
    say(language, 'announcement.shortFoot', { event }),
  ]
  return texts.map((text) => ({ text, saysHowToStop: true }))
}

function fromWords(language: Language, event: string): string {
  return say(language, 'announcement.from', { event })
}

/** Why somebody who reads one language gets another. */
function inAnotherWords(
  { content, fallback }: Pick<Mailing, 'content' | 'fallback'>,
  [reader, ...others]: readonly Language[],
): string | undefined {
  const written = writtenIn(content)
  if (reader === undefined || others.length > 0 || written.includes(reader) || fallback === undefined) return undefined
  return written.length === 1 ? say(reader, `announcement.onlyIn.${fallback}`) : say(reader, 'announcement.standsIn')
}
