import type { Kysely } from 'kysely'
import { missingIn, writtenIn } from '../mailing/content.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import type { Announcement } from '../announcements/announcement.ts'
import { addRecipients, columnsOfMailing } from './mailing-queue.ts'
import { readLanguages } from './rows.ts'
import type { Tables } from './tables.ts'

/** Schedules a notice to whoever has a copy that it corrects, each as a reply to that copy; once for each version. */
export function tellOfCorrection(
  db: Kysely<Tables>,
  { id, version, content, fallback }: Announcement,
  notice: NewMailing,
  now: Date,
): Promise<void> {
  const corrected = writtenIn(notice.content)
  const standsIn = fallback !== undefined && corrected.includes(fallback)
  const concerned = new Set([...corrected, ...(standsIn ? missingIn(content) : [])])
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('mailings')
      .values({
        ...columnsOfMailing(notice),
        created_at: now.toISOString(),
        idempotency_key: `correction ${id}.${version}`,
      })
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return
    const copies = await trx
      .selectFrom('deliveries')
      .select(['destination', 'thread', 'messages', 'languages'])
      .where('mailing', '=', Number(id))
      .where('messages', '<>', '[]')
      .execute()
    const recipients = copies
      .filter(({ languages }) => readLanguages(languages).some((one) => concerned.has(one)))
      .map(({ destination, thread, messages }) => {
        const [replyTo] = JSON.parse(messages) as string[]
        return { destination, ...(thread !== null && { thread }), ...(replyTo !== undefined && { replyTo }) }
      })
    await addRecipients(trx, made.id, recipients)
  })
}
