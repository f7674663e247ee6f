import type { Kysely } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type { State } from '../mailing/mailing.ts'
import { reconsider, record } from './consequences.ts'
import { lockMailing } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import type { Tables } from './tables.ts'

/** What could not be published is tried again: see AnnouncementStore. Undefined if it is in none of the states. */
export function republish(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
  { id, from, act }: { readonly id: string; readonly from: readonly State[]; readonly act: Act },
): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const mailing = await lockMailing(trx, engine, id, from)
    if (!mailing) return undefined
    const { numUpdatedRows } = await trx
      .updateTable('deliveries')
      .set({ publication: 'owed', reason: null })
      .where('mailing', '=', mailing.id)
      .where('publication', '=', 'impossible')
      .executeTakeFirst()
    const count = Number(numUpdatedRows)
    if (count === 0) return 0
    await record(trx, { mailing: mailing.id }, { ...act, detail: String(count) })
    await reconsider(trx, mailing.id)
    return count
  })
}
