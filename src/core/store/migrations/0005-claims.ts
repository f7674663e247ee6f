import type { Kysely } from 'kysely'

/**
 * What one of several processes has taken on, so that no other does it too; and the language that a person's app said
 * last, for messages, which say none.
 */
export async function createClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['platform', 'id'])
    .execute()
  await db.schema.createIndex('claims_by_time').on('claims').column('at').execute()
  await db.schema.alterTable('people').addColumn('app_language', 'text').execute()
}
