import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { OperatorError } from '../../../knowledge/fault.ts'
import { faultOf } from '../fault.ts'
import { engineOf, migrate, migrationsOf } from '../migrate.ts'
import { postgresDialect, reachPostgres } from '../postgres.ts'
import { sqliteDialect } from '../sqlite.ts'
import type { Tables } from '../tables.ts'
import { countRows, openBackup } from './backup-file.ts'
import { readRows, type Row } from './postgres-rows.ts'

/** What a back-up came to. */
export type BackedUp = { readonly rows: number; readonly bytes: number }

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
  try {
    if (engineOf(url) === 'sqlite') copyDatabase(url.slice('sqlite:'.length), unfinished)
    else await copyFromPostgres(url, unfinished)
    // It holds what people are known by.
    chmodSync(unfinished, 0o600)
    const rows = countRows(unfinished)
    renameSync(unfinished, file)
    return { rows, bytes: statSync(file).size }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error instanceof OperatorError ? error : faultOf(url, error)
  }
}

/** In one read, which neither waits for writers nor holds them up: sqlite.org/lang_vacuum.html#vacuuminto */
function copyDatabase(path: string, file: string): void {
  if (!existsSync(path)) throw new Error('there is no such file yet')
  using source = new DatabaseSync(path, { timeout: 10_000 })
  source.prepare('vacuum into ?').run(file)
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
