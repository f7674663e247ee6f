import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { makeDirectory } from '../make-directory.ts'

/** How long a query waits for another process's write, in milliseconds. */
const busyPatienceMs = 10_000
const busyPauseMs = 10

/** SQLite's code for "another process is writing": sqlite.org/rescode.html#busy */
const busy = 5

/** Kysely over node:sqlite: one file with a write-ahead log. The directory is made if it is missing. */
export function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => sqliteDriver(path),
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

/**
 * Kysely's own driver lets SQLite wait for a lock, and with it everything else that the process does; this one waits
 * aside.
 */
function sqliteDriver(path: string): Driver {
  let database: DatabaseSync | undefined
  let connection: DatabaseConnection
  return {
    async init() {
      if (path !== ':memory:') makeDirectory(dirname(path))
      database = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true })
      connection = connect(database)
      await run('pragma journal_mode = wal')(connection)
      // Outlives any end of the process; a power cut may cost the last moments. "full" would stop everything for the
      // disk three times a question: sqlite.org/pragma.html#pragma_synchronous
      await run('pragma synchronous = normal')(connection)
      // What is erased is overwritten, not just unlinked.
      await run('pragma secure_delete = on')(connection)
    },
    acquireConnection: () => Promise.resolve(connection),
    // A transaction that reads before it writes can't get the lock later without losing what it read.
    beginTransaction: run('begin immediate'),
    commitTransaction: run('commit'),
    // A full disk has undone the transaction already:
    // sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
    rollbackTransaction: async (on) => void (database?.isTransaction && (await run('rollback')(on))),
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(database?.close()),
  }
}

function run(statement: string) {
  return async (connection: DatabaseConnection): Promise<void> =>
    void (await connection.executeQuery(CompiledQuery.raw(statement)))
}

function connect(database: DatabaseSync): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const values = parameters.map(storable)
      for (const deadline = performance.now() + busyPatienceMs; ;) {
        try {
          return execute(database.prepare(sql), values) as QueryResult<Row>
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw error
          await pause(busyPauseMs)
        }
      }
    },
    streamQuery: () => {
      throw new Error('queries are not streamed: read pages of rows')
    },
  }
}

function execute(statement: StatementSync, values: readonly SQLInputValue[]): QueryResult<unknown> {
  if (statement.columns().length > 0) return { rows: statement.all(...values) }
  const { changes, lastInsertRowid } = statement.run(...values)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy
}

/**
 * node:sqlite reads an object (a Date!) as named parameters and so shifts the row: only what SQLite stores may pass.
 */
function storable(value: unknown): SQLInputValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Uint8Array
  )
    return value
  throw new TypeError(`a ${typeof value} can't be stored; turn it into text, a number or null`)
}
