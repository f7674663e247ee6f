import { sql, type Kysely } from 'kysely'
import type { Audience } from '../announcements/announcement.ts'
import type { AudienceShare, CopyShape, DeliveryRecord, FigureStore, Tally } from '../announcements/figure-store.ts'
import { destinationsOf, languagesOfDestination } from './audience.ts'
import { readLanguages, storedMoment } from './rows.ts'
import { standingColumns, standingOf, standingSelection } from './standings.ts'
import type { Tables } from './tables.ts'

/** Figures of what was sent and of whom it would come to. */
export function storeFigures(db: Kysely<Tables>): FigureStore {
  return {
    count: (audience) => count(db, audience),
    tally: (id) => tally(db, id),
    records: (id, after, most) => records(db, id, after, most),
    async named(id, most) {
      const rows = await deliveriesOf(db, id)
        .where((is) => is.or([is('deliveries.note', 'is not', null), is('deliveries.reason', 'is not', null)]))
        .where('deliveries.state', 'in', ['sent', 'failed', 'uncertain'])
        .where('destinations.kind', '<>', 'person')
        .where('destinations.title', 'is not', null)
        .select(['destinations.title', 'deliveries.note', 'deliveries.reason'])
        .orderBy('deliveries.id')
        .limit(most)
        .execute()
      return rows.flatMap(({ title, note, reason }) =>
        [note, reason].flatMap((why) => (why === null ? [] : [{ title: title!, reason: why }])),
      )
    },
    shapes: (id) => shapes(db, id),
    async sentSince(id, since) {
      const { n } = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('mailing', '=', Number(id))
        .where('sent_at', '>=', since.toISOString())
        .executeTakeFirstOrThrow()
      return n
    },
    async holds(now) {
      const rows = await db.selectFrom('holds').selectAll().where('until', '>', now.toISOString()).execute()
      return rows.map(({ platform, until, why }) => ({ platform, until: new Date(until), why }))
    },
  }
}

async function count(db: Kysely<Tables>, audience: Audience): Promise<AudienceShare[]> {
  const rows = await destinationsOf(db, audience)
    .select([
      'destinations.platform',
      'destinations.kind',
      languagesOfDestination.as('languages'),
      sql<number>`count(*)`.as('n'),
    ])
    .groupBy(['destinations.platform', 'destinations.kind', languagesOfDestination])
    .orderBy('n', 'desc')
    .execute()
  return rows.map(({ platform, kind, languages, n }) => ({
    platform,
    kind,
    languages: readLanguages(languages),
    count: n,
  }))
}

async function tally(db: Kysely<Tables>, id: string): Promise<Tally[]> {
  const shared = [
    'deliveries.platform',
    'destinations.kind',
    'deliveries.languages',
    'deliveries.note',
    'deliveries.reason',
  ] as const
  const rows = await deliveriesOf(db, id)
    .select([...shared, ...standingSelection, sql<number>`count(*)`.as('n')])
    .groupBy([...shared, ...standingColumns])
    .orderBy('n', 'desc')
    .execute()
  return rows.map((row): Tally => ({ ...standingOf(row), platform: row.platform, kind: row.kind, count: row.n }))
}

async function shapes(db: Kysely<Tables>, id: string): Promise<CopyShape[]> {
  const shared = ['deliveries.platform', 'destinations.kind', 'deliveries.languages', 'deliveries.planned'] as const
  const rows = await deliveriesOf(db, id)
    .where('deliveries.messages', '<>', '[]')
    .where('deliveries.planned', 'is not', null)
    .select([...shared, sql<number>`count(*)`.as('n')])
    .groupBy(shared)
    .orderBy('n', 'desc')
    .execute()
  return rows.map(({ platform, kind, languages, planned, n }) => ({
    platform,
    kind,
    languages: readLanguages(languages),
    messages: planned!,
    count: n,
  }))
}

async function records(db: Kysely<Tables>, id: string, after: number, most: number): Promise<DeliveryRecord[]> {
  const rows = await deliveriesOf(db, id)
    .where('deliveries.id', '>', after)
    .select([
      'deliveries.id',
      'deliveries.platform',
      'deliveries.languages',
      'deliveries.note',
      'deliveries.reason',
      'deliveries.attempts',
      'deliveries.doubts',
      'deliveries.messages',
      'deliveries.sent_at',
    ])
    .select(['destinations.kind', 'destinations.chat', 'destinations.thread', 'destinations.title'])
    .select(standingSelection)
    .orderBy('deliveries.id')
    .limit(most)
    .execute()
  return rows.map((row): DeliveryRecord => ({
    ...standingOf(row),
    platform: row.platform,
    kind: row.kind,
    delivery: row.id,
    chat: row.chat,
    thread: row.thread,
    title: row.title ?? undefined,
    attempts: row.attempts,
    doubts: row.doubts,
    messages: JSON.parse(row.messages) as string[],
    sentAt: storedMoment(row.sent_at),
  }))
}

function deliveriesOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('deliveries')
    .innerJoin('destinations', 'destinations.id', 'deliveries.destination')
    .where('deliveries.mailing', '=', Number(id))
}
