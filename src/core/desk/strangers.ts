import { LRUCache } from 'lru-cache'
import type { Reply } from '../answering/reply.ts'
import { keyOf } from '../people/people.ts'
import type { Page } from '../pages/page.ts'
import { languageOfTag, type Manner, type Visitor } from '../pages/visitor.ts'
import { languageButtons } from './welcome.ts'

/** Far more than ask between two starts; who is forgotten is offered the languages once more. */
const mostMet = 10_000

/** An answer as it is, or with what is offered under it. */
export type OfferUnder = (
  page: Page,
  visitor: Visitor,
  manner: Pick<Manner, 'settings'>,
  reply: Pick<Reply, 'language' | 'entries'>,
) => Page

/**
 * Offers the languages under the first answer to somebody whose app speaks none of them and who chose none: in private,
 * since what all read is not one person's to change, and where no button leads to them anyway.
 */
export function offerLanguagesOnce(): OfferUnder {
  const met = new LRUCache<string, true>({ max: mostMet })
  return (page, { person, group, roomy = false, languageTag }, { settings }, { language, entries }) => {
    const isStranger = languageOfTag(languageTag) === undefined && settings.language === undefined
    if (!isStranger || roomy || group || met.has(keyOf(person))) return page
    met.set(keyOf(person), true)
    // The row says more than a button that leads to it.
    const others = page.buttons.filter((row) => row.every((button) => button.do !== 'languages'))
    const [entry] = entries
    const at = entries.length === 1 && entry !== undefined ? { entry } : undefined
    return { ...page, buttons: [...others, languageButtons({ to: 'person', spoken: language, at })] }
  }
}
