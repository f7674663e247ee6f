import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import { platforms } from '../mailing/destination.ts'
import type { Agenda } from '../mailing/pulse.ts'
import type { Platform } from '../people/people.ts'
import { priority } from './consequences.ts'
import { dueMailings } from './due.ts'
import { isNoticeDue } from './notices.ts'
import type { Tables } from './tables.ts'

/** What there is to do, in one statement: it is asked once a second for as long as the program runs. */
export async function readAgenda(db: Kysely<Tables>, now: Date, waitsSince?: Date): Promise<Agenda> {
  const row = await db
    .selectNoFrom((is) => [
      is.exists(dueMailings(db, now, waitsSince).select('mailings.id')).as('mailings'),
      ...platforms.flatMap((platform) => [
        hasWork(db, is, platform).as(`deliveries on ${platform}` as const),
        is
          .or([is.exists(dueNotices(db, platform, now)), is.exists(moving(db, platform, now, waitsSince))])
          .as(`organizers on ${platform}` as const),
        latestActOnWaiting(db, platform).as(`waiting on ${platform}` as const),
      ]),
    ])
    .executeTakeFirstOrThrow()
  // SQLite says 1 for true.
  return {
    mailings: Boolean(row.mailings),
    deliveries: platforms.filter((platform) => Boolean(row[`deliveries on ${platform}`])),
    organizers: platforms.filter((platform) => Boolean(row[`organizers on ${platform}`])),
    waiting: Object.fromEntries(
      platforms.flatMap((platform) => {
        const act = row[`waiting on ${platform}`]
        return act === null ? [] : [[platform, act]]
      }),
    ),
  }
}

/**
 * What is leased, changes of copies that are out, and what is pending of a mailing that is being sent: not of one that
 * rests, however much that is. Each is found by an index.
 */
function hasWork(db: Kysely<Tables>, is: ExpressionBuilder<Tables, never>, platform: Platform) {
  const open = db.selectFrom('deliveries').select('deliveries.id').where('platform', '=', platform)
  const ofMailing = open
    .where('deliveries.mailing', '=', sql.ref<number>('mailings.id'))
    .where('deliveries.state', '=', 'pending')
  const sending = db.selectFrom('mailings').select('mailings.id').where('mailings.state', '=', 'sending')
  return is.or([
    is.exists(open.where('state', '=', 'leased')),
    is.exists(open.where('state', '=', 'pending').where('priority', '=', priority.change)),
    is.exists(sending.where((inner) => inner.exists(ofMailing))),
  ])
}

function dueNotices(db: Kysely<Tables>, platform: Platform, now: Date) {
  return db
    .selectFrom('notices')
    .select('id')
    .where('platform', '=', platform)
    .where((is) => isNoticeDue(is, now))
}

/** Watched pages that may look otherwise from one moment to the next; the last minute is counted down on them. */
function moving(db: Kysely<Tables>, platform: Platform, now: Date, waitsSince: Date | undefined) {
  const soon = new Date(now.getTime() + 60_000)
  return watched(db, platform)
    .select('watches.announcement')
    .where((is) =>
      is.or([
        is('mailings.state', '<>', 'scheduled'),
        is('mailings.id', 'in', dueMailings(db, soon, waitsSince).select('mailings.id')),
      ]),
    )
}

function latestActOnWaiting(db: Kysely<Tables>, platform: Platform) {
  return watched(db, platform)
    .innerJoin('acts', 'acts.mailing', 'mailings.id')
    .where('mailings.state', '=', 'scheduled')
    .select((is) => is.fn.max('acts.id').as('act'))
}

function watched(db: Kysely<Tables>, platform: Platform) {
  return db
    .selectFrom('watches')
    .innerJoin('mailings', 'mailings.id', 'watches.announcement')
    .where('watches.platform', '=', platform)
}
