import type { Kysely } from 'kysely'
import type { AlbumStore } from '../organizers/writing/albums.ts'
import type { Address } from '../people/people.ts'
import type { Tables } from './tables.ts'

/** What followed its first message later than this is nobody's. */
const keptMs = 3 * 24 * 60 * 60_000

/** Albums that organizers sent, by the platform's name for each. */
export function storeAlbums(db: Kysely<Tables>): AlbumStore {
  return {
    async claim({ platform, id }, album, now) {
      await db
        .deleteFrom('albums')
        .where('platform', '=', platform)
        .where('person', '=', id)
        .where('at', '<', new Date(now.getTime() - keptMs).toISOString())
        .execute()
      const claimed = await db
        .insertInto('albums')
        .values({ platform, person: id, album, state: 'begun', announcement: null, at: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['platform', 'person', 'album']).doNothing())
        .returning('album')
        .executeTakeFirst()
      return claimed !== undefined
    },
    async find(person, album) {
      const row = await db
        .selectFrom('albums')
        .selectAll()
        .where((is) => is.and(keyOf(person, album)))
        .executeTakeFirst()
      return row && { state: row.state, announcement: row.announcement === null ? undefined : String(row.announcement) }
    },
    async keep(person, album, { state, announcement }) {
      await db
        .updateTable('albums')
        .set({ state, announcement: announcement === undefined ? null : Number(announcement) })
        .where((is) => is.and(keyOf(person, album)))
        .execute()
    },
  }
}

function keyOf({ platform, id }: Address, album: string): Pick<Tables['albums'], 'platform' | 'person' | 'album'> {
  return { platform, person: id, album }
}
