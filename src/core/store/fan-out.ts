import { sql, type Kysely } from 'kysely'
import type { Audience } from '../announcements/announcement.ts'
import type { Act } from '../mailing/act.ts'
import {
  destinationsNamed,
  destinationsOf,
  languagesOfDestination,
  type destinationsWithLanguages,
} from './audience.ts'
import { priority, record } from './consequences.ts'
import { mailingOf } from './rows.ts'
import type { MailingRow, Tables } from './tables.ts'

/** Starts a mailing that is scheduled, and makes one delivery for each destination of it. False in another state. */
export function startMailing(db: Kysely<Tables>, id: string, notAfter: Date, act: Act): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('mailings')
      .set({
        state: 'sending',
        started_at: act.at.toISOString(),
        not_after: notAfter.toISOString(),
        pause: null,
        pause_until: null,
      })
      .where('id', '=', Number(id))
      .where('state', '=', 'scheduled')
      .returningAll()
      .executeTakeFirst()
    if (!row) return false
    await record(trx, { mailing: row.id }, act)
    if (row.audience !== null)
      await fanOut(
        trx,
        row,
        destinationsOf(trx, JSON.parse(row.audience) as Audience).select(sql<null>`null`.as('reply_to')),
      )
    await fanOut(trx, row, destinationsNamed(trx, row).select('recipients.reply_to'))
    return true
  })
}

const columns = [
  'reply_to',
  'mailing',
  'destination',
  'platform',
  'languages',
  'priority',
  'task',
  'state',
  'attempts',
  'doubts',
  'messages',
] as const

type Destinations = ReturnType<typeof destinationsWithLanguages>

/** One statement, however many there are. `destinations` has selected what each message replies to. */
async function fanOut(trx: Kysely<Tables>, row: MailingRow, destinations: Destinations): Promise<void> {
  await trx
    .insertInto('deliveries')
    .columns(columns)
    .expression(
      destinations
        .select([
          sql.lit(row.id).as('mailing'),
          'destinations.id',
          'destinations.platform',
          languagesOfDestination.as('languages'),
          sql.lit(priority[mailingOf(row).policy.priority]).as('priority'),
          sql.lit('send').as('task'),
          sql.lit('pending').as('state'),
          sql.lit(0).as('attempts'),
          sql.lit(0).as('doubts'),
          sql.lit('[]').as('messages'),
        ])
        .orderBy('destinations.id'),
    )
    .onConflict((conflict) => conflict.columns(['mailing', 'destination']).doNothing())
    .execute()
}
