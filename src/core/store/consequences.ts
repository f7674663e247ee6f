import type { Kysely } from 'kysely'
import type { Act } from '../announcements/announcement.ts'
import type { Tables } from './tables.ts'

/** The higher goes first; what was said wrong is put right before anything else. */
export const priority = { routine: 0, urgent: 1, change: 2 }

/** Nothing more is sent to destinations that are no longer there. */
export async function letGo(db: Kysely<Tables>, destinations: readonly number[], reason: string): Promise<void> {
  if (destinations.length === 0) return
  await db.updateTable('deliveries').set({ state: 'failed', reason }).where('destination', 'in', destinations).where('task', '=', 'send').where('state', '=', 'pending').execute()
}

/**
 * After a change of an announcement, or after one of its deliveries was settled: what is not to be sent any more is let go,
 * and copies that are out get the task to be recalled or corrected.
 */
export async function reconsider(db: Kysely<Tables>, announcement: number, delivery?: number): Promise<void> {
  const { state, version } = await db.selectFrom('announcements').select(['state', 'version']).where('id', '=', announcement).executeTakeFirstOrThrow()
  const all = db.updateTable('deliveries').where('announcement', '=', announcement)
  const rows = delivery === undefined ? all : all.where('id', '=', delivery)
  const anew = { state: 'pending' as const, priority: priority.change, attempts: 0, not_before: null, owner: null, begun_at: null }
  if (state === 'cancelled' || state === 'recalled') await rows.where('task', '=', 'send').where('state', '=', 'pending').set({ state: 'failed', reason: state }).execute()
  if (state === 'recalled') {
    await rows.where('messages', '<>', '[]').where('recalled', 'is', null).where('state', '<>', 'leased').where('task', '<>', 'recall').set({ ...anew, task: 'recall' }).execute()
  } else if (version > 1) {
    await rows.where('state', '=', 'sent').where('tried_version', '<', version).set({ ...anew, task: 'correct' }).execute()
  }
}

export async function record(db: Kysely<Tables>, announcement: string, { act, who, at, detail }: Act): Promise<void> {
  await db.insertInto('acts').values({ announcement: Number(announcement), act, who, at: at.toISOString(), detail: detail ?? null }).execute()
}
