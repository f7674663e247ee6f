import { sql, type Kysely } from 'kysely'

/** The tables as this step finds and fills them, as far as it does. */
type Following = {
  topics: { id: number; kk: string | null; ru: string | null; en: string | null; ended_at: string | null }
  destinations: { id: number; topics: string }
  mailings: { id: number; audience: string | null }
}

/**
 * Topics of announcements become things that organizers name. Until now a topic was any word that somebody followed or
 * addressed: each such word is the name of a topic from now on, in the language that its letters are of, and is
 * replaced by the number of that topic.
 */
export async function createTopics(db: Kysely<any>, serial: 'integer' | 'serial'): Promise<void> {
  await db.schema
    .createTable('topics')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('kk', 'text')
    .addColumn('ru', 'text')
    .addColumn('en', 'text')
    .addColumn('before', 'text')
    .addColumn('named_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await nameWords(db)
  await askForTopics(db)
}

/** An organizer can be asked for the names of a topic, where there is no announcement. */
async function askForTopics(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('inputs_now')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('announcement', 'integer', (column) => column.references('mailings.id'))
    .addColumn('topic', 'text')
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inputs_one_each', ['platform', 'person'])
    .execute()
  const columns = ['platform', 'person', 'announcement', 'field', 'text', 'at']
  await db.insertInto('inputs_now').columns(columns).expression(db.selectFrom('inputs').select(columns)).execute()
  await db.schema.dropTable('inputs').execute()
  await db.schema.alterTable('inputs_now').renameTo('inputs').execute()
}

async function nameWords(db: Kysely<any>): Promise<void> {
  const typed = db as Kysely<Following>
  const destinations = await typed
    .selectFrom('destinations')
    .select(['id', 'topics'])
    .where('topics', '<>', '')
    .execute()
  const mailings = (
    await typed.selectFrom('mailings').select(['id', 'audience']).where('audience', 'like', '%"topics"%').execute()
  ).map(({ id, audience }) => ({ id, audience: JSON.parse(audience!) as { topics?: string[] } }))
  const words = new Set([
    ...destinations.flatMap(({ topics }) => topics.split(',').filter(Boolean)),
    ...mailings.flatMap(({ audience }) => audience.topics ?? []),
  ])
  const ids = new Map<string, string>()
  for (const word of [...words].toSorted()) {
    const name = { kk: null, ru: null, en: null, [languageOf(word)]: word }
    const row = { ...name, before: null, named_at: new Date(0).toISOString(), ended_at: null }
    const { id } = await db.insertInto('topics').values(row).returning('id').executeTakeFirstOrThrow()
    ids.set(word, String(id))
  }
  for (const { id, topics } of destinations) {
    const followed = topics.split(',').flatMap((word) => ids.get(word) ?? [])
    await sql`update destinations set topics = ${`,${followed.join(',')},`} where id = ${id}`.execute(db)
  }
  for (const { id, audience } of mailings) {
    const topics = audience.topics?.flatMap((word) => ids.get(word) ?? [])
    await sql`update mailings set audience = ${JSON.stringify({ ...audience, topics })} where id = ${id}`.execute(db)
  }
}

/** By its letters alone: Latin, those that only Kazakh has, other Cyrillic. */
function languageOf(word: string): 'kk' | 'ru' | 'en' {
  if (/[әғқңөұүһі]/i.test(word)) return 'kk'
  return /\p{Script=Cyrillic}/u.test(word) ? 'ru' : 'en'
}
