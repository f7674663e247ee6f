import pg from 'pg'
import { OperatorError } from '../../knowledge/fault.ts'
import { engineOf, sqlitePath, type DatabaseEngine } from './database-url.ts'
import { NewerDatabaseError } from './migrate.ts'

/** A database that can't be used. The message names it and what to do. */
export class StoreError extends OperatorError {
  override readonly name = 'StoreError'
}

/** Whether an error came from a database, whatever was being done with it. */
export function isDatabaseFault(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR')
  )
}

/** What is wrong with a database, by its address without the password, and what to do. */
export function faultOf(url: string, error: unknown): StoreError {
  const remedy = error instanceof NewerDatabaseError ? remedyForNewer : remedyFor(engineOf(url))
  return new StoreError(`The database ${withoutPassword(url)} can't be used: ${reasonOf(error)}.\n${remedy}`, {
    cause: error,
  })
}

const remedyForNewer =
  'Run that version, or restore a back-up that was made before the upgrade: npm run restore -- FILE --replace ' +
  '(docs/operations.md).'

/** The address as it may be shown: "postgres://jauap@db.example/jauap". */
function withoutPassword(url: string): string {
  // A path is shown as it was written, not as a URL encodes it.
  if (sqlitePath(url) !== undefined) return url
  if (!URL.canParse(url)) return url.replace(/:[^:@/]*@/, '@')
  const shown = new URL(url)
  shown.password = ''
  shown.searchParams.delete('password')
  return shown.href
}

function reasonOf(error: unknown): string {
  // A refused connection is an AggregateError of one attempt per address, without a message of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}

function remedyFor(engine: DatabaseEngine): string {
  return engine === 'sqlite'
    ? 'Check that the file is a database of Jauap, that its directory may be written and that the disk has room; ' +
        'if it is damaged, restore a back-up (docs/operations.md); or set DATABASE_URL to another file (sqlite:PATH).'
    : 'Check that the server runs and that DATABASE_URL names its address, user, password and database ' +
        '(postgres://USER:PASSWORD@HOST:PORT/DATABASE).'
}
