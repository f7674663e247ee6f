import type { Fault } from '../knowledge/fault.ts'
import { clashes } from './clashes.ts'
import { days } from './days.ts'
import { oddLinks } from './links.ts'
import { unseenTexts } from './texts.ts'
import { similarTitles } from './titles.ts'
import { unansweredTopics, unknownTopics } from './topics.ts'
import { staleTranslations } from './translations.ts'
import type { Checked, Look } from './warning.ts'

const looks: readonly Look[] = [
  unansweredTopics,
  unknownTopics,
  days,
  clashes,
  similarTitles,
  unseenTexts,
  staleTranslations,
  oddLinks,
]

/** What somebody who attends would miss, mistake or stumble over. Nothing of it keeps a pack from being used. */
export function attend(checked: Checked): Fault[] {
  const all = looks.flatMap((look) => look(checked))
  // A text that is the same in every language is looked at in each.
  return [...new Map(all.map((fault) => [`${fault.place} ${fault.message}`, fault])).values()]
}
