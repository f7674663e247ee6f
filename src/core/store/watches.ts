import type { Kysely } from 'kysely'
import type { WatchStore } from '../organizers/watch.ts'
import type { Tables } from './tables.ts'

/** Messages that are kept up to date. `changed` is called when there is one more. */
export function storeWatches(db: Kysely<Tables>, changed: () => void): WatchStore {
  return {
    async watch({ announcement, platform, person, chat, message }) {
      await db
        .insertInto('watches')
        .values({ announcement: Number(announcement), platform, person, chat, message })
        .onConflict((conflict) => conflict.columns(['announcement', 'platform', 'chat']).doUpdateSet({ message }))
        .execute()
      changed()
    },
    async watches(platform) {
      const rows = await db.selectFrom('watches').selectAll().where('platform', '=', platform).execute()
      return rows.map((row) => ({ ...row, announcement: String(row.announcement) }))
    },
    async unwatch({ announcement, platform, chat, message }) {
      const { numDeletedRows } = await db
        .deleteFrom('watches')
        .where('announcement', '=', Number(announcement))
        .where('platform', '=', platform)
        .where('chat', '=', chat)
        .where('message', '=', message)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
