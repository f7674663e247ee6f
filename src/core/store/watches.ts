import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Watch, WatchStore } from '../organizers/watch.ts'
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
    async isWatched(watch) {
      const found = db.selectFrom('watches').select('message').where(isSame(watch))
      return (await found.executeTakeFirst()) !== undefined
    },
    async unwatch(watch) {
      const { numDeletedRows } = await db.deleteFrom('watches').where(isSame(watch)).executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

function isSame({ announcement, platform, chat, message }: Omit<Watch, 'person'>) {
  return (is: ExpressionBuilder<Tables, 'watches'>) =>
    is.and([
      is('announcement', '=', Number(announcement)),
      is('platform', '=', platform),
      is('chat', '=', chat),
      is('message', '=', message),
    ])
}
