import type { Kysely } from 'kysely'
import type { MailingQueue, NewMailing } from '../mailing/mailing.ts'
import type { DatabaseEngine } from './database-url.ts'
import { writeMoment } from './rows.ts'
import type { Tables } from './tables.ts'

/** Mailings to recipients who are named one by one. `changed` is called after each that takes another. */
export function storeMailingQueue(db: Kysely<Tables>, engine: DatabaseEngine, changed: () => void): MailingQueue {
  return {
    async enqueue(key, mailing, { destination, thread = null, replyTo = null }, now) {
      const taken = await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('mailings')
          .values({ ...columnsOfMailing(mailing), created_at: now.toISOString(), idempotency_key: key })
          .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
          .execute()
        const found = trx.selectFrom('mailings').select(['id', 'state']).where('idempotency_key', '=', key)
        // It must not start before the recipient is there.
        const { id, state } = await (engine === 'postgres' ? found.forShare() : found).executeTakeFirstOrThrow()
        if (state !== 'scheduled') return false
        await trx
          .insertInto('recipients')
          .values({ mailing: id, destination, thread, reply_to: replyTo })
          .onConflict((conflict) => conflict.columns(['mailing', 'destination']).doNothing())
          .execute()
        return true
      })
      if (taken) changed()
      return taken
    },
  }
}

/** What a scheduled mailing to named recipients is made of. */
export function columnsOfMailing({ origin, policy, content, fallback, startAt, notAfter, author }: NewMailing) {
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
