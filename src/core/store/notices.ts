import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { NoticeBoard, OrganizerNotice } from '../mailing/notices.ts'
import type { NoticeInbox } from '../organizers/progress.ts'
import type { DatabaseEngine } from './database-url.ts'
import type { Tables } from './tables.ts'

/** Whoever took a notice and did not pass it on within a minute has failed. */
const leaseMs = 60_000

/** Some two hours and a half: whoever could not be reached then looks at the announcement itself. */
const mostAttempts = 150

/** What organizers are to be told. `changed` is called when there is something more. */
export function storeNotices(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
  changed: () => void,
): NoticeBoard & NoticeInbox {
  return {
    async post(notices) {
      await insertNotices(db, notices)
      if (notices.length > 0) changed()
    },
    async take(platform, now) {
      const due = db
        .selectFrom('notices')
        .select('id')
        .where('platform', '=', platform)
        .where((is) => isNoticeDue(is, now))
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
}

/** Not told, not given up, and in nobody's hands. */
export function isNoticeDue(is: ExpressionBuilder<Tables, 'notices'>, now: Date) {
  const before = new Date(now.getTime() - leaseMs).toISOString()
  return is.and([is('attempts', '<', mostAttempts), is.or([is('taken_at', 'is', null), is('taken_at', '<', before)])])
}

export async function insertNotices(db: Kysely<Tables>, notices: readonly OrganizerNotice[]): Promise<void> {
  if (notices.length === 0) return
  await db
    .insertInto('notices')
    .values(notices.map((notice) => ({ ...notice, attempts: 0 })))
    .execute()
}
