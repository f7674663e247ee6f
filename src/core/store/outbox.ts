import type { Kysely } from 'kysely'
import type { Outbox } from '../mailing/outbox.ts'
import { storeAttempts } from './attempts.ts'
import { storeHolds } from './holds.ts'
import { storeLeases } from './leases.ts'
import type { DatabaseEngine } from './database-url.ts'
import { findMailing } from './schedule.ts'
import type { Tables } from './tables.ts'
import { storeWorkers } from './workers.ts'

/**
 * The queue of deliveries. Each step is one statement or one transaction, so that a kill leaves a state that can be
 * told.
 */
export function storeOutbox(db: Kysely<Tables>, engine: DatabaseEngine): Outbox {
  return {
    find: (mailing) => findMailing(db, mailing),
    ...storeWorkers(db),
    ...storeLeases(db, engine),
    ...storeAttempts(db, engine),
    ...storeHolds(db),
  }
}
