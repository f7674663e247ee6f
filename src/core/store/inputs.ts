import type { Kysely } from 'kysely'
import { draftFields, type InputStore } from '../organizers/input.ts'
import type { Tables } from './tables.ts'

/** What organizers were asked to write. */
export function storeInputs(db: Kysely<Tables>): InputStore {
  return {
    async expected({ platform, id }, since) {
      const row = await db
        .selectFrom('inputs')
        .selectAll()
        .where('platform', '=', platform)
        .where('person', '=', id)
        .where('at', '>=', since.toISOString())
        .executeTakeFirst()
      const field = draftFields.find((one) => one === row?.field)
      return row && field && { announcement: String(row.announcement), field, text: row.text ?? undefined }
    },
    async expect({ platform, id }, input, now) {
      if (!input) {
        await db.deleteFrom('inputs').where('platform', '=', platform).where('person', '=', id).execute()
        return
      }
      const { announcement, field, text = null } = input
      const what = { announcement: Number(announcement), field, text, at: now.toISOString() }
      await db
        .insertInto('inputs')
        .values({ platform, person: id, ...what })
        .onConflict((conflict) => conflict.columns(['platform', 'person']).doUpdateSet(what))
        .execute()
    },
  }
}
