import type { Kysely, Updateable } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type { Pause, State } from '../mailing/mailing.ts'
import type { OrganizerNotice } from '../mailing/notices.ts'
import { reconsider, record } from './consequences.ts'
import type { DatabaseEngine } from './database-url.ts'
import { insertNotices } from './notices.ts'
import { writeMoment } from './rows.ts'
import type { MailingRow, Tables } from './tables.ts'

/** Nobody else changes it until the transaction has ended. Undefined if it is in none of these states. */
export function lockMailing(
  trx: Kysely<Tables>,
  engine: DatabaseEngine,
  id: string,
  from: readonly State[],
): Promise<MailingRow | undefined> {
  const query = trx.selectFrom('mailings').selectAll().where('id', '=', Number(id)).where('state', 'in', from)
  return (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

/**
 * Changes a mailing that is locked, with all that follows for its deliveries; records the act and leaves notices. No
 * column leaves the mailing as it is.
 */
export async function changeMailing(
  trx: Kysely<Tables>,
  { id }: Pick<MailingRow, 'id'>,
  columns: Updateable<Tables['mailings']>,
  act: Act,
  notices: readonly OrganizerNotice[] = [],
): Promise<MailingRow> {
  const row = await trx
    .updateTable('mailings')
    .set(columns)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(trx, { mailing: id }, act)
  await reconsider(trx, id)
  await insertNotices(trx, notices)
  return row
}

/** The two columns of a pause. */
export function pauseColumns(pause: Pause | undefined): Pick<MailingRow, 'pause' | 'pause_until'> {
  return {
    pause: pause ? JSON.stringify({ why: pause.why, reason: pause.reason }) : null,
    pause_until: writeMoment(pause?.until),
  }
}

/** Mailings that must not change until the transaction has ended. SQLite has one writer at a time. */
export async function shareMailings(
  trx: Kysely<Tables>,
  engine: DatabaseEngine,
  mailings: readonly number[],
): Promise<void> {
  if (engine === 'postgres' && mailings.length > 0)
    await trx.selectFrom('mailings').select('id').where('id', 'in', mailings).orderBy('id').forShare().execute()
}
