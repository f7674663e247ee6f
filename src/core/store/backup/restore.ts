import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { OperatorError } from '../../../knowledge/fault.ts'
import { makeDirectory } from '../../make-directory.ts'
import { sqlitePath } from '../database-url.ts'
import { faultOf } from '../fault.ts'
import { migrate } from '../migrate.ts'
import { applicationName, postgresDialect, reachPostgres } from '../postgres.ts'
import { sqliteDialect } from '../sqlite.ts'
import type { Tables } from '../tables.ts'
import { countRows, openBackup } from './backup-file.ts'
import { writeRows, type Row } from './postgres-rows.ts'
import { haltMailings } from './halt-mailings.ts'

/** What a restoration came to. `setAside`: where the file that was there before is now. */
export type Restored = { readonly rows: number; readonly halted: number; readonly setAside: string | undefined }

/** How a restoration is to be done. `replace`: also where the database holds something. */
type Manner = { readonly replace: boolean; readonly now: Date }

/**
 * Puts a back-up, of this version or an older one, into the database of a `DATABASE_URL`; nobody may use it meanwhile.
 * What was being sent when the back-up was made is paused. It is done wholly or not at all. Throws an OperatorError.
 */
export async function restore(url: string, file: string, manner: Manner): Promise<Restored> {
  const path = sqlitePath(url)
  const ofPlace = (error: unknown): OperatorError => (path === undefined ? refuseRoom(error) : faultOf(url, error))
  lookInto(file)
  const room = makeRoom(path, ofPlace)
  try {
    const prepared = await prepare(file, manner.now, join(room, 'restoring.db'), ofPlace)
    return path === undefined ? await fillPostgres(url, prepared, manner) : putInPlace(path, prepared, manner)
  } catch (error) {
    throw error instanceof OperatorError ? error : faultOf(url, error)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

type Prepared = { readonly copy: string; readonly rows: number; readonly halted: number }

/** Throws an OperatorError for what is no back-up. */
function lookInto(file: string): void {
  try {
    openBackup(file)[Symbol.dispose]()
  } catch (error) {
    throw refuse(file, error)
  }
}

/** A directory for a copy, for its owner alone: beside the SQLite file that the copy is to become, else in /tmp. */
function makeRoom(path: string | undefined, ofPlace: (error: unknown) => OperatorError): string {
  try {
    if (path !== undefined) makeDirectory(dirname(path))
    return mkdtempSync(path === undefined ? join(tmpdir(), 'jauap-') : `${path}.restoring-`)
  } catch (error) {
    throw ofPlace(error)
  }
}

/** Copies a back-up, brings the copy's tables up to date, and halts its mailings. */
async function prepare(
  file: string,
  now: Date,
  copy: string,
  ofPlace: (error: unknown) => OperatorError,
): Promise<Prepared> {
  try {
    copyFileSync(file, copy)
  } catch (error) {
    throw ofPlace(error)
  }
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(copy) })
    await migrate(db, 'sqlite').finally(() => db.destroy())
    using database = new DatabaseSync(copy)
    const halted = haltMailings(database, now)
    // One file, without another beside it.
    database.exec('pragma journal_mode = delete')
    return { copy, halted, rows: countRows(copy) }
  } catch (error) {
    throw refuse(file, error)
  }
}

function putInPlace(path: string, { copy, rows, halted }: Prepared, { replace, now }: Manner): Restored {
  let setAside: string | undefined
  if (existsSync(path)) {
    if (isUsed(path)) throw new OperatorError(`${path} is being used; stop the program first, then restore`)
    if (!replace && !isEmpty(path)) throw refuseToReplace(path)
    setAside = `${path}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`
    for (const end of ['', '-wal', '-shm'])
      if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${setAside}${end}`)
  }
  renameSync(copy, path)
  return { rows, halted, setAside }
}

/** Whether another process has it open: then its write-ahead log can't be given up. Nobody uses a damaged file. */
function isUsed(path: string): boolean {
  try {
    using database = new DatabaseSync(path)
    database.exec('pragma journal_mode = delete')
    return false
  } catch (error) {
    return error instanceof Error && /locked|busy/.test(error.message)
  }
}

function isEmpty(path: string): boolean {
  try {
    return countRows(path) === 0
  } catch {
    return false
  }
}

async function fillPostgres(url: string, { copy, rows, halted }: Prepared, { replace }: Manner): Promise<Restored> {
  await reachPostgres(url)
  await using db = new Kysely<Tables>({ dialect: postgresDialect(url) })
  await migrate(db, 'postgres')
  using backup = openBackup(copy)
  await db.transaction().execute(async (trx) => {
    const { rows: others } = await sql`
      select pid from pg_stat_activity
      where datname = current_database() and application_name like 'jauap %' and application_name <> ${applicationName}
    `.execute(trx)
    if (others.length > 0) throw new OperatorError('The database is being used; stop the program first, then restore')
    let held = 0
    for (const table of backup.tables.toReversed()) {
      const { numDeletedRows } = await trx.deleteFrom(table as 'people').executeTakeFirst()
      held += Number(numDeletedRows)
    }
    if (held > 0 && !replace) throw refuseToReplace('The database')
    for (const table of backup.tables) {
      const stored = backup.database.prepare(`select * from "${table}"`).iterate() as Iterable<Row>
      await writeRows(trx, table, stored)
    }
  })
  return { rows, halted, setAside: undefined }
}

function refuseToReplace(what: string): OperatorError {
  return new OperatorError(
    `${what} holds something already; to put the back-up in its place, say --replace (and make a back-up of it first)`,
  )
}

function refuse(file: string, error: unknown): OperatorError {
  const message = `${file} can't be restored: ${reasonOf(error)}; name a file that "npm run backup" wrote`
  return new OperatorError(message, { cause: error })
}

function refuseRoom(error: unknown): OperatorError {
  const message = `The back-up can't be copied to ${tmpdir()}: ${reasonOf(error)}; make room there, or set TMPDIR`
  return new OperatorError(message, { cause: error })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
