import { sql, type Kysely } from 'kysely'
import type { Act, Announcement, State } from '../mailing/announcement.ts'
import { draftFields, type Change, type DeliveryRecord, type Ledger, type Tally } from '../mailing/ledger.ts'
import { destinationsOf, languagesOfDestination } from './audience.ts'
import { reconsider, record } from './consequences.ts'
import type { Engine } from './migrate.ts'
import { actOf, announcementOf, readLanguages, storedMoment, writeMoment } from './rows.ts'
import type { Tables } from './tables.ts'

/** What is remembered of announcements, and of who did what to them. */
export function storeAnnouncements(db: Kysely<Tables>, engine: Engine): Ledger {
  return {
    create: ({ origin, content, audience, urgency, fallback, sendAt, notAfter, author }, now) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .insertInto('announcements')
          .values({
            origin,
            state: 'draft',
            content: JSON.stringify(content),
            version: 1,
            audience: JSON.stringify(audience),
            urgency,
            fallback: fallback ?? null,
            send_at: writeMoment(sendAt),
            not_after: writeMoment(notAfter),
            pause: null,
            pause_until: null,
            author,
            created_at: now.toISOString(),
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await record(trx, { announcement: row.id }, { act: 'create', who: author, at: now })
        return announcementOf(row)
      }),
    async find(id) {
      if (!/^\d{1,9}$/.test(id)) return undefined
      const row = await db.selectFrom('announcements').selectAll().where('id', '=', Number(id)).executeTakeFirst()
      return row && announcementOf(row)
    },
    async list(most, before) {
      const all = db.selectFrom('announcements').selectAll().where('origin', '=', 'organizer')
      const rows = await (before === undefined ? all : all.where('id', '<', Number(before)))
        .orderBy('id', 'desc')
        .limit(most)
        .execute()
      return rows.map(announcementOf)
    },
    change: (id, from, change, act, notices = []) =>
      db.transaction().execute(async (trx) => {
        const before = await lock(trx, id, from)
        if (!before) return undefined
        const changed = await apply(trx, before, typeof change === 'function' ? change(before) : change, act)
        if (notices.length > 0)
          await trx
            .insertInto('notices')
            .values(notices.map((notice) => ({ ...notice, attempts: 0 })))
            .execute()
        return changed
      }),
    async acts(id) {
      return (
        await db.selectFrom('acts').selectAll().where('announcement', '=', Number(id)).orderBy('id').execute()
      ).map(actOf)
    },
    async attach(name, type, bytes) {
      const { id } = await db
        .insertInto('attachments')
        .values({ name, type, bytes })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id: String(id), name, type }
    },
    async attachment(id) {
      const row = await db.selectFrom('attachments').select('bytes').where('id', '=', Number(id)).executeTakeFirst()
      return row?.bytes
    },
    async count(audience) {
      const rows = await destinationsOf(db, audience)
        .select([
          'destinations.platform',
          'destinations.kind',
          languagesOfDestination.as('languages'),
          sql<number>`count(*)`.as('n'),
        ])
        .groupBy(['destinations.platform', 'destinations.kind', languagesOfDestination])
        .orderBy('n', 'desc')
        .execute()
      return rows.map(({ platform, kind, languages, n }) => ({
        platform,
        kind,
        languages: readLanguages(languages),
        count: n,
      }))
    },
    async tally(id) {
      const standing = [
        outcome.as('outcome'),
        twice.as('twice'),
        correction.as('correction'),
        recall.as('recall'),
      ] as const
      const rows = await db
        .selectFrom('deliveries')
        .innerJoin('destinations', 'destinations.id', 'deliveries.destination')
        .where('deliveries.announcement', '=', Number(id))
        .select([
          'deliveries.platform',
          'destinations.kind',
          'deliveries.languages',
          'deliveries.reason',
          ...standing,
          sql<number>`count(*)`.as('n'),
        ])
        .groupBy([
          'deliveries.platform',
          'destinations.kind',
          'deliveries.languages',
          'deliveries.reason',
          outcome,
          twice,
          correction,
          recall,
        ])
        .orderBy('n', 'desc')
        .execute()
      return rows.map((row): Tally => ({ ...standingOf(row), platform: row.platform, kind: row.kind, count: row.n }))
    },
    async records(id, after, most) {
      const rows = await db
        .selectFrom('deliveries')
        .innerJoin('destinations', 'destinations.id', 'deliveries.destination')
        .where('deliveries.announcement', '=', Number(id))
        .where('deliveries.id', '>', after)
        .select([
          'deliveries.id',
          'deliveries.platform',
          'deliveries.languages',
          'deliveries.reason',
          'deliveries.attempts',
          'deliveries.doubts',
          'deliveries.messages',
          'deliveries.sent_at',
        ])
        .select(['destinations.kind', 'destinations.chat', 'destinations.thread', 'destinations.title'])
        .select([outcome.as('outcome'), twice.as('twice'), correction.as('correction'), recall.as('recall')])
        .orderBy('deliveries.id')
        .limit(most)
        .execute()
      return rows.map((row): DeliveryRecord => ({
        ...standingOf(row),
        platform: row.platform,
        kind: row.kind,
        delivery: row.id,
        chat: row.chat,
        thread: row.thread,
        title: row.title ?? undefined,
        attempts: row.attempts,
        doubts: row.doubts,
        messages: JSON.parse(row.messages) as string[],
        sentAt: storedMoment(row.sent_at),
      }))
    },
    async retry(id, from, uncertain, change, act) {
      try {
        return await db.transaction().execute(async (trx) => {
          const before = await lock(trx, id, from)
          if (!before) return undefined
          const living = trx.selectFrom('destinations').select('id').where('standing', '=', 'active')
          const { numUpdatedRows } = await trx
            .updateTable('deliveries')
            .set({ state: 'pending', attempts: 0, not_before: null, owner: null, begun_at: null, reason: null })
            .where('announcement', '=', Number(id))
            .where('task', '=', 'send')
            .where('sent_at', 'is', null)
            .where('destination', 'in', living)
            .where('state', 'in', uncertain ? ['failed', 'uncertain'] : ['failed'])
            .executeTakeFirst()
          if (numUpdatedRows === 0n) throw new NothingToRetry()
          await apply(trx, before, change, {
            ...act,
            detail: `${numUpdatedRows}${uncertain ? ', also uncertain' : ''}`,
          })
          return Number(numUpdatedRows)
        })
      } catch (error) {
        if (error instanceof NothingToRetry) return 0
        throw error
      }
    },
    async sentSince(id, since) {
      const { n } = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('announcement', '=', Number(id))
        .where('sent_at', '>=', since.toISOString())
        .executeTakeFirstOrThrow()
      return n
    },
    async holds(now) {
      const rows = await db.selectFrom('holds').selectAll().where('until', '>', now.toISOString()).execute()
      return rows.map(({ platform, until, why }) => ({ platform, until: new Date(until), why }))
    },
    async watch({ announcement, platform, person, chat, message }) {
      await db
        .insertInto('watches')
        .values({ announcement: Number(announcement), platform, person, chat, message })
        .onConflict((conflict) => conflict.columns(['announcement', 'platform', 'chat']).doUpdateSet({ message }))
        .execute()
    },
    async watches(platform) {
      const rows = await db.selectFrom('watches').selectAll().where('platform', '=', platform).execute()
      return rows.map((row) => ({ ...row, announcement: String(row.announcement) }))
    },
    async unwatch({ announcement, platform, chat }) {
      await db
        .deleteFrom('watches')
        .where('announcement', '=', Number(announcement))
        .where('platform', '=', platform)
        .where('chat', '=', chat)
        .execute()
    },
    async awaited({ platform, id }, since) {
      const row = await db
        .selectFrom('inputs')
        .selectAll()
        .where('platform', '=', platform)
        .where('person', '=', id)
        .where('at', '>=', since.toISOString())
        .executeTakeFirst()
      const field = draftFields.find((one) => one === row?.field)
      return row && field && { announcement: String(row.announcement), field, text: row.text ?? undefined }
    },
    async await({ platform, id }, awaited, now) {
      if (!awaited) {
        await db.deleteFrom('inputs').where('platform', '=', platform).where('person', '=', id).execute()
        return
      }
      const what = {
        announcement: Number(awaited.announcement),
        field: awaited.field,
        text: awaited.text ?? null,
        at: now.toISOString(),
      }
      await db
        .insertInto('inputs')
        .values({ platform, person: id, ...what })
        .onConflict((conflict) => conflict.columns(['platform', 'person']).doUpdateSet(what))
        .execute()
    },
    remind: (occasion, { content, audience, urgency, sendAt, notAfter, author }, destination, now) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto('announcements')
          .values({
            origin: 'reminder',
            state: 'scheduled',
            content: JSON.stringify(content),
            version: 1,
            audience: JSON.stringify(audience),
            urgency,
            fallback: null,
            send_at: sendAt.toISOString(),
            start_at: sendAt.toISOString(),
            not_after: writeMoment(notAfter),
            pause: null,
            pause_until: null,
            author,
            created_at: now.toISOString(),
            occasion,
          })
          .onConflict((conflict) => conflict.column('occasion').doNothing())
          .execute()
        const { id } = await trx
          .selectFrom('announcements')
          .select('id')
          .where('occasion', '=', occasion)
          .executeTakeFirstOrThrow()
        await trx
          .insertInto('reminders')
          .values({ announcement: id, destination })
          .onConflict((conflict) => conflict.columns(['announcement', 'destination']).doNothing())
          .execute()
      }),
    async post(notices) {
      if (notices.length > 0)
        await db
          .insertInto('notices')
          .values(notices.map((notice) => ({ ...notice, attempts: 0 })))
          .execute()
    },
    async takeNotices(platform, now) {
      const before = new Date(now.getTime() - noticeLeaseMs).toISOString()
      const due = db
        .selectFrom('notices')
        .select('id')
        .where('platform', '=', platform)
        .where('attempts', '<', mostNoticeAttempts)
        .where((is) => is.or([is('taken_at', 'is', null), is('taken_at', '<', before)]))
        .orderBy('id')
      const unlocked = engine === 'postgres' ? due.forUpdate().skipLocked() : due
      const rows = await db
        .updateTable('notices')
        .set({ taken_at: now.toISOString(), attempts: sql<number>`attempts + 1` })
        .where('id', 'in', unlocked)
        .returningAll()
        .execute()
      return rows
        .toSorted((a, b) => a.id - b.id)
        .map(({ id, person, about, subject }) => ({ id, platform, person, about, subject }))
    },
    async told({ id }) {
      await db.deleteFrom('notices').where('id', '=', id).execute()
    },
  }

  /** Nobody else changes it until the transaction has ended. Undefined if it is in none of these states. */
  async function lock(trx: Kysely<Tables>, id: string, from: readonly State[]): Promise<Announcement | undefined> {
    const query = trx.selectFrom('announcements').selectAll().where('id', '=', Number(id)).where('state', 'in', from)
    const row = await (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
    return row && announcementOf(row)
  }
}

