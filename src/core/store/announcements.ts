import type { Kysely } from 'kysely'
import type { AnnouncementStore, Change, NewAnnouncement } from '../announcements/announcement-store.ts'
import type { Announcement } from '../announcements/announcement.ts'
import type { State } from '../mailing/mailing.ts'
import { tellOfCorrection } from './correction-notices.ts'
import { record } from './consequences.ts'
import { changeMailing, lockMailing, pauseColumns } from './mailing-changes.ts'
import type { DatabaseEngine } from './database-url.ts'
import { republish } from './publication.ts'
import { retryDeliveries } from './retry.ts'
import { actOf, announcementOf, writeMoment } from './rows.ts'
import type { MailingRow, Tables } from './tables.ts'

/** By which organizers' mailings are told from others. */
const origin = 'organizer'

/** The mailings that organizers write. `changed` is called after each write that may give somebody something to do. */
export function storeAnnouncements(db: Kysely<Tables>, engine: DatabaseEngine, changed: () => void): AnnouncementStore {
  const own = db.selectFrom('mailings').selectAll().where('origin', '=', origin)
  return {
    create: (announcement, now) => create(db, announcement, now),
    async find(id) {
      if (!/^\d{1,9}$/.test(id)) return undefined
      const row = await own.where('id', '=', Number(id)).executeTakeFirst()
      return row && announcementOf(row)
    },
    async list(most, before) {
      const rows = await (before === undefined ? own : own.where('id', '<', Number(before)))
        .orderBy('id', 'desc')
        .limit(most)
        .execute()
      return rows.map(announcementOf)
    },
    change: (id, from, change, act, notices) =>
      underLock(id, from, async (trx, before) => {
        const made = typeof change === 'function' ? change(announcementOf(before)) : change
        return announcementOf(await changeMailing(trx, before, columnsOf(made), act, notices))
      }),
    correct: (id, from, change, act, notice) =>
      underLock(id, from, async (trx, before) => {
        const columns = columnsOf(change(announcementOf(before)))
        const after = announcementOf(await changeMailing(trx, before, columns, act))
        if (notice) await tellOfCorrection(trx, after, notice(after), act.at)
        return after
      }),
    remove: (id, from) => remove(db, engine, id, from),
    async acts(id) {
      const rows = await db.selectFrom('acts').selectAll().where('mailing', '=', Number(id)).orderBy('id').execute()
      return rows.map(actOf)
    },
    async retry(id, from, uncertain, change, act) {
      const count = await retryDeliveries(db, engine, { id, from, uncertain, columns: columnsOf(change), act })
      if (count) changed()
      return count
    },
    async republish(id, from, act) {
      const count = await republish(db, engine, { id, from, act })
      if (count) changed()
      return count
    },
  }

  async function underLock(
    id: string,
    from: readonly State[],
    write: (trx: Kysely<Tables>, before: MailingRow) => Promise<Announcement>,
  ): Promise<Announcement | undefined> {
    const after = await db.transaction().execute(async (trx) => {
      const before = await lockMailing(trx, engine, id, from)
      return before && write(trx, before)
    })
    if (after) changed()
    return after
  }
}

function create(
  db: Kysely<Tables>,
  { policy, content, audience, fallback, sendAt, notAfter, author }: NewAnnouncement,
  now: Date,
) {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('mailings')
      .values({
        origin,
        state: 'draft',
        policy: JSON.stringify(policy),
        content: JSON.stringify(content),
        version: 1,
        audience: JSON.stringify(audience),
        fallback: fallback ?? null,
        send_at: writeMoment(sendAt),
        not_after: writeMoment(notAfter),
        author,
        created_at: now.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await record(trx, { mailing: row.id }, { act: 'create', who: author, at: now })
    return announcementOf(row)
  })
}

function remove(db: Kysely<Tables>, engine: DatabaseEngine, id: string, from: readonly State[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await lockMailing(trx, engine, id, from)
    if (!before || before.started_at !== null) return false
    const { id: mailing } = before
    await trx.deleteFrom('watches').where('announcement', '=', mailing).execute()
    await trx.deleteFrom('inputs').where('announcement', '=', mailing).execute()
    await trx.deleteFrom('albums').where('announcement', '=', mailing).execute()
    await trx.deleteFrom('acts').where('mailing', '=', mailing).execute()
    await trx.deleteFrom('notices').where('about', '=', 'announcement').where('subject', '=', id).execute()
    // The number is not given to another: buttons of old pages name it.
    const nothing = {
      origin: 'removed',
      state: 'cancelled',
      content: '{"title":{},"body":{}}',
      audience: null,
    } as const
    await trx.updateTable('mailings').set(nothing).where('id', '=', mailing).execute()
    return true
  })
}

/** Only what is to be changed; a key that is there without a value empties its column. */
function columnsOf(change: Change) {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.policy === undefined ? {} : { policy: JSON.stringify(change.policy) }),
    ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
    ...(change.version === undefined ? {} : { version: change.version }),
    ...(change.audience === undefined ? {} : { audience: JSON.stringify(change.audience) }),
    ...('fallback' in change ? { fallback: change.fallback ?? null } : {}),
    ...('sendAt' in change ? { send_at: writeMoment(change.sendAt) } : {}),
    ...('startAt' in change ? { start_at: writeMoment(change.startAt) } : {}),
    ...('notAfter' in change ? { not_after: writeMoment(change.notAfter) } : {}),
    ...('finishedAt' in change ? { finished_at: writeMoment(change.finishedAt) } : {}),
    ...('pause' in change ? pauseColumns(change.pause) : {}),
  }
}
