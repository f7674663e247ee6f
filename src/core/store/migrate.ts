import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { DatabaseEngine } from './database-url.ts'
import { createFirstTables } from './migrations/0001-first.ts'
import { createAnnouncementTables } from './migrations/0002-announcements.ts'
import { createMailings } from './migrations/0003-mailings.ts'
import { createClaims } from './migrations/0005-claims.ts'
import { addPublication } from './migrations/0006-publication.ts'
import { addNotes } from './migrations/0007-notes.ts'
import { createStars } from './migrations/0008-stars.ts'
import { createTopics } from './migrations/0009-topics.ts'
import { createAlbums } from './migrations/0010-albums.ts'
import { addPlain } from './migrations/0011-plain.ts'
import { addAskedFor } from './migrations/0012-asked-for.ts'
import { addPlanned } from './migrations/0013-planned.ts'
import { nameReminderMoments } from './migrations/0004-reminder-moments.ts'

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
    '0007-notes': { up: addNotes },
    '0008-stars': { up: createStars },
    '0009-topics': { up: (db) => createTopics(db, engine === 'sqlite' ? 'integer' : 'serial') },
    '0010-albums': { up: createAlbums },
    '0011-plain': { up: addPlain },
    '0012-asked-for': { up: addAskedFor },
    '0013-planned': { up: addPlanned },
  }
}

/** A database that a newer version of the program has changed: this one would not understand what it finds. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'

  constructor(unknown: readonly string[]) {
    super(`a newer version of Jauap has changed its tables (${unknown.join(', ')})`)
  }
}

/** The migrations that a database has run, in their order; none if it is new. */
export async function migrationsOf<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Brings the tables up to date, in one transaction under a lock: PostgreSQL's advisory lock, or SQLite's write lock
 * (sqlite.ts), so that of processes started together one migrates and the others wait, and a kill leaves nothing half
 * done. `to`: no further than this migration. Throws a NewerDatabaseError.
 */
export async function migrate<T>(db: Kysely<T>, engine: DatabaseEngine, to?: string): Promise<void> {
  const known = migrationsFor(engine)
  const ran = await migrationsOf(db)
  const unknown = ran.filter((name) => !Object.hasOwn(known, name))
  if (unknown.length > 0) throw new NewerDatabaseError(unknown)
  // Nothing is to be done at most starts: then nobody waits for a lock, and the tables are looked at once.
  if (ran.length === Object.keys(known).length) return
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(known) } })
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error !== undefined) throw error
}
