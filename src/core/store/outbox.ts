import { sql, type Expression, type ExpressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely'
import type { Delivery, Settlement } from '../mailing/delivery.ts'
import type { Outbox } from '../mailing/ledger.ts'
import { destinationsOf, destinationsWithLanguages, languagesOfDestination } from './audience.ts'
import { letGo, priority, reconsider, record } from './consequences.ts'
import { moveDestinations } from './destinations.ts'
import type { Engine } from './migrate.ts'
import { announcementOf, deliveryOf, destinationOf } from './rows.ts'
import type { Tables } from './tables.ts'

/** Workers that were not seen for so long are of no interest to anybody. */
const forgottenMs = 60 * 60_000

/** The queue of deliveries. Each step is one statement or one transaction, so that a kill leaves a state that can be told. */
export function storeOutbox(db: Kysely<Tables>, engine: Engine): Outbox {
  return {
    async unfinished(now) {
      const rows = await db
        .selectFrom('announcements')
        .selectAll()
        .where((is) =>
          is.or([
            is('state', 'in', ['scheduled', 'sending']),
            is.and([is('state', '=', 'paused'), is('pause_until', '<=', now.toISOString())]),
          ]),
        )
        .orderBy('id')
        .execute()
      return rows.map(announcementOf)
    },

    start: (id, notAfter, act) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('announcements')
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
        await record(trx, { announcement: row.id }, act)
        const { audience, urgency, origin } = announcementOf(row)
        const asked = trx.selectFrom('reminders').select('destination').where('announcement', '=', row.id)
        const destinations =
          origin === 'reminder'
            ? destinationsWithLanguages(trx).where('destinations.id', 'in', asked)
            : destinationsOf(trx, audience)
        await trx
          .insertInto('deliveries')
          .columns([
            'announcement',
            'destination',
            'platform',
            'languages',
            'priority',
            'task',
            'state',
            'attempts',
            'doubts',
            'messages',
          ])
          .expression(
            destinations
              .select([
                sql.lit(row.id).as('announcement'),
                'destinations.id',
                'destinations.platform',
                languagesOfDestination.as('languages'),
                sql.lit(priority[urgency]).as('priority'),
                sql.lit('send').as('task'),
                sql.lit('pending').as('state'),
                sql.lit(0).as('attempts'),
                sql.lit(0).as('doubts'),
                sql.lit('[]').as('messages'),
              ])
              .orderBy('destinations.id'),
          )
          .onConflict((conflict) => conflict.columns(['announcement', 'destination']).doNothing())
          .execute()
        return true
      }),

    async finish(now, who) {
      const open = db
        .selectFrom('deliveries')
        .select('id')
        .where('announcement', '=', sql.ref<number>('announcements.id'))
        .where('task', '=', 'send')
        .where('state', 'in', ['pending', 'leased'])
      return db.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable('announcements')
          .set({ state: 'sent', finished_at: now.toISOString() })
          .where('state', '=', 'sending')
          .where((is) => is.not(is.exists(open)))
          .returningAll()
          .execute()
        for (const { id } of rows) await record(trx, { announcement: id }, { act: 'finish', who, at: now })
        return rows.map(announcementOf)
      })
    },

    async hasWork(platform) {
      const row = await db
        .selectFrom('deliveries')
        .select('id')
        .where('platform', '=', platform)
        .where('state', 'in', ['pending', 'leased'])
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async beat({ id, platform }, now, aliveSince) {
      const seen_at = now.toISOString()
      await db
        .insertInto('workers')
        .values({ id, platform, seen_at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at }))
        .execute()
      await db
        .deleteFrom('workers')
        .where('seen_at', '<', new Date(now.getTime() - forgottenMs).toISOString())
        .execute()
      const alive = await db
        .selectFrom('workers')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('platform', '=', platform)
        .where('seen_at', '>=', aliveSince.toISOString())
        .executeTakeFirstOrThrow()
      return alive.n
    },

    async leave({ id }) {
      await free((is) => is.and([is('owner', '=', id), is('begun_at', 'is', null)]))
      await db.deleteFrom('workers').where('id', '=', id).execute()
    },

    async recover({ id, platform }, aliveSince, inHand) {
      const alive = db.selectFrom('workers').select('id').where('seen_at', '>=', aliveSince.toISOString())
      // Nobody else's, and not in our hands: its lease was made or taken over, and we never heard of it.
      const ours = (is: Is) =>
        is.and([is('owner', '=', id), ...(inHand.length === 0 ? [] : [is('id', 'not in', inHand)])])
      const orphaned = (is: Is) =>
        is.and([is('platform', '=', platform), is.or([is('owner', 'not in', alive), ours(is)])])
      await free((is) => is.and([orphaned(is), is('begun_at', 'is', null)]))
      const rows = await db
        .updateTable('deliveries')
        .set({ owner: id })
        .where('state', '=', 'leased')
        .where('begun_at', 'is not', null)
        .where(orphaned)
        .returningAll()
        .execute()
      return withDestinations(db, rows)
    },

    async lease({ id, platform }, most, now) {
      const due = db
        .selectFrom('deliveries as d')
        .innerJoin('announcements as a', 'a.id', 'd.announcement')
        .select('d.id')
        .where('d.platform', '=', platform)
        .where('d.state', '=', 'pending')
        .where((is) => is.or([is('d.not_before', 'is', null), is('d.not_before', '<=', now.toISOString())]))
        .where((is) => is.or([is('d.task', '<>', 'send'), is('a.state', '=', 'sending')]))
        .orderBy('d.priority', 'desc')
        .orderBy('d.id')
        .limit(most)
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
    },

    async release({ id }, delivery) {
      await free((is) => is.and([is('id', '=', delivery), is('owner', '=', id)]))
    },

    async begin({ id, platform }, delivery, now) {
      const time = now.toISOString()
      const sending = db
        .selectFrom('announcements')
        .select('announcements.id')
        .where('announcements.id', '=', sql.ref<number>('deliveries.announcement'))
        .where('announcements.state', '=', 'sending')
      const here = db
        .selectFrom('destinations')
        .select('destinations.id')
        .where('destinations.id', '=', sql.ref<number>('deliveries.destination'))
        .where('destinations.standing', '=', 'active')
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
        .where((is) => is.or([is('task', '<>', 'send'), is.and([is.exists(sending), is.exists(here)])]))
        .where((is) => is.not(is.exists(held)))
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async progress({ id }, delivery, messages, version) {
      const first = sql<number>`coalesce(version, ${sql.lit(version)})`
      await db
        .updateTable('deliveries')
        .set({ messages: JSON.stringify(messages), version: first, tried_version: first, begun_at: null })
        .where('id', '=', delivery)
        .where('owner', '=', id)
        .execute()
    },

    settle: (worker, delivery, settlement, version, now) =>
      db.transaction().execute(async (trx) => {
        await lock(trx, [Number(delivery.announcement)])
        // Destinations before deliveries, as everywhere, or two transactions may wait for each other.
        await changeDestination(trx, delivery, settlement.destination, now)
        const { numUpdatedRows } = await trx
          .updateTable('deliveries')
          .set(settled(delivery, settlement, version, now))
          .where('id', '=', delivery.id)
          .where('owner', '=', worker.id)
          .where('state', '=', 'leased')
          .executeTakeFirst()
        // Too late: somebody else took it for dead. That it may have been shown is all that can still be said.
        if (numUpdatedRows === 0n)
          await trx
            .updateTable('deliveries')
            .set({ doubts: sql`doubts + 1` })
            .where('id', '=', delivery.id)
            .execute()
        await reconsider(trx, Number(delivery.announcement), [delivery.id])
      }),

    async hold({ platform, until, why }) {
      const time = until.toISOString()
      await db
        .insertInto('holds')
        .values({ platform, until: time, why })
        .onConflict((conflict) =>
          conflict.column('platform').doUpdateSet({ until: time, why }).where('holds.until', '<', time),
        )
        .execute()
    },

    async heldUntil(platform) {
      const row = await db.selectFrom('holds').select('until').where('platform', '=', platform).executeTakeFirst()
      return row && new Date(row.until)
    },
  }

  /** What was leased goes back; or is let go, if that has been decided meanwhile. */
  function free(which: (is: Is) => Expression<SqlBool>): Promise<void> {
    return db.transaction().execute(async (trx) => {
      const leased = await trx
        .selectFrom('deliveries')
        .select('announcement')
        .distinct()
        .where('state', '=', 'leased')
        .where(which)
        .orderBy('announcement')
        .execute()
      await lock(
        trx,
        leased.map(({ announcement }) => announcement),
      )
      const rows = await trx
        .updateTable('deliveries')
        .set({ state: 'pending', owner: null, begun_at: null })
        .where('state', '=', 'leased')
        .where(which)
        .returning(['id', 'announcement'])
        .execute()
      for (const [announcement, freed] of Map.groupBy(rows, (row) => row.announcement))
        await reconsider(
          trx,
          announcement,
          freed.map((row) => row.id),
        )
    })
  }

  /** Announcements that must not change until the transaction has ended. SQLite has one writer at a time. */
  async function lock(trx: Kysely<Tables>, announcements: readonly number[]): Promise<void> {
    if (engine === 'postgres' && announcements.length > 0)
      await trx
        .selectFrom('announcements')
        .select('id')
        .where('id', 'in', announcements)
        .orderBy('id')
        .forShare()
        .execute()
  }
}

