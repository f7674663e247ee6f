import { sql, type Kysely } from 'kysely'

/** What the origin and urgency of a row stood for until now, as the policy that says so. */
const implied = [
  {
    origin: 'organizer',
    urgency: 'routine',
    policy: { quietHours: 'wait', late: 'ask', sound: 'silent', tell: 'author', trouble: 'pause', priority: 'routine' },
  },
  {
    origin: 'organizer',
    urgency: 'urgent',
    policy: { quietHours: 'ignore', late: 'ask', sound: 'loud', tell: 'author', trouble: 'pause', priority: 'urgent' },
  },
  {
    origin: 'reminder',
    urgency: 'routine',
    policy: { quietHours: 'ignore', late: 'drop', sound: 'loud', tell: 'nobody', trouble: 'hold', priority: 'routine' },
  },
]

type Before = { mailings: { origin: string; urgency: string; policy: string } }

/**
 * Announcements and reminders become mailings: what their origin implied is stored as a policy, and who asked for a
 * reminder becomes a recipient, who may be written to in a thread and in reply to a message.
 */
export async function createMailings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema.alterTable('announcements').renameTo('mailings').execute()
  await schema.alterTable('mailings').addColumn('policy', 'text').execute()
  for (const { origin, urgency, policy } of implied)
    await (db as Kysely<Before>)
      .updateTable('mailings')
      .set({ policy: JSON.stringify(policy) })
      .where('origin', '=', origin)
      .where('urgency', '=', urgency)
      .execute()
  await schema.alterTable('mailings').dropColumn('urgency').execute()
  await schema.alterTable('mailings').renameColumn('occasion', 'idempotency_key').execute()
  // Mailings to recipients who are named one by one have no audience. SQLite can't make a column optional.
  await schema.alterTable('mailings').renameColumn('audience', 'every_audience').execute()
  await schema.alterTable('mailings').addColumn('audience', 'text').execute()
  await sql`update mailings set audience = every_audience where origin = 'organizer'`.execute(db)
  await schema.alterTable('mailings').dropColumn('every_audience').execute()

  await schema
    .createTable('recipients')
    .addColumn('mailing', 'integer', (column) => column.notNull().references('mailings.id'))
    .addColumn('destination', 'integer', (column) => column.notNull().references('destinations.id'))
    .addColumn('thread', 'text')
    .addColumn('reply_to', 'text')
    .addPrimaryKeyConstraint('recipients_key', ['mailing', 'destination'])
    .execute()
  await sql`insert into recipients (mailing, destination) select announcement, destination from reminders`.execute(db)
  await schema.dropTable('reminders').execute()

  await schema.alterTable('acts').renameColumn('announcement', 'mailing').execute()
  await schema.alterTable('deliveries').renameColumn('announcement', 'mailing').execute()
  await schema.alterTable('deliveries').addColumn('thread', 'text').execute()
  await schema.alterTable('deliveries').addColumn('reply_to', 'text').execute()
  // Whether anything of a mailing is left to be sent is asked once a second, however many have received it.
  await schema.createIndex('deliveries_by_mailing').on('deliveries').columns(['mailing', 'state', 'platform']).execute()
}
