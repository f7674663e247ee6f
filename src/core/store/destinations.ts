import { sql, type Kysely, type UpdateQueryBuilder, type UpdateResult } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type {
  ChatAddress,
  DestinationDecision,
  DestinationStore,
  Standing,
  StoredSubscription,
  Subscription,
  TopicChoice,
} from '../mailing/destination.ts'
import { letGo, letGoOfAnnouncements, record } from './consequences.ts'
import { readTopics, subscribedOf, writeLanguages, writeTopics } from './rows.ts'
import type { Tables } from './tables.ts'

/** Of the chats of one server. */
const mostNamed = 10

/** Chats that receive announcements. */
export function storeDestinations(db: Kysely<Tables>): DestinationStore {
  return {
    subscribe: (subscription, standing, now) => subscribe(db, subscription, standing, now),
    admit: (person, now) => admit(db, person, now),
    unsubscribe: (address, standing, reason, now) =>
      db.transaction().execute(async (trx) => {
        const chats = at(trx.updateTable('destinations'), address)
        const ended = { reason, changed_at: now.toISOString() }
        const going = standing === 'left' ? await leavePersonal(trx, chats, ended) : 0
        return going + (await end(trx, chats, { standing, ...ended }))
      }),
    groupGone: ({ platform, id }, reason, now) =>
      db.transaction().execute(async (trx) => {
        const chats = trx.updateTable('destinations').where('platform', '=', platform).where('group_id', '=', id)
        await end(trx, chats, { standing: 'gone', reason, changed_at: now.toISOString() })
      }),
    async goneFrom({ platform, id }) {
      const rows = await db
        .selectFrom('destinations')
        .select(['chat', 'title'])
        .where('platform', '=', platform)
        .where('group_id', '=', id)
        .where('standing', '=', 'gone')
        .orderBy('id')
        .limit(mostNamed)
        .execute()
      return rows.map(({ title, chat }) => title ?? chat)
    },
    async find(address) {
      const row = await at(db.selectFrom('destinations').selectAll(), {
        ...address,
        thread: address.thread ?? '',
      }).executeTakeFirst()
      return row && subscribedOf(row)
    },
    async byId(id) {
      const row = await db.selectFrom('destinations').selectAll().where('id', '=', id).executeTakeFirst()
      return row && subscribedOf(row)
    },
    async setLanguages(id, languages) {
      await db
        .updateTable('destinations')
        .set({ languages: languages === undefined ? null : writeLanguages(languages) })
        .where('id', '=', id)
        .execute()
    },
    choose: (id, choice) => choose(db, id, choice),
    decide: (id, decision, act) => db.transaction().execute((trx) => decide(trx, id, decision, act)),
    move: (from, to, now) => db.transaction().execute((trx) => moveDestinations(trx, from, to, now)),
  }
}

async function subscribe(
  db: Kysely<Tables>,
  subscription: Subscription,
  standing: Extract<Standing, 'active' | 'waiting'>,
  now: Date,
): Promise<StoredSubscription> {
  const { platform, chat, thread = '' } = subscription
  const { topics, ...columns } = columnsOf(subscription)
  // Who subscribes again without a word about topics keeps those of before.
  const changed = {
    ...columns,
    ...(subscription.topics === undefined ? {} : { topics }),
    standing,
    reason: null,
    changed_at: now.toISOString(),
  }
  const row = await db
    .insertInto('destinations')
    .values({ platform, chat, thread, topics, ...changed })
    .onConflict((conflict) => conflict.columns(['platform', 'chat', 'thread']).doUpdateSet(changed))
    .returningAll()
    .executeTakeFirstOrThrow()
  return subscribedOf(row)
}

function columnsOf({ kind, hint, languages, group, route, publishes, topics = [], title }: Subscription) {
  return {
    kind,
    hint,
    languages: languages === undefined ? null : writeLanguages(languages),
    group_id: group ?? null,
    route: route ?? null,
    publishes: publishes ? (1 as const) : (0 as const),
    topics: writeTopics(topics),
    title: title ?? null,
  }
}

/** Of who is known already only what was missing is written down. */
async function admit(db: Kysely<Tables>, person: Subscription, now: Date): Promise<StoredSubscription> {
  const { platform, chat, thread = '' } = person
  const changed_at = now.toISOString()
  const row = await db
    .insertInto('destinations')
    .values({ platform, chat, thread, ...columnsOf(person), standing: 'personal', reason: null, changed_at })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'chat', 'thread'])
        .doUpdateSet({
          standing: sql<Standing>`case destinations.standing when 'active' then 'active' else 'personal' end`,
          route: sql<string | null>`coalesce(excluded.route, destinations.route)`,
          reason: null,
          changed_at,
        }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return subscribedOf(row)
}

