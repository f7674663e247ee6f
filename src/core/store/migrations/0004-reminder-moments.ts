import { sql, type Kysely } from 'kysely'

/**
 * The key of a reminder names its moment from now on, so that another one is made when a corrected pack gives an event
 * another time. Those that are stored go by the moment they have.
 */
export async function nameReminderMoments(db: Kysely<unknown>): Promise<void> {
  await sql`
    update mailings set idempotency_key = idempotency_key || ' ' || start_at
    where origin = 'reminder' and idempotency_key is not null and start_at is not null
  `.execute(db)
}
