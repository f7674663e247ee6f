import type { Kysely } from 'kysely'
import { missingIn, writtenIn } from '../mailing/content.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import type { Announcement } from '../announcements/announcement.ts'
import { addRecipients, scheduleNew } from './recipients.ts'
import { readLanguages } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * Schedules a notice to whoever has a copy that it corrects and still gets announcements, each as a reply to that copy.
 * In the transaction of the correction, which has locked the announcement.
 */
export async function tellOfCorrection(
  trx: Kysely<Tables>,
  { id, content, fallback }: Pick<Announcement, 'id' | 'content' | 'fallback'>,
  notice: NewMailing,
  now: Date,
): Promise<void> {
  const corrected = writtenIn(notice.content)
  const standsIn = fallback !== undefined && corrected.includes(fallback)
  const concerned = new Set([...corrected, ...(standsIn ? missingIn(content) : [])])
  const copies = await trx
    .selectFrom('deliveries')
    .innerJoin('destinations', 'destinations.id', 'deliveries.destination')
    .select(['deliveries.destination', 'deliveries.messages', 'deliveries.languages'])
    .where('deliveries.mailing', '=', Number(id))
    .where('deliveries.messages', '<>', '[]')
    .where('destinations.standing', '=', 'active')
    .execute()
  const recipients = copies
    .filter(({ languages }) => readLanguages(languages).some((one) => concerned.has(one)))
    .map(({ destination, messages }) => ({ destination, replyTo: (JSON.parse(messages) as string[])[0] }))
  if (recipients.length > 0) await addRecipients(trx, await scheduleNew(trx, notice, now), recipients)
}
