import type { Kysely } from 'kysely'

/** `serial` is how the engine at hand spells a number that counts by itself. */
export async function createFirstTables(db: Kysely<unknown>, serial: 'integer' | 'serial'): Promise<void> {
  const { schema } = db
  await schema
    .createTable('people')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('switch_offered_at', 'text')
    .addPrimaryKeyConstraint('people_key', ['platform', 'id'])
    .execute()
  await schema
    .createTable('groups')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addPrimaryKeyConstraint('groups_key', ['platform', 'id'])
    .execute()
  await schema
    .createTable('feedback')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('question', 'text')
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('telegram_updates')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('payload', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('chat', 'text')
    .addColumn('message', 'bigint')
    .addColumn('answers', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('telegram_updates_by_message').on('telegram_updates').columns(['chat', 'message']).execute()
  await schema.createIndex('telegram_updates_by_age').on('telegram_updates').column('received_at').execute()
}
