import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Kysely, sql, type Generated } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Entered } from '../../../src/core/organizers/writing/entry-prompts.ts'
import type { DatabaseEngine } from '../../../src/core/store/database-url.ts'
import { migrate } from '../../../src/core/store/migrate.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { postgresDialect } from '../../../src/core/store/postgres.ts'
import { sqliteDialect } from '../../../src/core/store/sqlite.ts'
import { anEmptyPostgresDatabase } from '../../support/databases.ts'
import { aDirectory } from '../../support/packs.ts'
import { enqueue } from '../../support/enqueue.ts'

const now = new Date('2026-04-22T09:00:00Z')
const time = now.toISOString()
const soon = new Date('2026-04-22T10:00:00Z')

/** The tables as the second migration left them, as far as this test fills them. */
type Before = {
  announcements: Record<string, string | number | null>
  destinations: Record<string, string | number | null>
  deliveries: Record<string, string | number | null>
  reminders: { announcement: number; destination: number }
  acts: Record<string, string | number | null>
  attachments: { id: Generated<number>; name: string; type: string; bytes: Uint8Array }
  inputs: Record<string, string | number | null>
}

function anAnnouncement(origin: string, urgency: string, changes: Record<string, string> = {}) {
  const content = JSON.stringify({ title: { en: 'Hall' }, body: {} })
  const audience = JSON.stringify(origin === 'organizer' ? { platforms: ['telegram'] } : {})
  return { origin, urgency, content, audience, state: 'draft', version: 1, author: 'x', created_at: time, ...changes }
}

