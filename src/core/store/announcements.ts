import { sql, type Kysely } from 'kysely'
import { fields, type Ledger, type Line, type Tally } from '../announcements/ledger.ts'
import { destinationsOf, languagesOfDestination } from './audience.ts'
import { reconsider, record } from './consequences.ts'
import { actOf, announcementOf, readLanguages, readMoment, writeMoment } from './rows.ts'
import type { Tables } from './tables.ts'

/** What is remembered of announcements, and of who did what to them. */
export function storeAnnouncements(db: Kysely<Tables>): Ledger {
  return {
    create: ({ origin, content, audience, urgency, fallback, sendAt, notAfter, author }, now) => db.transaction().execute(async (trx) => {
      const row = await trx.insertInto('announcements').values({
        origin, state: 'draft', content: JSON.stringify(content), version: 1, audience: JSON.stringify(audience), urgency, fallback: fallback ?? null,
        send_at: writeMoment(sendAt), not_after: writeMoment(notAfter), pause: null, pause_until: null, author, created_at: now.toISOString(),
      }).returningAll().executeTakeFirstOrThrow()
      await record(trx, String(row.id), { act: 'create', who: author, at: now })
      return announcementOf(row)
    }),
    async find(id) {
      if (!/^\d{1,9}$/.test(id)) return undefined
      const row = await db.selectFrom('announcements').selectAll().where('id', '=', Number(id)).executeTakeFirst()
      return row && announcementOf(row)
    },
    async list(most) {
      const rows = await db.selectFrom('announcements').selectAll().where('origin', '=', 'organizer').orderBy('id', 'desc').limit(most).execute()
      return rows.map(announcementOf)
    },
    change: (id, from, change, act) => db.transaction().execute(async (trx) => {
      const row = await trx.updateTable('announcements').set(columnsOf(change)).where('id', '=', Number(id)).where('state', 'in', from).returningAll().executeTakeFirst()
      if (!row) return undefined
      await record(trx, id, act)
      await reconsider(trx, row.id)
      return announcementOf(row)
    }),
    async acts(id) {
      return (await db.selectFrom('acts').selectAll().where('announcement', '=', Number(id)).orderBy('id').execute()).map(actOf)
    },
    async attach(name, type, bytes) {
      const { id } = await db.insertInto('attachments').values({ name, type, bytes }).returning('id').executeTakeFirstOrThrow()
      return { id: String(id), name, type }
    },
    async attachment(id) {
      const row = await db.selectFrom('attachments').select('bytes').where('id', '=', Number(id)).executeTakeFirst()
      return row?.bytes
    },
    async count(audience) {
      const rows = await destinationsOf(db, audience)
        .select(['destinations.platform', 'destinations.kind', languagesOfDestination.as('languages'), sql<number>`count(*)`.as('n')])
        .groupBy(['destinations.platform', 'destinations.kind', languagesOfDestination]).orderBy('n', 'desc').execute()
      return rows.map(({ platform, kind, languages, n }) => ({ platform, kind, languages: readLanguages(languages), count: n }))
    },
    async tally(id) {
      const standing = [outcome.as('outcome'), twice.as('twice'), correction.as('correction'), recall.as('recall')] as const
      const rows = await db.selectFrom('deliveries').innerJoin('destinations', 'destinations.id', 'deliveries.destination').where('deliveries.announcement', '=', Number(id))
        .select(['deliveries.platform', 'destinations.kind', 'deliveries.languages', 'deliveries.reason', ...standing, sql<number>`count(*)`.as('n')])
        .groupBy(['deliveries.platform', 'destinations.kind', 'deliveries.languages', 'deliveries.reason', outcome, twice, correction, recall]).orderBy('n', 'desc').execute()
      return rows.map((row): Tally => ({ ...standingOf(row), platform: row.platform, kind: row.kind, count: row.n }))
    },
    async lines(id, after, most) {
      const rows = await db.selectFrom('deliveries').innerJoin('destinations', 'destinations.id', 'deliveries.destination')
        .where('deliveries.announcement', '=', Number(id)).where('deliveries.id', '>', after)
        .select(['deliveries.id', 'deliveries.platform', 'deliveries.languages', 'deliveries.reason', 'deliveries.attempts', 'deliveries.doubts', 'deliveries.messages', 'deliveries.sent_at'])
        .select(['destinations.kind', 'destinations.chat', 'destinations.thread', 'destinations.title'])
        .select([outcome.as('outcome'), twice.as('twice'), correction.as('correction'), recall.as('recall')])
        .orderBy('deliveries.id').limit(most).execute()
      return rows.map((row): Line => ({
        ...standingOf(row), platform: row.platform, kind: row.kind,
        delivery: row.id, chat: row.chat, thread: row.thread, title: row.title ?? undefined, attempts: row.attempts, doubts: row.doubts,
        messages: JSON.parse(row.messages) as string[], sentAt: readMoment(row.sent_at),
      }))
    },
    async retry(id, uncertain) {
      const living = db.selectFrom('destinations').select('id').where('standing', '=', 'active')
      const { numUpdatedRows } = await db.updateTable('deliveries').set({ state: 'pending', attempts: 0, not_before: null, owner: null, begun_at: null, reason: null })
        .where('announcement', '=', Number(id)).where('task', '=', 'send').where('sent_at', 'is', null).where('destination', 'in', living)
        .where('state', 'in', uncertain ? ['failed', 'uncertain'] : ['failed']).executeTakeFirst()
      return Number(numUpdatedRows)
    },
    async holds(now) {
      const rows = await db.selectFrom('holds').selectAll().where('until', '>', now.toISOString()).execute()
      return rows.map(({ platform, until }) => ({ platform, until: new Date(until) }))
    },
    async watch({ announcement, platform, person, chat, message }) {
      await db.insertInto('watches').values({ announcement: Number(announcement), platform, person, chat, message })
        .onConflict((conflict) => conflict.columns(['announcement', 'platform', 'chat']).doUpdateSet({ message })).execute()
    },
    async watches(platform) {
      const rows = await db.selectFrom('watches').selectAll().where('platform', '=', platform).execute()
      return rows.map((row) => ({ ...row, announcement: String(row.announcement) }))
    },
    async unwatch({ announcement, platform, chat }) {
      await db.deleteFrom('watches').where('announcement', '=', Number(announcement)).where('platform', '=', platform).where('chat', '=', chat).execute()
    },
    async awaited({ platform, id }) {
      const row = await db.selectFrom('inputs').selectAll().where('platform', '=', platform).where('person', '=', id).executeTakeFirst()
      const field = fields.find((one) => one === row?.field)
      return row && field && { announcement: String(row.announcement), field }
    },
    async await({ platform, id }, awaited) {
      if (!awaited) {
        await db.deleteFrom('inputs').where('platform', '=', platform).where('person', '=', id).execute()
        return
      }
      const what = { announcement: Number(awaited.announcement), field: awaited.field }
      await db.insertInto('inputs').values({ platform, person: id, ...what }).onConflict((conflict) => conflict.columns(['platform', 'person']).doUpdateSet(what)).execute()
    },
    remind: (occasion, { content, audience, urgency, sendAt, notAfter, author }, destination, now) => db.transaction().execute(async (trx) => {
      await trx.insertInto('announcements').values({
        origin: 'reminder', state: 'scheduled', content: JSON.stringify(content), version: 1, audience: JSON.stringify(audience), urgency, fallback: null,
        send_at: sendAt.toISOString(), not_after: writeMoment(notAfter), pause: null, pause_until: null, author, created_at: now.toISOString(), occasion,
      }).onConflict((conflict) => conflict.column('occasion').doNothing()).execute()
      const { id } = await trx.selectFrom('announcements').select('id').where('occasion', '=', occasion).executeTakeFirstOrThrow()
      await trx.insertInto('reminders').values({ announcement: id, destination }).onConflict((conflict) => conflict.columns(['announcement', 'destination']).doNothing()).execute()
    }),
    async post(notices) {
      if (notices.length > 0) await db.insertInto('notices').values([...notices]).execute()
    },
    async takeNotices(platform) {
      const rows = await db.deleteFrom('notices').where('platform', '=', platform).returning(['id', 'platform', 'person', 'about', 'subject']).execute()
      return rows.toSorted((a, b) => a.id - b.id).map(({ id: _id, ...notice }) => notice)
    },
  }
}

