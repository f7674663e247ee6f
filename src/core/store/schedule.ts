import type { Kysely } from 'kysely'
import type { Mailing } from '../mailing/mailing.ts'
import type { ScheduleStore } from '../mailing/scheduler.ts'
import { record } from './consequences.ts'
import { dueMailings, hasOpenSends } from './due.ts'
import { startMailing } from './fan-out.ts'
import { storeHolds } from './holds.ts'
import { changeMailing, lockMailing, pauseColumns } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import { insertNotices } from './notices.ts'
import { mailingOf } from './rows.ts'
import type { Tables } from './tables.ts'

/**
 * What starts, rests, goes on and ends. `changed` is called after each write that may give somebody something to do.
 */
export function storeSchedule(db: Kysely<Tables>, engine: DatabaseEngine, changed: () => void): ScheduleStore {
  return {
    async due(now, waitsSince) {
      const rows = await dueMailings(db, now, waitsSince).selectAll().orderBy('id').execute()
      return rows.map(mailingOf)
    },
    find: (id) => findMailing(db, id),
    async start(id, notAfter, act) {
      const started = await startMailing(db, id, notAfter, act)
      if (started) changed()
      return started
    },
    async finish(now, who, noticesOf = () => []) {
      const finished = await db.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable('mailings')
          .set({ state: 'sent', finished_at: now.toISOString() })
          .where('state', '=', 'sending')
          .where((is) => is.not(hasOpenSends(is)))
          .returningAll()
          .execute()
        for (const { id } of rows) await record(trx, { mailing: id }, { act: 'finish', who, at: now })
        const mailings = rows.map(mailingOf)
        await insertNotices(trx, mailings.flatMap(noticesOf))
        return mailings
      })
      if (finished.length > 0) changed()
      return finished
    },
    async move(id, from, { state, pause }, act, notices) {
      const moved = await db.transaction().execute(async (trx) => {
        const before = await lockMailing(trx, engine, id, [from])
        return before && changeMailing(trx, before, { state, ...pauseColumns(pause) }, act, notices)
      })
      if (moved) changed()
      return moved !== undefined
    },
    async hasPendingBeside(id, platform) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('mailing', '=', Number(id))
        .where('platform', '<>', platform)
        .where('sent_at', 'is', null)
        .where('state', 'in', ['pending', 'leased'])
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    hold: storeHolds(db).hold,
  }
}

/** A mailing by its id, whoever made it. */
export async function findMailing(db: Kysely<Tables>, id: string): Promise<Mailing | undefined> {
  const row = await db.selectFrom('mailings').selectAll().where('id', '=', Number(id)).executeTakeFirst()
  return row && mailingOf(row)
}
