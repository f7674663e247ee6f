import { sql } from 'kysely'
import type { Delivery, Settlement } from '../mailing/delivery.ts'

/** The columns that say how an attempt ended, by the task that it was for. */
export function settledColumns(
  { task, destination, doubts: before }: Delivery,
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
    const owed = destination.publishes ? { publication: 'owed' as const } : {}
    const shown = sql<number>`coalesce(version, ${sql.lit(version)})`
    const said = { reason: null, note: reason ?? null }
    const first = { sent_at: now.toISOString(), planned: messages.length, version: shown, tried_version: shown }
    return {
      ...open,
      state,
      messages: JSON.stringify(messages),
      ...(state === 'sent' ? { ...said, ...first, ...owed } : {}),
    }
  }
  // A copy stays sent whatever becomes of its correction or recall.
  const back = {
    ...open,
    task: 'send' as const,
    state: sql<'sent' | 'failed'>`case when sent_at is null then 'failed' else 'sent' end`,
  }
  if (task === 'publish')
    return { ...back, publication: state === 'sent' ? ('done' as const) : ('impossible' as const) }
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
