import { languages as all, type Language } from '../../../knowledge/language.ts'
import { namesOf, say } from '../../i18n.ts'
import type { Line } from '../../answering/reply.ts'
import { item } from '../../pages/lines.ts'
import { topicNames, topicsFollowed } from '../../mailing/topic.ts'
import type { AudienceShare } from '../../announcements/figure-store.ts'
import type { Kind } from '../../mailing/destination.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'

/** "Comes to 3 destinations: Telegram 2, Discord 1" */
export function audienceWords({ total, shares }: Shown['audience'], language: Language): string {
  const comesTo = say(language, 'organizers.goesTo', { count: total })
  if (total === 0) return comesTo
  const parts = countsBy(shares, ({ platform }) => platformNames[platform]).map(([name, count]) => `${name} ${count}`)
  return `${comesTo}: ${parts.join(', ')}`
}

/** To whom it is limited, where that is not told by the numbers: kinds of chats, languages and topics. */
export function limitLines({ announcement, topics: known }: Shown, language: Language): Line[] {
  const { kinds, languages, topics } = announcement.audience
  return [
    ...(kinds ? [item(say(language, 'organizers.kindsOnly', { names: kindNames(kinds, language) }))] : []),
    ...(languages ? [item(say(language, 'organizers.languagesOnly', { names: namesOf(languages) }))] : []),
    ...(topics
      ? [item(say(language, 'organizers.topicsOnly', { names: topicNames(topicsFollowed(known, topics), language) }))]
      : []),
  ]
}

/** How many read each language alone, "Қазақша: 12 (Telegram 10, Discord 2)", then several in one post. */
export function readersBy(shares: readonly AudienceShare[]): string[] {
  const alone = all.filter((one) => readersOf(one, shares).length > 0).map((one) => readersWords(one, shares))
  return [...alone, ...severalWords(shares)]
}

/** "Қазақша: 12 (Telegram 10, Discord 2)", of those who read this language alone. */
export function readersWords(one: Language, shares: readonly AudienceShare[]): string {
  const readers = readersOf(one, shares)
  const count = readers.reduce((sum, share) => sum + share.count, 0)
  const places = countsBy(readers, ({ platform }) => platformNames[platform]).map(([name, some]) => `${name} ${some}`)
  return `${say(one, 'language.name')}: ${count}${places.length > 0 ? ` (${places.join(', ')})` : ''}`
}

/** "Қазақша, English: 3", of those who get several languages in one post. */
export function severalWords(shares: readonly AudienceShare[]): string[] {
  const several = shares.filter(({ languages }) => languages.length > 1)
  return countsBy(several, ({ languages }) => namesOf(languages)).map(([names, count]) => `${names}: ${count}`)
}

function readersOf(one: Language, shares: readonly AudienceShare[]): AudienceShare[] {
  return shares.filter(({ languages }) => languages.length === 1 && languages[0] === one)
}

function kindNames(kinds: readonly Kind[], language: Language): string {
  return kinds.map((one) => say(language, `organizers.kind.${one}`).toLocaleLowerCase(language)).join(', ')
}

/** Counts by name, in the order in which names first come. */
function countsBy(shares: readonly AudienceShare[], nameOf: (share: AudienceShare) => string): [string, number][] {
  return [...Map.groupBy(shares, nameOf)].map(([name, group]) => [
    name,
    group.reduce((sum, { count }) => sum + count, 0),
  ])
}
