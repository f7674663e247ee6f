import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { OperatorError } from '../../knowledge/fault.ts'
import type { DestinationStore } from '../announcements/destination.ts'
import type { Ledger, Outbox } from '../announcements/ledger.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import type { PeopleStore } from '../people/people.ts'
import { storeAnnouncements } from './announcements.ts'
import { storeDestinations } from './destinations.ts'
import { storeFeedback } from './feedback.ts'
import { migrate, type Engine } from './migrate.ts'
import { storeOutbox } from './outbox.ts'
import { storePeople } from './people.ts'
import { postgresDialect } from './postgres.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'
import { storeTelegramUpdates, type TelegramUpdates } from './telegram-updates.ts'

const graceMs = 3000

/** A database that can't be used. The message names it and what to do. */
class StoreError extends OperatorError {
  override readonly name = 'StoreError'
}

/** What is remembered between one start and the next, by feature. */
export type Store = AsyncDisposable & {
  readonly people: PeopleStore
  readonly feedback: FeedbackStore
  readonly telegramUpdates: TelegramUpdates
  readonly destinations: DestinationStore
  readonly ledger: Ledger
  readonly outbox: Outbox
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
}

/** Opens the database of a `DATABASE_URL` (`sqlite:PATH` or `postgres://…`) with its tables up to date. Throws a StoreError. */
export async function openStore(url: string): Promise<Store> {
  const engine: Engine = url.startsWith('sqlite:') ? 'sqlite' : 'postgres'
  const db = new Kysely<Tables>({ dialect: engine === 'sqlite' ? sqliteDialect(url.slice('sqlite:'.length)) : postgresDialect(url) })
  try {
    await migrate(db, engine)
  } catch (error) {
    // Closing what never opened may fail as well; only the first reason helps.
    await db.destroy().catch(() => {})
    throw new StoreError(`The database ${withoutPassword(url)} can't be used: ${reasonOf(error)}.\n${remedyFor(engine)}`, { cause: error })
  }
  return {
    people: storePeople(db),
    feedback: storeFeedback(db),
    telegramUpdates: storeTelegramUpdates(db),
    destinations: storeDestinations(db),
    ledger: storeAnnouncements(db),
    outbox: storeOutbox(db, engine),
    ping: async () => void (await sql`select 1`.execute(db)),
    // A query that hangs must not hold up the end.
    [Symbol.asyncDispose]: () => Promise.race([db.destroy(), pause(graceMs, undefined, { ref: false })]),
  }
}

/** The address as it may be shown: "postgres://jauap@db.example/jauap". */
function withoutPassword(url: string): string {
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

function remedyFor(engine: Engine): string {
  return engine === 'sqlite'
    ? 'Check that the file is a database of Jauap, that its directory may be written and that the disk has room, or set DATABASE_URL to another file (sqlite:PATH).'
    : 'Check that the server runs and that DATABASE_URL names its address, user, password and database (postgres://USER:PASSWORD@HOST:PORT/DATABASE).'
}
