import type { Kysely } from 'kysely'
import type { Outbox } from '../mailing/outbox.ts'
import type { Tables } from './tables.ts'

/** Until when nothing is begun on a platform. */
export function storeHolds(db: Kysely<Tables>): Pick<Outbox, 'hold' | 'heldUntil'> {
  return {
    async hold({ platform, until, why }) {
      const time = until.toISOString()
      await db
        .insertInto('holds')
        .values({ platform, until: time, why })
        .onConflict((conflict) =>
          conflict.column('platform').doUpdateSet({ until: time, why }).where('holds.until', '<', time),
        )
        .execute()
    },
    async heldUntil(platform) {
      const row = await db.selectFrom('holds').select('until').where('platform', '=', platform).executeTakeFirst()
      return row && new Date(row.until)
    },
  }
}
