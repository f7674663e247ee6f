import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { OperatorError } from '../../../knowledge/fault.ts'
import { engineOf, sqlitePath } from '../database-url.ts'
import { faultOf } from '../fault.ts'
import { migrate, migrationsOf } from '../migrate.ts'
import { postgresDialect, reachPostgres } from '../postgres.ts'
import { sqliteDialect } from '../sqlite.ts'
import type { Tables } from '../tables.ts'
import { countRows, openBackup } from './backup-file.ts'
import { readRows, type Row } from './postgres-rows.ts'

/** What a back-up came to. */
export type BackedUp = { readonly rows: number; readonly bytes: number }

/** SQLite's code for "the disk is full": sqlite.org/rescode.html#full */
const full = 13

/** More pages than a database can have without being some terabytes. */
const everyPage = 2 ** 31 - 1

/**
 * Writes the whole database of a `DATABASE_URL` to a new file, as it is at one moment, while others use it; its tables
 * are left as they are. The file is whole or not there. Throws an OperatorError.
 */
export async function backUp(url: string, file: string): Promise<BackedUp> {
  if (existsSync(file)) throw new OperatorError(`${file} is there already; name a new file to write the back-up to`)
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new OperatorError(
      `${file} can't be written: there is no directory ${dirname(file)}; make it, or name another`,
    )
  const unfinished = `${file}.unfinished`
  begin(unfinished)
  try {
    const path = sqlitePath(url)
    await (path === undefined ? copyFromPostgres(url, unfinished) : copyDatabase(path, unfinished))
    const rows = countRows(unfinished)
    renameSync(unfinished, file)
    return { rows, bytes: statSync(file).size }
  } catch (error) {
    discard(unfinished)
    if (error instanceof OperatorError) throw error
    throw isOfFile(url, error) ? refuse(file, error) : faultOf(url, error)
  }
}

/** An empty file for its owner alone, since it will hold what people are known by. */
function begin(unfinished: string): void {
  try {
    discard(unfinished)
    closeSync(openSync(unfinished, 'wx', 0o600))
  } catch (error) {
    throw refuse(unfinished.replace(/\.unfinished$/, ''), error)
  }
}

function discard(unfinished: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true })
}

/** Whether it is the back-up that failed, not the database: beside PostgreSQL any SQLite, else the one that grows. */
function isOfFile(url: string, error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')) return false
  return engineOf(url) === 'postgres' || ('errcode' in error && (Number(error.errcode) & 0xff) === full)
}

function refuse(file: string, error: unknown): OperatorError {
  const why = error instanceof Error ? error.message : String(error)
  return new OperatorError(
    `${file} can't be written: ${why}; name a file where there is room and that may be written`,
    { cause: error },
  )
}

/**
 * In one step, which is one read, aside from this thread: it neither waits for writers nor holds them up, and need not
 * begin anew when they write: sqlite.org/backup.html
 */
async function copyDatabase(path: string, file: string): Promise<void> {
  if (!existsSync(path)) throw new Error('there is no such file yet')
  using source = new DatabaseSync(path, { timeout: 10_000 })
  await backup(source, file, { rate: everyPage })
  using copy = new DatabaseSync(file)
  // One file, without another beside it.
  copy.exec('pragma journal_mode = delete')
}

async function copyFromPostgres(url: string, file: string): Promise<void> {
  await reachPostgres(url)
  await using source = new Kysely<Tables>({ dialect: postgresDialect(url) })
  const migrations = await migrationsOf(source)
  if (migrations.length === 0) throw new Error('there are no tables of Jauap in it yet')
  const tables = await makeTables(file, migrations)
  using target = new DatabaseSync(file)
  // The file is complete or thrown away.
  target.exec('pragma journal_mode = delete; pragma synchronous = off; begin')
  await source
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      for (const table of tables) {
        let insert: StatementSync | undefined
        for await (const rows of readRows(trx, table))
          for (const row of rows) (insert ??= insertInto(target, table, row)).run(...Object.values(row))
      }
    })
  target.exec('commit')
}

/** An empty database whose tables have been through the same migrations; returns their names. */
async function makeTables(file: string, migrations: readonly string[]): Promise<readonly string[]> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  await migrate(db, 'sqlite', migrations.at(-1)).finally(() => db.destroy())
  using made = openBackup(file)
  return made.tables
}

function insertInto(target: DatabaseSync, table: string, row: Row): StatementSync {
  const columns = Object.keys(row)
  const names = columns.map((name) => `"${name}"`).join(', ')
  return target.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`)
}
