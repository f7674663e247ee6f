import type { Kysely } from 'kysely'

/**
 * Publishing a post to those who follow its channel is a task of its own, which waits and is tried again. What was sent
 * before is published, or was told not to be; it stays as it is.
 */
export async function addPublication(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('deliveries').addColumn('publication', 'text').execute()
}
