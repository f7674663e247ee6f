import type { Kysely } from 'kysely'

/** The tables as this step finds them, as far as it reads and fills them. */
type Waiting = {
  mailings: { id: number; origin: string; state: string; idempotency_key: string | null; created_at: string }
  recipients: { mailing: number; destination: number }
  stars: { destination: number; pack: string; entry: string; seen: string; reminds: number; at: string }
}

/**
 * What people have marked in the programme. Whoever waits for reminders of something has it marked from now on; how it
 * stood when they asked is not known (empty), so they are told of changes after the next look at it.
 */
export async function createStars(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('stars')
    .addColumn('destination', 'integer', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('seen', 'text', (column) => column.notNull())
    .addColumn('reminds', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stars_key', ['destination', 'pack', 'entry'])
    .execute()
  await db.schema.createIndex('stars_by_entry').on('stars').columns(['pack', 'entry']).execute()
  await markWhatIsWaitedFor(db)
}

/** The key of a reminder was "PACK ENTRY DAY LEAD MOMENT". */
async function markWhatIsWaitedFor(db: Kysely<Waiting>): Promise<void> {
  const rows = await db
    .selectFrom('recipients')
    .innerJoin('mailings', 'mailings.id', 'recipients.mailing')
    .where('mailings.origin', '=', 'reminder')
    .where('mailings.state', '=', 'scheduled')
    .select(['recipients.destination', 'mailings.idempotency_key as key', 'mailings.created_at as at'])
    .execute()
  for (const { destination, key, at } of rows) {
    const [pack, entry, ...rest] = (key ?? '').split(' ')
    if (pack === undefined || entry === undefined || rest.length !== 3) continue
    await db
      .insertInto('stars')
      .values({ destination, pack, entry, seen: '', reminds: 1, at })
      .onConflict((conflict) => conflict.columns(['destination', 'pack', 'entry']).doNothing())
      .execute()
  }
}
