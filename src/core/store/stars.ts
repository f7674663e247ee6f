import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { ChatAddress } from '../mailing/destination.ts'
import type { KeyedMailing } from '../mailing/mailing.ts'
import type { Platform } from '../people/people.ts'
import type { SeenStar, Star, StarChange, StarStore } from '../stars/star.ts'
import { batched } from './batch.ts'
import { portionsOf } from './portions.ts'
import { addRecipients, scheduleNew, scheduleOnce } from './recipients.ts'
import type { DatabaseEngine } from './database-url.ts'
import type { Tables } from './tables.ts'

/** What people have marked. `changed` is called after each write that gives somebody something to send. */
export function storeStars(db: Kysely<Tables>, engine: DatabaseEngine, changed: () => void): StarStore {
  const loads: Record<Platform, (chat: string) => Promise<readonly Star[] | undefined>> = {
    telegram: batched((chats) => starsOf(db, 'telegram', chats)),
    discord: batched((chats) => starsOf(db, 'discord', chats)),
  }
  return {
    of: async ({ platform, chat }) => (await loads[platform](chat)) ?? [],
    async put({ id }, star, reminders, now) {
      const moments = await db.transaction().execute((trx) => put(trx, engine, id, star, reminders, now))
      if (moments.length > 0) changed()
      return moments
    },
    silence: (person, star) => db.transaction().execute((trx) => silence(trx, person, star)),
    remove: (person, star) => db.transaction().execute((trx) => remove(trx, person, star)),
    seen: (pack) =>
      db.selectFrom('stars').select(['entry', 'seen']).distinct().where('pack', '=', pack).orderBy('entry').execute(),
    async renew(change, now) {
      const count = await db.transaction().execute((trx) => renew(trx, engine, change, now))
      if (count > 0) changed()
      return count
    },
  }
}

async function starsOf(
  db: Kysely<Tables>,
  platform: Platform,
  chats: readonly string[],
): Promise<ReadonlyMap<string, readonly Star[]>> {
  const rows = await db
    .selectFrom('stars')
    .innerJoin('destinations', 'destinations.id', 'stars.destination')
    .where('destinations.platform', '=', platform)
    .where('destinations.kind', '=', 'person')
    .where('destinations.chat', 'in', chats)
    .select(['destinations.chat', 'stars.pack', 'stars.entry', 'stars.reminds'])
    .orderBy('stars.entry')
    .execute()
  const stars = rows.map(({ chat, pack, entry, reminds }) => ({ chat, star: { pack, entry, reminds: reminds === 1 } }))
  return new Map(
    [...Map.groupBy(stars, ({ chat }) => chat)].map(([chat, some]) => [chat, some.map(({ star }) => star)]),
  )
}

async function put(
  trx: Kysely<Tables>,
  engine: DatabaseEngine,
  destination: number,
  { pack, entry, seen, reminds }: SeenStar,
  reminders: readonly KeyedMailing[],
  now: Date,
): Promise<Date[]> {
  const columns = { seen, reminds: reminds ? (1 as const) : (0 as const) }
  await trx
    .insertInto('stars')
    .values({ destination, pack, entry, ...columns, at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['destination', 'pack', 'entry']).doUpdateSet(columns))
    .execute()
  await withdraw(trx, { pack, entry }, [destination])
  const moments: Date[] = []
  for (const reminder of reminders) {
    const id = await scheduleOnce(trx, engine, reminder, now)
    if (id === undefined) continue
    await addRecipients(trx, id, [{ destination }])
    moments.push(reminder.mailing.startAt)
  }
  return moments
}

/** Whether it is the mark of an entry by a person. */
function isMark({ platform, chat }: ChatAddress, { pack, entry }: Omit<Star, 'reminds'>) {
  return (is: ExpressionBuilder<Tables, 'stars'>) => {
    const person = is
      .selectFrom('destinations')
      .select('id')
      .where('platform', '=', platform)
      .where('kind', '=', 'person')
      .where('chat', '=', chat)
    return is.and([is('pack', '=', pack), is('entry', '=', entry), is('destination', 'in', person)])
  }
}

async function silence(trx: Kysely<Tables>, person: ChatAddress, star: Omit<Star, 'reminds'>): Promise<boolean> {
  const marks = trx.updateTable('stars').set({ reminds: 0 }).where(isMark(person, star))
  return withdrawFrom(trx, star, await marks.returning('destination').execute())
}

async function remove(trx: Kysely<Tables>, person: ChatAddress, star: Omit<Star, 'reminds'>): Promise<boolean> {
  const marks = trx.deleteFrom('stars').where(isMark(person, star))
  return withdrawFrom(trx, star, await marks.returning('destination').execute())
}

/** Of the marks of one person; false if there was none. */
async function withdrawFrom(
  trx: Kysely<Tables>,
  star: Omit<Star, 'reminds'>,
  marks: readonly { readonly destination: number }[],
): Promise<boolean> {
  await withdraw(
    trx,
    star,
    marks.map(({ destination }) => destination),
  )
  return marks.length > 0
}

/** Whoever moves a mark from what was seen to what is, tells its owner: nobody else finds it where it was. */
async function renew(
  trx: Kysely<Tables>,
  engine: DatabaseEngine,
  { pack, entry, from, to, notice, reminders }: StarChange,
  now: Date,
): Promise<number> {
  const rows = await trx
    .updateTable('stars')
    .set({ seen: to })
    .where('pack', '=', pack)
    .where('entry', '=', entry)
    .where('seen', '=', from)
    .returning(['destination', 'reminds'])
    .execute()
  const all = rows.map(({ destination }) => ({ destination }))
  if (all.length > 0 && notice) {
    await addRecipients(trx, await scheduleNew(trx, notice, now), all)
  }
  const reminded = rows.filter(({ reminds }) => reminds === 1).map(({ destination }) => ({ destination }))
  await withdraw(
    trx,
    { pack, entry },
    reminded.map(({ destination }) => destination),
  )
  for (const reminder of reminded.length > 0 ? reminders : []) {
    const id = await scheduleOnce(trx, engine, reminder, now)
    if (id !== undefined) await addRecipients(trx, id, reminded)
  }
  return all.length
}

/** Reminders of an entry that have not begun come to these people no more. */
async function withdraw(
  trx: Kysely<Tables>,
  { pack, entry }: Omit<Star, 'reminds'>,
  destinations: readonly number[],
): Promise<void> {
  // Their keys begin with the ids, which have no spaces.
  const prefix = `${pack} ${entry} `
  const waiting = trx
    .selectFrom('mailings')
    .select('id')
    .where('origin', '=', 'reminder')
    .where('state', '=', 'scheduled')
    .where(sql<string>`substr(idempotency_key, 1, ${sql.lit(prefix.length)})`, '=', prefix)
  for (const some of portionsOf(destinations))
    await trx.deleteFrom('recipients').where('destination', 'in', some).where('mailing', 'in', waiting).execute()
}