type Chats = UpdateQueryBuilder<Tables, 'destinations', 'destinations', UpdateResult>

/** Those that have marked something in the programme get no announcements more, but what belongs to that. */
async function leavePersonal(
  trx: Kysely<Tables>,
  chats: Chats,
  as: { readonly reason: string; readonly changed_at: string },
): Promise<number> {
  const marked = trx.selectFrom('stars').select('destination')
  const rows = await chats
    .set({ ...as, standing: 'personal' })
    .where('standing', 'in', ['active', 'waiting'])
    .where('id', 'in', marked)
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  await letGoOfAnnouncements(trx, ids, as.reason)
  return ids.length
}

/** Those of some chats that were subscribed get nothing more; returns how many they were. */
async function end(
  trx: Kysely<Tables>,
  chats: Chats,
  as: { readonly standing: Standing; readonly reason: string; readonly changed_at: string },
): Promise<number> {
  const subscribed: Standing[] = ['active', 'waiting', ...(as.standing === 'gone' ? (['personal'] as const) : [])]
  const rows = await chats.set(as).where('standing', 'in', subscribed).returning('id').execute()
  const ids = rows.map(({ id }) => id)
  await letGo(trx, ids, as.reason)
  return ids.length
}

/** In one transaction with what was chosen before: two presses at the same time both count. */
function choose(db: Kysely<Tables>, id: number, choice: TopicChoice): Promise<void> {
  return db.transaction().execute(async (trx) => {
    // The row is taken first, so that nobody else changes it in between.
    const { topics } = await trx
      .updateTable('destinations')
      .set((is) => ({ topics: is.ref('topics') }))
      .where('id', '=', id)
      .returning('topics')
      .executeTakeFirstOrThrow()
    const before = readTopics(topics)
    const after =
      choice === 'all' ? [] : [...new Set([...before.filter((one) => !choice.leave.includes(one)), ...choice.follow])]
    await trx
      .updateTable('destinations')
      .set({ topics: writeTopics(after) })
      .where('id', '=', id)
      .execute()
  })
}

async function decide(trx: Kysely<Tables>, id: number, decision: DestinationDecision, act: Act): Promise<void> {
  const reason = 'refused by an organizer'
  const refused = 'standing' in decision && decision.standing === 'left'
  const set =
    'languages' in decision
      ? { languages: writeLanguages(decision.languages) }
      : { standing: decision.standing, reason: refused ? reason : null, changed_at: act.at.toISOString() }
  await trx.updateTable('destinations').set(set).where('id', '=', id).execute()
  if (refused) await letGo(trx, [id], reason)
  await record(trx, { destination: id }, act)
}

/** The chat goes on under another id; what is known under that id already stays as it is. */
export async function moveDestinations(
  db: Kysely<Tables>,
  { platform, chat }: ChatAddress,
  to: string,
  now: Date,
): Promise<void> {
  const there = await db
    .selectFrom('destinations')
    .select('thread')
    .where('platform', '=', platform)
    .where('chat', '=', to)
    .execute()
  const known = there.map(({ thread }) => thread)
  const changed_at = now.toISOString()
  const moving = db.updateTable('destinations').where('platform', '=', platform).where('chat', '=', chat)
  const gone =
    known.length === 0
      ? []
      : await moving
          .where('thread', 'in', known)
          .where('standing', 'in', ['active', 'personal'])
          .set({ standing: 'gone', reason: `moved to ${to}`, changed_at })
          .returning('id')
          .execute()
  await letGo(
    db,
    gone.map(({ id }) => id),
    `moved to ${to}`,
  )
  await (known.length === 0 ? moving : moving.where('thread', 'not in', known)).set({ chat: to, changed_at }).execute()
}

/** Narrows a query to a chat, and to a thread of it if one is named. */
function at<T extends { where: (column: 'platform' | 'chat' | 'thread', is: '=', value: never) => T }>(
  query: T,
  { platform, chat, thread }: ChatAddress,
): T {
  const chats = query.where('platform', '=', platform as never).where('chat', '=', chat as never)
  return thread === undefined ? chats : chats.where('thread', '=', thread as never)
}
