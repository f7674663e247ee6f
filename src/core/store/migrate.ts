import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { createFirstTables } from './migrations/0001-first.ts'
import { createAnnouncementTables } from './migrations/0002-announcements.ts'
import { createMailings } from './migrations/0003-mailings.ts'
import { createClaims } from './migrations/0005-claims.ts'
import { addPublication } from './migrations/0006-publication.ts'
import { nameReminderMoments } from './migrations/0004-reminder-moments.ts'

export type DatabaseEngine = 'sqlite' | 'postgres'

/** By name, in the order in which they run; a name that a database has run is never changed. */
function migrationsFor(engine: DatabaseEngine): Record<string, Migration> {
  return {
    '0001-first': { up: (db) => createFirstTables(db, engine === 'sqlite' ? 'integer' : 'serial') },
    '0002-announcements': {
      up: (db) =>
        createAnnouncementTables(
          db,
          engine === 'sqlite' ? { serial: 'integer', bytes: 'blob' } : { serial: 'serial', bytes: 'bytea' },
        ),
    },
    '0003-mailings': { up: createMailings },
    '0004-reminder-moments': { up: nameReminderMoments },
    '0005-claims': { up: createClaims },
    '0006-publication': { up: addPublication },
  }
}

/**
 * Brings the tables up to date, in one transaction under a lock: PostgreSQL's advisory lock, or SQLite's write lock
 * (sqlite.ts), so that of processes started together one migrates and the others wait, and a kill leaves nothing half
 * done. `to`: no further than this migration.
 */
export async function migrate<T>(db: Kysely<T>, engine: DatabaseEngine, to?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrationsFor(engine)) } })
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error !== undefined) throw error
}
