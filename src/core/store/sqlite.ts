import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, type Dialect, type SqliteDatabase } from 'kysely'

/** How long a process waits for another one's write, in milliseconds. */
const busyTimeoutMs = 10_000

/** Kysely over node:sqlite, one file, with write-ahead log. The directory is made if it is missing. */
export function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SqliteDriver({ database: () => Promise.resolve(openDatabase(path)) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite does undo table definitions with their transaction; Kysely does not count on it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** node:sqlite in the shape of better-sqlite3 that Kysely asks for. */
function openDatabase(path: string): SqliteDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  database.exec('pragma journal_mode = wal; pragma synchronous = normal')
  return {
    close: () => database.close(),
    prepare(sql) {
      // A transaction that reads before it writes can't get the lock later without losing what it read.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(storable)),
        run: (values) => statement.run(...values.map(storable)),
        iterate: (values) => statement.iterate(...values.map(storable)),
      }
    },
  }
}

/** node:sqlite reads an object (a Date!) as named parameters and so shifts the row: only what SQLite stores may pass. */
function storable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array) return value
  throw new TypeError(`a ${typeof value} can't be stored; turn it into text, a number or null`)
}