/** A database of the version before, with announcements, a reminder that two people wait for, and one that was sent. */
async function aDatabaseOfBefore(url: string, engine: DatabaseEngine): Promise<void> {
  const db = openDatabase(url, engine)
  await migrate(db, engine, '0002-announcements')
  const destination = { platform: 'telegram', kind: 'person', hint: 'en', standing: 'active', changed_at: time }
  await db
    .insertInto('destinations')
    .values(['1', '2'].map((chat) => ({ ...destination, chat, thread: '', publishes: 0, topics: '' })))
    .execute()
  const waiting = { state: 'scheduled', start_at: soon.toISOString(), occasion: 'res-2026 summit 2026-04-23 day' }
  await db
    .insertInto('announcements')
    .values([anAnnouncement('organizer', 'routine'), anAnnouncement('organizer', 'urgent', { state: 'sent' })])
    .execute()
  await db
    .insertInto('announcements')
    .values(anAnnouncement('reminder', 'routine', waiting))
    .execute()
  await db
    .insertInto('reminders')
    .values([1, 2].map((destination) => ({ announcement: 3, destination })))
    .execute()
  const sent = { state: 'sent', sent_at: time, version: 1, tried_version: 1, messages: '["7"]' }
  await db
    .insertInto('deliveries')
    .values({
      announcement: 2,
      destination: 1,
      platform: 'telegram',
      languages: 'en',
      priority: 1,
      task: 'send',
      attempts: 0,
      doubts: 0,
      ...sent,
    })
    .execute()
  // One of two has a file, which carried no size.
  await db
    .insertInto('attachments')
    .values({ name: 'plan.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 255]) })
    .execute()
  const attachment = { id: '1', name: 'plan.pdf', type: 'application/pdf' }
  await db
    .updateTable('announcements')
    .set({ content: JSON.stringify({ title: { en: 'Hall' }, body: {}, attachment }) })
    .where('id', '=', 2)
    .execute()
  await db.insertInto('acts').values({ announcement: 2, act: 'create', who: 'x', at: time }).execute()
  await db
    .insertInto('inputs')
    .values({
      platform: 'telegram',
      person: '9',
      announcement: 1,
      field: 'kk',
      text: JSON.stringify({ text: 'Hall B', file: attachment }),
      at: time,
    })
    .execute()
  await db.destroy()
}

async function anAddress(engine: DatabaseEngine): Promise<string> {
  return engine === 'sqlite' ? `sqlite:${join(aDirectory({}), `${randomUUID()}.db`)}` : anEmptyPostgresDatabase()
}

/** Runs a statement on a database that nobody has open. */
async function runOn(url: string, engine: DatabaseEngine, statement: string): Promise<void> {
  const db = openDatabase(url, engine)
  await sql.raw(statement).execute(db)
  await db.destroy()
}

function openDatabase(url: string, engine: DatabaseEngine): Kysely<Before> {
  const dialect = engine === 'sqlite' ? sqliteDialect(url.slice('sqlite:'.length)) : postgresDialect(url)
  return new Kysely<Before>({ dialect })
}

test.for(['sqlite', 'postgres'] as const)('a database of a newer version is refused by name, on %s', async (engine) => {
  const url = await anAddress(engine)
  await openStore(url).then((store) => store[Symbol.asyncDispose]())
  await runOn(url, engine, `insert into kysely_migration (name, timestamp) values ('0999-later', '2027')`)
  await expect(openStore(url)).rejects.toThrow(
    /a newer version of Jauap has changed its tables \(0999-later\)[^]*restore/,
  )
})

describe.for(['sqlite', 'postgres'] as const)('a database of the version before, on %s', (engine) => {
  test('is as before after an upgrade that broke off, and can be upgraded then', async () => {
    const url = await anAddress(engine)
    await aDatabaseOfBefore(url, engine)
    // What the last step of the upgrade is about to make is in its way.
    await runOn(url, engine, 'create index deliveries_by_mailing on acts (who)')
    await expect(openStore(url)).rejects.toThrow(/deliveries_by_mailing/)
    const before = openDatabase(url, engine)
    expect(await before.selectFrom('reminders').selectAll().execute()).toHaveLength(2)
    expect(await before.selectFrom('announcements').select('urgency').execute()).toHaveLength(3)
    await before.destroy()
    await runOn(url, engine, 'drop index deliveries_by_mailing')
    await using store = await openStore(url)
    expect(await store.announcements.list(10)).toHaveLength(2)
    expect((await store.schedule.find('3'))?.policy.late).toBe('drop')
  })

  test('is taken over: each mailing has the policy that its origin implied, and all else is kept', async () => {
    const url = await anAddress(engine)
    await aDatabaseOfBefore(url, engine)
    await using store = await openStore(url)
    const organizers = { late: 'ask', tell: 'author', trouble: 'pause' }
    expect(await store.announcements.list(10)).toMatchObject([
      {
        id: '2',
        urgency: 'urgent',
        audience: { platforms: ['telegram'] },
        policy: { ...organizers, quietHours: 'ignore', sound: 'loud', priority: 'urgent' },
      },
      {
        id: '1',
        urgency: 'routine',
        policy: { ...organizers, quietHours: 'wait', sound: 'silent', priority: 'routine' },
      },
    ])
    expect((await store.schedule.find('3'))?.policy).toEqual({
      quietHours: 'ignore',
      late: 'drop',
      sound: 'loud',
      tell: 'nobody',
      trouble: 'hold',
      priority: 'routine',
    })
    // Files have become a list.
    const attachments = [{ id: '1', name: 'plan.pdf', type: 'application/pdf', size: 3 }]
    expect((await store.announcements.find('2'))!.content).toEqual({ title: { en: 'Hall' }, body: {}, attachments })
    expect((await store.announcements.find('1'))!.content).toEqual({ title: { en: 'Hall' }, body: {} })
    const entered = await store.prompts.latest({ platform: 'telegram', id: '9' }, now)
    expect(entered).toMatchObject({ announcement: '1' })
    expect(JSON.parse((entered as Entered).text)).toEqual({ text: 'Hall B', files: attachments })
    expect(await store.announcements.acts('2')).toMatchObject([{ act: 'create', who: 'x' }])
    expect(await store.figures.records('2', 0, 9)).toMatchObject([{ chat: '1', outcome: 'sent', messages: ['7'] }])
    // What people wait to be reminded of is theirs from now on.
    expect(await store.stars.of({ platform: 'telegram', chat: '2' })).toEqual([
      { pack: 'res-2026', entry: 'summit', reminds: true },
    ])
    expect(await store.stars.seen('res-2026')).toEqual([{ entry: 'summit', seen: '' }])
    // Who waited for the reminder gets it, and can't ask for it twice.
    const [due] = await store.schedule.due(soon)
    const key = `res-2026 summit 2026-04-23 day ${soon.toISOString()}`
    await enqueue(store, key, { ...due!, origin: 'reminder', askedFor: true, startAt: soon }, { destination: 2 }, now)
    // What was asked for comes to whoever has ended announcements, too.
    await store.destinations.unsubscribe({ platform: 'telegram', chat: '1' }, 'left', 'unsubscribed', now)
    await store.schedule.start(due!.id, soon, { act: 'start', who: 'jauap', at: now })
    const leased = await store.outbox.lease({ id: 'w', platform: 'telegram' }, 9, now)
    expect(leased.map(({ mailing, destination: { chat } }) => [mailing, chat])).toEqual([
      ['3', '1'],
      ['3', '2'],
    ])
  })
})

test.for(['sqlite', 'postgres'] as const)(
  'words that were followed become topics with a name, on %s',
  async (engine) => {
    const url = await anAddress(engine)
    const db = openDatabase(url, engine) as Kysely<any>
    await migrate(db, engine, '0008-stars')
    const destination = { platform: 'telegram', kind: 'person', hint: 'en', standing: 'active', changed_at: time }
    const follows = [',press,көлік,', '', ',пресса,']
    await db
      .insertInto('destinations')
      .values(follows.map((topics, at) => ({ ...destination, chat: String(at), thread: '', publishes: 0, topics })))
      .execute()
    const content = JSON.stringify({ title: { en: 'Hall' }, body: {} })
    const mailing = { origin: 'organizer', state: 'draft', content, version: 1, author: 'x', created_at: time }
    await db
      .insertInto('mailings')
      .values({ ...mailing, policy: '{}', audience: JSON.stringify({ topics: ['press', 'transport'] }) })
      .execute()
    await db
      .insertInto('inputs')
      .values({ platform: 'telegram', person: '9', announcement: 1, field: 'kk', at: time })
      .execute()
    await db.destroy()
    await using store = await openStore(url)
    const topics = await store.topics.all()
    const ids = new Map(topics.map(({ id, name }) => [JSON.stringify(name), id]))
    expect(new Set(ids.keys())).toEqual(
      new Set(['{"en":"press"}', '{"en":"transport"}', '{"kk":"көлік"}', '{"ru":"пресса"}']),
    )
    const followed = await Promise.all(
      follows.map(async (_, at) => (await store.destinations.find({ platform: 'telegram', chat: String(at) }))!.topics),
    )
    expect(followed).toEqual([[ids.get('{"en":"press"}'), ids.get('{"kk":"көлік"}')], [], [ids.get('{"ru":"пресса"}')]])
    expect((await store.announcements.find('1'))!.audience).toEqual({
      topics: [ids.get('{"en":"press"}'), ids.get('{"en":"transport"}')],
    })
    expect(await store.prompts.latest({ platform: 'telegram', id: '9' }, now)).toMatchObject({ announcement: '1' })
  },
)
