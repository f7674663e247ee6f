import type { Kysely } from 'kysely'
import { platforms } from '../mailing/destination.ts'
import type { Agenda } from '../mailing/pulse.ts'
import type { Platform } from '../people/people.ts'
import { dueMailings } from './due.ts'
import { isNoticeDue } from './notices.ts'
import type { Tables } from './tables.ts'

/** What there is to do, in one statement: it is asked once a second for as long as the program runs. */
export async function readAgenda(db: Kysely<Tables>, now: Date): Promise<Agenda> {
  const row = await db
    .selectNoFrom((is) => [
      is.exists(dueMailings(db, now).select('mailings.id')).as('mailings'),
      ...platforms.flatMap((platform) => [
        is.exists(openDeliveries(db, platform)).as(`deliveries on ${platform}` as const),
        is
          .or([is.exists(dueNotices(db, platform, now)), is.exists(watches(db, platform))])
          .as(`organizers on ${platform}` as const),
      ]),
    ])
    .executeTakeFirstOrThrow()
  // SQLite says 1 for true.
  return {
    mailings: Boolean(row.mailings),
    deliveries: platforms.filter((platform) => Boolean(row[`deliveries on ${platform}`])),
    organizers: platforms.filter((platform) => Boolean(row[`organizers on ${platform}`])),
  }
}

function openDeliveries(db: Kysely<Tables>, platform: Platform) {
  return db
    .selectFrom('deliveries')
    .select('id')
    .where('platform', '=', platform)
    .where('state', 'in', ['pending', 'leased'])
}

function dueNotices(db: Kysely<Tables>, platform: Platform, now: Date) {
  return db
    .selectFrom('notices')
    .select('id')
    .where('platform', '=', platform)
    .where((is) => isNoticeDue(is, now))
}

function watches(db: Kysely<Tables>, platform: Platform) {
  return db.selectFrom('watches').select('announcement').where('platform', '=', platform)
}
