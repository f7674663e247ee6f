import type { Kysely } from 'kysely'
import type { MailingQueue, NewMailing } from '../mailing/mailing.ts'
import { writeMoment } from './rows.ts'
import type { Tables } from './tables.ts'

/** Mailings to recipients who are named one by one. `changed` is called after each. */
export function storeMailingQueue(db: Kysely<Tables>, changed: () => void): MailingQueue {
  return {
    async enqueue(key, mailing, { destination, thread = null, replyTo = null }, now) {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('mailings')
          .values({ ...columnsOf(mailing), created_at: now.toISOString(), idempotency_key: key })
          .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
          .execute()
        const { id } = await trx
          .selectFrom('mailings')
          .select('id')
          .where('idempotency_key', '=', key)
          .executeTakeFirstOrThrow()
        await trx
          .insertInto('recipients')
          .values({ mailing: id, destination, thread, reply_to: replyTo })
          .onConflict((conflict) => conflict.columns(['mailing', 'destination']).doNothing())
          .execute()
      })
      changed()
    },
  }
}

function columnsOf({ origin, policy, content, fallback, startAt, notAfter, author }: NewMailing) {
  return {
    origin,
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
