import type { Kysely } from 'kysely'
import type { KeyedMailing, NewMailing, Recipient } from '../mailing/mailing.ts'
import { portionsOf } from './portions.ts'
import type { DatabaseEngine } from './database-url.ts'
import { writeMoment } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * Within a transaction, the id of the mailing with a key, which is made if there is none yet. Undefined if it has
 * started, or was called off: it takes no recipients more.
 */
export async function scheduleOnce(
  trx: Kysely<Tables>,
  engine: DatabaseEngine,
  { key, mailing }: KeyedMailing,
  now: Date,
): Promise<number | undefined> {
  await trx
    .insertInto('mailings')
    .values({ ...columnsOf(mailing), created_at: now.toISOString(), idempotency_key: key })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .execute()
  const found = trx.selectFrom('mailings').select(['id', 'state']).where('idempotency_key', '=', key)
  // It must not start before the recipients are there.
  const { id, state } = await (engine === 'postgres' ? found.forShare() : found).executeTakeFirstOrThrow()
  return state === 'scheduled' ? id : undefined
}

/** Within a transaction, schedules a mailing that nobody else can be about to make; returns its id. */
export async function scheduleNew(trx: Kysely<Tables>, mailing: NewMailing, now: Date): Promise<number> {
  const { id } = await trx
    .insertInto('mailings')
    .values({ ...columnsOf(mailing), created_at: now.toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Who is a recipient already stays as they are. */
export async function addRecipients(
  trx: Kysely<Tables>,
  mailing: number,
  recipients: readonly Recipient[],
): Promise<void> {
  for (const some of portionsOf(recipients))
    await trx
      .insertInto('recipients')
      .values(some.map(({ destination, replyTo = null }) => ({ mailing, destination, reply_to: replyTo })))
      .onConflict((conflict) => conflict.columns(['mailing', 'destination']).doNothing())
      .execute()
}

/** What a scheduled mailing to named recipients is made of. */
function columnsOf({ origin, askedFor, policy, content, fallback, startAt, notAfter, author }: NewMailing) {
  return {
    origin,
    asked_for: askedFor ? (1 as const) : (0 as const),
    state: 'scheduled' as const,
    policy: JSON.stringify(policy),
    content: JSON.stringify(content),
    version: 1,
    fallback: fallback ?? null,
    send_at: startAt.toISOString(),
    start_at: startAt.toISOString(),
    not_after: writeMoment(notAfter),
    author,
  }
}
