import type { Language } from '../../../knowledge/language.ts'
import { namesOf, say } from '../../i18n.ts'
import type { AudienceShare } from '../../announcements/figure-store.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'

/** "Comes to 3 destinations: Telegram 2, Discord 1" */
export function audienceWords({ total, shares }: Shown['audience'], language: Language): string {
  const comesTo = say(language, 'organizers.goesTo', { count: total })
  if (total === 0) return comesTo
  const parts = countsBy(shares, ({ platform }) => platformNames[platform]).map(([name, count]) => `${name} ${count}`)
  return `${comesTo}: ${parts.join(', ')}`
}

/** "Қазақша, Русский: 2", once for each set of languages. */
export function audienceLanguages({ shares }: Shown['audience']): string[] {
  return countsBy(shares, ({ languages }) => namesOf(languages)).map(([names, count]) => `${names}: ${count}`)
}

function countsBy(shares: readonly AudienceShare[], nameOf: (share: AudienceShare) => string): [string, number][] {
  return [...Map.groupBy(shares, nameOf)].map(([name, group]) => [
    name,
    group.reduce((sum, { count }) => sum + count, 0),
  ])
}
