import { setTimeout as pause } from 'node:timers/promises'
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Watch, WatchStore } from '../organizers/watch.ts'
import type { Tables } from './tables.ts'

/** How long what is being drawn is waited for: about as long as somebody who pressed a button waits. */
const patienceMs = 3000

/** Messages that are kept up to date. `changed` is called when there is one more. */
export function storeWatches(db: Kysely<Tables>, changed: () => void): WatchStore {
  /** What is being drawn by us, by the message. */
  const drawings = new Map<string, Promise<unknown>>()
  return {
    async draw(watch, drawing) {
      const key = keyOf(watch)
      const drawn = isWatched(db, watch).then((still) => (still ? drawing() : undefined))
      drawings.set(key, drawn)
      return drawn.finally(() => drawings.delete(key))
    },
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
    async unwatch(watch) {
      const { numDeletedRows } = await db.deleteFrom('watches').where(isSame(watch)).executeTakeFirst()
      const drawn = drawings.get(keyOf(watch))
      if (drawn) await Promise.race([drawn.catch(() => {}), pause(patienceMs, undefined, { ref: false })])
      return numDeletedRows > 0n
    },
  }
}

type Watched = Omit<Watch, 'person'>

function keyOf({ announcement, platform, chat, message }: Watched): string {
  return [announcement, platform, chat, message].join(' ')
}

async function isWatched(db: Kysely<Tables>, watch: Watched): Promise<boolean> {
  const found = db.selectFrom('watches').select('message').where(isSame(watch))
  return (await found.executeTakeFirst()) !== undefined
}

function isSame({ announcement, platform, chat, message }: Watched) {
  return (is: ExpressionBuilder<Tables, 'watches'>) =>
    is.and([
      is('announcement', '=', Number(announcement)),
      is('platform', '=', platform),
      is('chat', '=', chat),
      is('message', '=', message),
    ])
}