/** A copy that is being corrected or recalled was sent all the same. */
const outcome = sql<Tally['outcome']>`case when sent_at is not null then 'sent' when state in ('pending', 'leased') then 'pending' else state end`

/** Sent and perhaps shown before, or twice in the dark. */
const twice = sql<number>`case when (sent_at is not null and doubts > 0) or doubts > 1 then 1 else 0 end`

const correction = sql<Tally['correction']>`case when task = 'correct' then 'pending' when tried_version > version then 'impossible' when version > 1 then 'done' else 'none' end`

const recall = sql<Tally['recall']>`case when task = 'recall' then 'pending' else coalesce(recalled, 'none') end`

type Standing = Pick<Tally, 'outcome' | 'correction' | 'recall'> & { readonly languages: string; readonly reason: string | null; readonly twice: number }

function standingOf({ languages, outcome, twice, correction, recall, reason }: Standing): Omit<Tally, 'count' | 'platform' | 'kind'> {
  return { languages: readLanguages(languages), outcome, possiblyTwice: twice === 1, correction, recall, reason: reason ?? undefined }
}

/** Only what is to be changed; a key that is there without a value empties its column. */
function columnsOf(change: Parameters<Ledger['change']>[2]) {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
    ...(change.version === undefined ? {} : { version: change.version }),
    ...(change.audience === undefined ? {} : { audience: JSON.stringify(change.audience) }),
    ...(change.urgency === undefined ? {} : { urgency: change.urgency }),
    ...('fallback' in change ? { fallback: change.fallback ?? null } : {}),
    ...('sendAt' in change ? { send_at: writeMoment(change.sendAt) } : {}),
    ...('notAfter' in change ? { not_after: writeMoment(change.notAfter) } : {}),
    ...('finishedAt' in change ? { finished_at: writeMoment(change.finishedAt) } : {}),
    ...('correctedAt' in change ? { corrected_at: writeMoment(change.correctedAt) } : {}),
    ...('pause' in change ? { pause: change.pause ? JSON.stringify({ why: change.pause.why, reason: change.pause.reason }) : null, pause_until: writeMoment(change.pause?.until) } : {}),
  }
}