type Is = ExpressionBuilder<Tables, 'deliveries'>

/** The columns that say how an attempt ended, by the task that it was for. */
function settled(
  { task, doubts: before }: Delivery,
  { state, reason, notBefore, attempts, doubts, unclearSince, messages }: Settlement,
  version: number,
  now: Date,
) {
  // Somebody who was taken for dead may have cast doubt meanwhile.
  const open = {
    attempts,
    doubts: sql<number>`doubts + ${sql.lit(doubts - before)}`,
    unclear_since: unclearSince?.toISOString() ?? null,
    reason: reason ?? null,
    owner: null,
    begun_at: null,
    not_before: notBefore?.toISOString() ?? null,
  }
  if (state === 'pending') return { ...open, state, messages: JSON.stringify(messages) }
  if (task === 'send') {
    // A copy of several messages is as old as its first.
    const shown = sql<number>`coalesce(version, ${sql.lit(version)})`
    const sent = state === 'sent' ? { sent_at: now.toISOString(), version: shown, tried_version: shown } : {}
    return { ...open, state, messages: JSON.stringify(messages), ...sent }
  }
  // A copy stays sent whatever becomes of its correction or recall.
  const back = {
    ...open,
    task: 'send' as const,
    state: sql<'sent' | 'failed'>`case when sent_at is null then 'failed' else 'sent' end`,
  }
  if (task === 'correct')
    return state === 'sent'
      ? { ...back, version, tried_version: version, corrected_at: now.toISOString() }
      : { ...back, tried_version: version }
  return {
    ...back,
    recalled:
      state !== 'sent' ? ('impossible' as const) : reason === 'replaced' ? ('replaced' as const) : ('removed' as const),
  }
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

async function withDestinations(
  db: Kysely<Tables>,
  rows: readonly Selectable<Tables['deliveries']>[],
): Promise<Delivery[]> {
  if (rows.length === 0) return []
  const found = await db
    .selectFrom('destinations')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ destination }) => destination),
    )
    .execute()
  const destinations = new Map(found.map((row) => [row.id, destinationOf(row)]))
  return rows.map((row) => deliveryOf(row, destinations.get(row.destination)!))
}
