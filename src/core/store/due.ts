import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Mailings that are to be looked after at a moment: see ScheduleStore. */
export function dueMailings(db: Kysely<Tables>, now: Date) {
  const time = now.toISOString()
  return db
    .selectFrom('mailings')
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'scheduled'), is(sql<string>`coalesce(start_at, created_at)`, '<=', time)]),
        is.and([is('state', '=', 'paused'), is('pause_until', '<=', time)]),
        is.and([is('state', '=', 'sending'), is('not_after', '<', time)]),
        is.and([is('state', '=', 'sending'), is.not(hasOpenSends(is))]),
      ]),
    )
}

/** Whether something of a mailing is left to be sent. */
export function hasOpenSends(is: ExpressionBuilder<Tables, 'mailings'>) {
  return is.exists(
    is
      .selectFrom('deliveries')
      .select('deliveries.id')
      .where('deliveries.mailing', '=', sql.ref<number>('mailings.id'))
      .where('deliveries.task', '=', 'send')
      .where('deliveries.state', 'in', ['pending', 'leased']),
  )
}
