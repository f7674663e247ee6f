import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import type { AnnouncementStore } from '../announcements/announcement-store.ts'
import type { FigureStore } from '../announcements/figure-store.ts'
import type { FileStore } from '../announcements/file.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import type { NoticeBoard } from '../mailing/notices.ts'
import type { Outbox } from '../mailing/outbox.ts'
import type { EngineParts } from '../mailing/engine.ts'
import type { ScheduleStore } from '../mailing/scheduler.ts'
import type { AlbumStore } from '../organizers/writing/albums.ts'
import type { PromptStore } from '../organizers/writing/entry-prompts.ts'
import type { NoticeInbox } from '../organizers/progress.ts'
import type { WatchStore } from '../organizers/watch.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import type { PeopleStore } from '../people/people.ts'
import type { StarStore } from '../stars/star.ts'
import { readAgenda } from './agenda.ts'
import { storeAnnouncements } from './announcements.ts'
import { createChanges, type Changes } from './changes.ts'
import { storeClaims, type Claims } from './claims.ts'
import { storeDestinations } from './destinations.ts'
import { engineOf, sqlitePath, type DatabaseEngine } from './database-url.ts'
import { faultOf, isDatabaseFault } from './fault.ts'
import { storeFeedback } from './feedback.ts'
import { storeFigures } from './figures.ts'
import { storeFiles } from './files.ts'
import { migrate } from './migrate.ts'
import { storeNotices } from './notices.ts'
import { storeOutbox } from './outbox.ts'
import { storePeople } from './people.ts'
import { postgresDialect, reachPostgres } from './postgres.ts'
import { storeAlbums } from './albums.ts'
import { storePrompts } from './prompts.ts'
import { storeSchedule } from './schedule.ts'
import { sqliteDialect } from './sqlite.ts'
import { storeStars } from './stars.ts'
import type { Tables } from './tables.ts'
import { storeTopics } from './topics.ts'
import { storeTelegramUpdates, type TelegramUpdates } from './telegram-updates.ts'
import { storeWatches } from './watches.ts'

const graceMs = 3000

/** What is remembered between one start and the next, by feature. */
export type Store = AsyncDisposable & {
  readonly people: PeopleStore
  readonly feedback: FeedbackStore
  readonly telegramUpdates: TelegramUpdates
  readonly claims: Claims
  readonly destinations: DestinationStore
  readonly topics: TopicStore
  readonly announcements: AnnouncementStore
  readonly figures: FigureStore
  readonly files: FileStore
  readonly albums: AlbumStore
  readonly prompts: PromptStore
  readonly watches: WatchStore
  readonly notices: NoticeBoard & NoticeInbox
  readonly stars: StarStore
  readonly schedule: ScheduleStore
  readonly outbox: Outbox
  readonly readAgenda: EngineParts['readAgenda']
  /** Told of every write in this process after which there may be something to do; returns how to be told no more. */
  readonly onChange: Changes['onChange']
  /** Throws a StoreError if the database is damaged, or nothing can be written to it. */
  readonly probe: () => Promise<void>
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
}

/** Does something with a database, and closes it. What goes wrong with the database is a StoreError. */
export async function withStore<T>(url: string, use: (store: Store) => Promise<T>): Promise<T> {
  await using store = await openStore(url)
  try {
    return await use(store)
  } catch (error) {
    throw isDatabaseFault(error) ? faultOf(url, error) : error
  }
}

/**
 * Opens the database of a `DATABASE_URL` (`sqlite:PATH` or `postgres://…`) with its tables up to date. `onQuery` is
 * told of every statement that is run after that. Throws a StoreError.
 */
export async function openStore(url: string, onQuery: (statement: string) => void = () => {}): Promise<Store> {
  const engine = engineOf(url)
  const path = sqlitePath(url)
  let isOpen = false
  const db = new Kysely<Tables>({
    dialect: path === undefined ? postgresDialect(url) : sqliteDialect(path),
    log: ({ query }) => {
      if (isOpen) onQuery(query.sql)
    },
  })
  try {
    if (engine === 'postgres') await reachPostgres(url)
    await migrate(db, engine)
  } catch (error) {
    // Closing what never opened may fail as well; only the first reason helps.
    await db.destroy().catch(() => {})
    throw faultOf(url, error)
  }
  isOpen = true
  return {
    ...portsOn(db, engine),
    async probe() {
      try {
        await probe(db, engine)
      } catch (error) {
        throw faultOf(url, error)
      }
    },
    ping: async () => void (await sql`select 1`.execute(db)),
    // A query that hangs must not hold up the end.
    [Symbol.asyncDispose]: () => Promise.race([db.destroy(), pause(graceMs, undefined, { ref: false })]),
  }
}

function portsOn(
  db: Kysely<Tables>,
  engine: DatabaseEngine,
): Omit<Store, 'probe' | 'ping' | typeof Symbol.asyncDispose> {
  const { changed, onChange } = createChanges()
  return {
    announcements: storeAnnouncements(db, engine, changed),
    figures: storeFigures(db),
    files: storeFiles(db),
    albums: storeAlbums(db),
    prompts: storePrompts(db),
    watches: storeWatches(db, changed),
    people: storePeople(db),
    feedback: storeFeedback(db),
    telegramUpdates: storeTelegramUpdates(db),
    claims: storeClaims(db),
    destinations: storeDestinations(db),
    topics: storeTopics(db, changed),
    notices: storeNotices(db, engine, changed),
    stars: storeStars(db, engine, changed),
    schedule: storeSchedule(db, engine, changed),
    outbox: storeOutbox(db, engine),
    readAgenda: (now, waitsSince) => readAgenda(db, now, waitsSince),
    onChange,
  }
}

/** Proves that the database is whole and can be written. */
async function probe(db: Kysely<Tables>, engine: DatabaseEngine): Promise<void> {
  if (engine === 'sqlite') {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
    if (rows[0]?.quick_check !== 'ok')
      throw new Error(`damaged (${rows[0]?.quick_check.replaceAll('\n', ' ') ?? 'unknown'})`)
  }
  // In containers every program has the same process id.
  const id = `probe ${randomUUID()}`
  await db.insertInto('workers').values({ id, platform: 'telegram', seen_at: '' }).execute()
  await db.deleteFrom('workers').where('id', '=', id).execute()
}
