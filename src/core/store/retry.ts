import type { Kysely, Updateable } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type { State } from '../mailing/mailing.ts'
import { changeMailing, lockMailing } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import type { Tables } from './tables.ts'

type Retry = {
  readonly id: string
  readonly from: readonly State[]
  readonly uncertain: boolean
  readonly columns: Updateable<Tables['mailings']>
  readonly act: Act
}

/** What failed of a mailing is pending again: see AnnouncementStore. Undefined if it is in none of the states. */
export function retryDeliveries(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
  { id, from, uncertain, columns, act }: Retry,
): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await lockMailing(trx, engine, id, from)
    if (!before) return undefined
    const living = trx.selectFrom('destinations').select('id').where('standing', '=', 'active')
    const { numUpdatedRows } = await trx
      .updateTable('deliveries')
      .set({ state: 'pending', attempts: 0, not_before: null, owner: null, begun_at: null, reason: null })
      .where('mailing', '=', before.id)
      .where('task', '=', 'send')
      .where('sent_at', 'is', null)
      .where('destination', 'in', living)
      .where('state', 'in', uncertain ? ['failed', 'uncertain'] : ['failed'])
      .executeTakeFirst()
    const count = Number(numUpdatedRows)
    if (count > 0)
      await changeMailing(trx, before, columns, { ...act, detail: `${count}${uncertain ? ', also uncertain' : ''}` })
    return count
  })
}
