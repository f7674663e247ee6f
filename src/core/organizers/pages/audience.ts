import type { Language } from '../../../knowledge/language.ts'
import { namesOf, say } from '../../i18n.ts'
import type { Line } from '../../answering/reply.ts'
import { item } from '../../pages/lines.ts'
import type { Audience } from '../../announcements/announcement.ts'
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

/** To whom it is limited, where that is not told by the numbers: kinds of chats, and languages. */
export function limitLines({ kinds, languages }: Audience, language: Language): Line[] {
  return [
    ...(kinds ? [item(say(language, 'organizers.kindsOnly', { names: kindNames(kinds, language) }))] : []),
    ...(languages ? [item(say(language, 'organizers.languagesOnly', { names: namesOf(languages) }))] : []),
  ]
}

function kindNames(kinds: readonly Kind[], language: Language): string {
  return kinds.map((one) => say(language, `organizers.kind.${one}`).toLocaleLowerCase(language)).join(', ')
}

/** Counts by name, in the order in which names first come. */
export function countsBy(
  shares: readonly AudienceShare[],
  nameOf: (share: AudienceShare) => string,
): [string, number][] {
  return [...Map.groupBy(shares, nameOf)].map(([name, group]) => [
    name,
    group.reduce((sum, { count }) => sum + count, 0),
  ])
}
