import { sql, type Kysely, type Selectable } from 'kysely'
import { languages } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import type { Topic } from '../mailing/topic.ts'
import { nobody, type Following, type TopicStore } from '../mailing/topic-store.ts'
import { writtenIn } from '../mailing/content.ts'
import type { NewMailing } from '../mailing/mailing.ts'
import { destinationsWithLanguages, holds, languagesOfDestination } from './audience.ts'
import { addRecipients, scheduleNew } from './recipients.ts'
import { readTopics } from './rows.ts'
import type { Tables } from './tables.ts'

/** Topics of announcements. `changed` is called when there is something to send. */
export function storeTopics(db: Kysely<Tables>, changed: () => void): TopicStore {
  return {
    async all() {
      const rows = await db.selectFrom('topics').selectAll().orderBy('id').execute()
      return rows.map(topicOf)
    },
    async add(name, now) {
      const row = { ...columnsOf(name), before: null, named_at: now.toISOString(), ended_at: null }
      return topicOf(await db.insertInto('topics').values(row).returningAll().executeTakeFirstOrThrow())
    },
    rename: (id, name) => db.transaction().execute((trx) => rename(trx, Number(id), name)),
    async end(id, notice, now) {
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('topics').set({ ended_at: now.toISOString() }).where('id', '=', Number(id)).execute()
        await tell(trx, id, notice, now)
      })
      changed()
    },
    following: () => following(db),
    async tell(id, mailing, now) {
      await db.transaction().execute((trx) => tell(trx, id, mailing, now))
      changed()
    },
  }
}

/** Within a transaction: see TopicStore. */
async function tell(trx: Kysely<Tables>, id: string, mailing: NewMailing, now: Date): Promise<void> {
  const rows = await destinationsWithLanguages(trx)
    .where('destinations.standing', '=', 'active')
    .where('destinations.kind', '=', 'person')
    .where(holds(sql`destinations.topics`, id))
    .where(languagesOfDestination, 'in', writtenIn(mailing.content))
    .select('destinations.id as destination')
    .execute()
  if (rows.length > 0) await addRecipients(trx, await scheduleNew(trx, mailing, now), rows)
  await trx.updateTable('topics').set({ before: null }).where('id', '=', Number(id)).execute()
}

/** What it was called when its followers were last told stays known until they are told again. */
async function rename(trx: Kysely<Tables>, id: number, name: Localised): Promise<void> {
  const row = await trx.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return
  const told = row.before ?? JSON.stringify(topicOf(row).name)
  const before = told === JSON.stringify(name) ? null : told
  await trx
    .updateTable('topics')
    .set({ ...columnsOf(name), before, ended_at: null })
    .where('id', '=', id)
    .execute()
}

async function following(db: Kysely<Tables>): Promise<ReadonlyMap<string, Following>> {
  const rows = await db
    .selectFrom('destinations')
    .where('standing', '=', 'active')
    .where('topics', '<>', '')
    .select(['kind', 'topics', sql<number>`count(*)`.as('n')])
    .groupBy(['kind', 'topics'])
    .execute()
  const found = new Map<string, Following>()
  for (const { kind, topics, n } of rows)
    for (const id of readTopics(topics)) {
      const { people, chats } = found.get(id) ?? nobody
      found.set(id, kind === 'person' ? { people: people + n, chats } : { people, chats: chats + n })
    }
  return found
}

function topicOf({ id, before, ended_at, ...names }: Selectable<Tables['topics']>): Topic {
  return {
    id: String(id),
    name: Object.fromEntries(languages.flatMap((one) => (names[one] === null ? [] : [[one, names[one]]]))),
    before: before === null ? undefined : (JSON.parse(before) as Localised),
    ended: ended_at !== null,
  }
}

function columnsOf({ kk = null, ru = null, en = null }: { readonly [language in keyof Localised]?: string | null }) {
  return { kk, ru, en }
}