async function apply(trx: Kysely<Tables>, { id }: Announcement, change: Change, act: Act): Promise<Announcement> {
  const row = await trx
    .updateTable('announcements')
    .set(columnsOf(change))
    .where('id', '=', Number(id))
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(trx, { announcement: row.id }, act)
  await reconsider(trx, row.id)
  return announcementOf(row)
}

/** Undoes a transaction that would change nothing but the announcement. */
class NothingToRetry extends Error {
  override readonly name = 'NothingToRetry'
}

/** Whoever took a notice and did not pass it on within a minute has failed. */
const noticeLeaseMs = 60_000

/** Some two hours and a half: whoever could not be reached then looks at the announcement itself. */
const mostNoticeAttempts = 150

/** A copy that is being corrected or recalled was sent all the same. */
const outcome = sql<
  Tally['outcome']
>`case when sent_at is not null then 'sent' when state in ('pending', 'leased') then 'pending' else state end`

/** Sent and perhaps shown before, or twice in the dark. */
const twice = sql<number>`case when (sent_at is not null and doubts > 0) or doubts > 1 then 1 else 0 end`

const correction = sql<
  Tally['correction']
>`case when task = 'correct' then 'pending' when tried_version > version then 'impossible' when corrected_at is not null then 'done' else 'none' end`

