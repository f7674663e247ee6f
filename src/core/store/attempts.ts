import { sql, type Kysely } from 'kysely'
import type { Delivery, Settlement } from '../mailing/delivery.ts'
import type { State } from '../mailing/mailing.ts'
import type { Outbox, Worker } from '../mailing/outbox.ts'
import { isReached } from './audience.ts'
import { letGo, reconsider } from './consequences.ts'
import { moveDestinations } from './destinations.ts'
import { shareMailings } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import { settledColumns } from './settled-columns.ts'
import type { Tables } from './tables.ts'

/** What is written down of an attempt before, while and after it is made: see Outbox. */
export function storeAttempts(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
): Pick<Outbox, 'begin' | 'progress' | 'settle'> {
  return {
    begin: (worker, delivery, now, version) => begin(db, worker, { delivery, version }, now),
    async progress({ id }, delivery, { messages, planned, version }) {
      const first = sql<number>`coalesce(version, ${sql.lit(version)})`
      await db
        .updateTable('deliveries')
        .set({ messages: JSON.stringify(messages), planned, version: first, tried_version: first, begun_at: null })
        .where('id', '=', delivery)
        .where('owner', '=', id)
        .execute()
    },
    settle: (worker, delivery, settlement, version, now) =>
      db.transaction().execute(async (trx) => {
        const { cutOff } = delivery
        await shareMailings(trx, engine, [Number(delivery.mailing)])
        // Destinations before deliveries, as everywhere, or two transactions may wait for each other.
        await changeDestination(trx, delivery, settlement.destination, now)
        const { numUpdatedRows } = await trx
          .updateTable('deliveries')
          .set(settledColumns(delivery, settlement, version, now))
          .where('id', '=', delivery.id)
          .where('owner', '=', cutOff?.worker ?? worker.id)
          .where('state', '=', 'leased')
          .$if(cutOff !== undefined, (row) => row.where('begun_at', '=', cutOff!.begunAt.toISOString()))
          .executeTakeFirst()
        const isTooLate = numUpdatedRows === 0n
        if (isTooLate && cutOff) return false
        // That it may have been shown is all that can still be said.
        if (isTooLate)
          await trx
            .updateTable('deliveries')
            .set({ doubts: sql`doubts + 1` })
            .where('id', '=', delivery.id)
            .execute()
        await reconsider(trx, Number(delivery.mailing), [delivery.id])
        return !isTooLate
      }),
  }
}

/** One statement that asks everything once more that may have changed since the lease. */
async function begin(
  db: Kysely<Tables>,
  { id, platform }: Worker,
  { delivery, version }: { readonly delivery: Pick<Delivery, 'id'>; readonly version: number | undefined },
  now: Date,
): Promise<boolean> {
  const time = now.toISOString()
  const inState = (...states: State[]) =>
    db
      .selectFrom('mailings')
      .$if(version !== undefined, (found) => found.where('mailings.version', '=', version!))
      .select('mailings.id')
      .where('mailings.id', '=', sql.ref<number>('deliveries.mailing'))
      .where('mailings.state', 'in', states)
  const here = db
    .selectFrom('destinations')
    .innerJoin('mailings as m', (join) => join.on('m.id', '=', sql.ref<number>('deliveries.mailing')))
    .select('destinations.id')
    .where('destinations.id', '=', sql.ref<number>('deliveries.destination'))
    .where((is) => isReached(is))
  const held = db
    .selectFrom('holds')
    .select('holds.until')
    .where('holds.platform', '=', platform)
    .where('holds.until', '>', time)
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ begun_at: time })
    .where('id', '=', delivery.id)
    .where('owner', '=', id)
    .where('state', '=', 'leased')
    .where((is) =>
      is.or([
        is('task', 'in', ['correct', 'recall']),
        is.and([is('task', '=', 'publish'), is.exists(inState('sending', 'sent'))]),
        is.and([is('task', '=', 'send'), is.exists(inState('sending')), is.exists(here)]),
      ]),
    )
    .where((is) => is.not(is.exists(held)))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function changeDestination(
  db: Kysely<Tables>,
  { destination }: Delivery,
  change: Settlement['destination'],
  now: Date,
): Promise<void> {
  if (!change) return
  const changed_at = now.toISOString()
  const row = db.updateTable('destinations').where('id', '=', destination.id)
  if ('movedTo' in change) return moveDestinations(db, destination, change.movedTo, now)
  if ('route' in change) return void (await row.set({ route: change.route }).execute())
  await row.set({ standing: 'gone', reason: change.gone, changed_at }).execute()
  await letGo(db, [destination.id], change.gone)
}
