import type { Kysely } from 'kysely'
import type { FileStore } from '../announcements/file.ts'
import type { Tables } from './tables.ts'

/** Files that announcements carry. */
export function storeFiles(db: Kysely<Tables>): FileStore {
  return {
    async attach(name, type, bytes) {
      const { id } = await db
        .insertInto('attachments')
        .values({ name, type, bytes })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id: String(id), name, type, size: bytes.length }
    },
    async attachment(id) {
      const row = await db.selectFrom('attachments').select('bytes').where('id', '=', Number(id)).executeTakeFirst()
      return row?.bytes
    },
    async detach(ids) {
      if (ids.length > 0) await db.deleteFrom('attachments').where('id', 'in', ids.map(Number)).execute()
    },
  }
}