const recall = sql<Tally['recall']>`case when task = 'recall' then 'pending' else coalesce(recalled, 'none') end`

type CopyStanding = Pick<Tally, 'outcome' | 'correction' | 'recall'> & {
  readonly languages: string
  readonly reason: string | null
  readonly twice: number
}

function standingOf({
  languages,
  outcome,
  twice,
  correction,
  recall,
  reason,
}: CopyStanding): Omit<Tally, 'count' | 'platform' | 'kind'> {
  return {
    languages: readLanguages(languages),
    outcome,
    possiblyTwice: twice === 1,
    correction,
    recall,
    reason: reason ?? undefined,
  }
}

/** Only what is to be changed; a key that is there without a value empties its column. */
function columnsOf(change: Change) {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
    ...(change.version === undefined ? {} : { version: change.version }),
    ...(change.audience === undefined ? {} : { audience: JSON.stringify(change.audience) }),
    ...(change.urgency === undefined ? {} : { urgency: change.urgency }),
    ...('fallback' in change ? { fallback: change.fallback ?? null } : {}),
    ...('sendAt' in change ? { send_at: writeMoment(change.sendAt) } : {}),
    ...('startAt' in change ? { start_at: writeMoment(change.startAt) } : {}),
    ...('notAfter' in change ? { not_after: writeMoment(change.notAfter) } : {}),
    ...('finishedAt' in change ? { finished_at: writeMoment(change.finishedAt) } : {}),
    ...('pause' in change
      ? {
          pause: change.pause ? JSON.stringify({ why: change.pause.why, reason: change.pause.reason }) : null,
          pause_until: writeMoment(change.pause?.until),
        }
      : {}),
  }
}
