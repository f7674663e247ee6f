import { say } from '../i18n.ts'
import { writtenIn, type Texts } from '../mailing/content.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import { policyOf, type Announcement } from './announcement.ts'
import type { Actor } from './done.ts'

/** What tells those who have an old text of the new one: a message of its own, which is noticed. */
export function correctionNotice(
  { id, content, urgency, fallback }: Announcement,
  texts: Texts,
  { who, now }: Actor,
): NewMailing {
  const titled = writtenIn(content).filter((one) => texts.title[one] !== undefined || texts.body[one] !== undefined)
  return {
    origin: `correction of ${id}`,
    askedFor: false,
    policy: { ...policyOf(urgency), late: 'drop', sound: 'loud', tell: 'nobody', trouble: 'hold' },
    content: {
      title: Object.fromEntries(
        titled.map((one) => [one, say(one, 'announcement.correctedTitle', { title: content.title[one] })]),
      ),
      body: Object.fromEntries(titled.map((one) => [one, content.body[one] ?? ''])),
      topics: content.topics,
    },
    // Whoever reads several languages is told of those that were corrected.
    fallback: fallback !== undefined && titled.includes(fallback) ? fallback : titled[0],
    notAfter: undefined,
    author: who,
    startAt: now,
  }
}
