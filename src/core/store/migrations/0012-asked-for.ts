import { sql, type Kysely } from 'kysely'

/**
 * Whether the recipients of a mailing asked for it themselves: reminders, and notices of what they marked. All else
 * comes to nobody who has ended announcements.
 */
export async function addAskedFor(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('mailings')
    .addColumn('asked_for', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`update mailings set asked_for = 1 where origin in ('reminder', 'programme')`.execute(db)
}
