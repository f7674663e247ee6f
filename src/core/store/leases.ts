import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool } from 'kysely'
import type { Delivery } from '../mailing/delivery.ts'
import type { Outbox, Worker } from '../mailing/outbox.ts'
import type { Platform } from '../people/people.ts'
import { reconsider } from './consequences.ts'
import { shareMailings } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import { deliveryOf } from './rows.ts'
import type { Tables } from './tables.ts'

type Is = ExpressionBuilder<Tables, 'deliveries'>

/** Who has which deliveries in hand: see Outbox. */
export function storeLeases(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
): Pick<Outbox, 'isDue' | 'lease' | 'recover' | 'release' | 'leave'> {
  return {
    async isDue(platform, now) {
      const { isDue } = await db
        .selectNoFrom((is) => is.exists(dueDeliveries(db, platform, now)).as('isDue'))
        .executeTakeFirstOrThrow()
      // SQLite says 1 for true.
      return Boolean(isDue)
    },
    lease: (worker, most, now) => lease(db, engine, worker, most, now),
    async recover({ id, platform }, { silent, dead }, inHand) {
      // In our name and not in our hands: its lease was made, and we never heard of it, or a fault of ours ended it.
      const isOurs = (is: Is) =>
        is.and([is('owner', '=', id), ...(inHand.length === 0 ? [] : [is('id', 'not in', inHand)])])
      // Whoever leases has said before that it is there: who is not known to be gone may have come a moment ago.
      const workers = db.selectFrom('workers').select('workers.id')
      const isOfOthers = (is: Is, gone: readonly string[]) =>
        is.and([
          is('owner', '<>', id),
          is.or([is('owner', 'not in', workers), ...(gone.length === 0 ? [] : [is('owner', 'in', gone)])]),
        ])
      const isOfNone = (is: Is, gone: readonly string[]) =>
        is.and([is('platform', '=', platform), is.or([isOfOthers(is, gone), isOurs(is)])])
      const isFree = (is: Is) => is.and([is('begun_at', 'is', null), isOfNone(is, silent)])
      const isCutOff = (is: Is) => is.and([is('begun_at', 'is not', null), isOfNone(is, dead)])
      const leased = db.selectFrom('deliveries').selectAll().where('state', '=', 'leased')
      // As a rule there is nothing: that takes one read.
      const rows = await leased.where((is) => is.or([isFree(is), isCutOff(is)])).execute()
      if (rows.some((row) => row.begun_at === null)) await free(db, engine, isFree)
      return withDestinations(
        db,
        rows.filter((row) => row.begun_at !== null),
      )
    },
    release: ({ id }, delivery) => free(db, engine, (is) => is.and([is('id', '=', delivery), is('owner', '=', id)])),
    async leave({ id }) {
      await free(db, engine, (is) => is.and([is('owner', '=', id), is('begun_at', 'is', null)]))
      await db.deleteFrom('workers').where('id', '=', id).execute()
    },
  }
}

async function lease(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
  { id, platform }: Worker,
  most: number,
  now: Date,
): Promise<Delivery[]> {
  const due = dueDeliveries(db, platform, now).orderBy('d.priority', 'desc').orderBy('d.id').limit(most)
  const unlocked = engine === 'postgres' ? due.forUpdate('d').skipLocked() : due
  const rows = await db
    .updateTable('deliveries')
    .set({ state: 'leased', owner: id, begun_at: null, not_before: null })
    .where('id', 'in', unlocked)
    .returningAll()
    .execute()
  return withDestinations(
    db,
    rows.toSorted((a, b) => b.priority - a.priority || a.id - b.id),
  )
}

function dueDeliveries(db: Kysely<Tables>, platform: Platform, now: Date) {
  return db
    .selectFrom('deliveries as d')
    .innerJoin('mailings as m', 'm.id', 'd.mailing')
    .select('d.id')
    .where('d.platform', '=', platform)
    .where('d.state', '=', 'pending')
    .where((is) => is.or([is('d.not_before', 'is', null), is('d.not_before', '<=', now.toISOString())]))
    .where((is) =>
      is.or([
        is('d.task', 'in', ['correct', 'recall']),
        is('m.state', '=', 'sending'),
        is.and([is('d.task', '=', 'publish'), is('m.state', '=', 'sent')]),
      ]),
    )
}

/** What was leased goes back; or is let go, if that has been decided meanwhile. */
function free(db: Kysely<Tables>, engine: DatabaseEngine, which: (is: Is) => Expression<SqlBool>): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const leased = await trx
      .selectFrom('deliveries')
      .select('mailing')
      .distinct()
      .where('state', '=', 'leased')
      .where(which)
      .orderBy('mailing')
      .execute()
    await shareMailings(
      trx,
      engine,
      leased.map(({ mailing }) => mailing),
    )
    const rows = await trx
      .updateTable('deliveries')
      .set({ state: 'pending', owner: null, begun_at: null })
      .where('state', '=', 'leased')
      .where(which)
      .returning(['id', 'mailing'])
      .execute()
    for (const [mailing, freed] of Map.groupBy(rows, (row) => row.mailing))
      await reconsider(
        trx,
        mailing,
        freed.map((row) => row.id),
      )
  })
}

async function withDestinations(
  db: Kysely<Tables>,
  rows: readonly Selectable<Tables['deliveries']>[],
): Promise<Delivery[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ destination }) => destination)
  const found = await db.selectFrom('destinations').selectAll().where('id', 'in', ids).execute()
  const destinations = new Map(found.map((row) => [row.id, row]))
  return rows.map((row) => deliveryOf(row, destinations.get(row.destination)!))
}
