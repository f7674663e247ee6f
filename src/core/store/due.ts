import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { Policy } from '../mailing/policy.ts'
import type { Tables } from './tables.ts'

/** Mailings that are to be looked after at a moment: see ScheduleStore. */
export function dueMailings(db: Kysely<Tables>, now: Date, waitsSince?: Date) {
  const time = now.toISOString()
  return db
    .selectFrom('mailings')
    .where((is) =>
      is.or([
        is.and([
          is('state', '=', 'scheduled'),
          is(startsAt, '<=', time),
          ...(waitsSince ? [waitsNoMore(is, time, waitsSince)] : []),
        ]),
        is.and([is('state', '=', 'paused'), is('pause_until', '<=', time)]),
        is.and([is('state', '=', 'sending'), is('not_after', '<', time)]),
        is.and([is('state', '=', 'sending'), is.not(hasOpenSends(is))]),
      ]),
    )
}

const startsAt = sql<string>`coalesce(start_at, created_at)`

/** A policy is stored as JSON.stringify writes it, and read in the same words by both engines. */
const keepsQuiet = `%${JSON.stringify({ quietHours: 'wait' } satisfies Pick<Policy, 'quietHours'>).slice(1, -1)}%`

/** At night: what does not keep quiet hours, or is late by now. */
function waitsNoMore(is: ExpressionBuilder<Tables, 'mailings'>, time: string, waitsSince: Date) {
  return is.or([
    is('policy', 'not like', keepsQuiet),
    is('not_after', '<', time),
    is.and([is('not_after', 'is', null), is(startsAt, '<', waitsSince.toISOString())]),
  ])
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
