import type { DatabaseSync } from 'node:sqlite'

/**
 * What was being sent when a back-up was made, or was to start between then and now, may be out, and the back-up does
 * not know: announcements are paused until an organizer says so, reminders are dropped. Returns how many.
 */
export function haltMailings(database: DatabaseSync, now: Date): number {
  const moment = now.toISOString()
  const open = `(state = 'sending' or (state = 'scheduled' and start_at <= ?))`
  const act = database.prepare(`
    insert into acts (mailing, act, who, at, detail)
    select id, 'pause', 'restore', ?, 'a back-up was restored' from mailings where origin = 'organizer' and ${open}
  `)
  const pause = database.prepare(`
    update mailings set state = 'paused', pause = '{"why":"asked"}', pause_until = null
    where origin = 'organizer' and ${open}
  `)
  const drop = database.prepare(`
    update mailings set state = 'cancelled', finished_at = ? where origin <> 'organizer' and ${open}
  `)
  act.run(moment, moment)
  return Number(pause.run(moment).changes) + Number(drop.run(moment, moment).changes)
}
