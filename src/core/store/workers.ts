import type { Kysely } from 'kysely'
import type { Outbox } from '../mailing/outbox.ts'
import type { Tables } from './tables.ts'

/** Workers that were not seen for so long are of no interest to anybody. */
const forgottenMs = 60 * 60_000

/** Who is there to send: see Outbox. */
export function storeWorkers(db: Kysely<Tables>): Pick<Outbox, 'beat' | 'others'> {
  return {
    async beat(worker, now) {
      const seen_at = now.toISOString()
      const { id, platform } = worker
      const { numUpdatedRows } = await db
        .updateTable('workers')
        .set({ seen_at })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) {
        await db.insertInto('workers').values({ id, platform, seen_at }).execute()
        const forgotten = new Date(now.getTime() - forgottenMs).toISOString()
        await db.deleteFrom('workers').where('seen_at', '<', forgotten).execute()
      }
      return others(worker)
    },
    others,
  }

  async function others({ id, platform }: Parameters<Outbox['others']>[0]) {
    const rows = await db
      .selectFrom('workers')
      .select(['id', 'seen_at'])
      .where('platform', '=', platform)
      .where('id', '<>', id)
      .execute()
    return rows.map((row) => ({ id: row.id, at: new Date(row.seen_at) }))
  }
}
