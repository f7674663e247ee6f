import type { Kysely } from 'kysely'

/**
 * What there is to say of a copy that was sent stays beside the reason why something else about it failed: publishing
 * or correcting it no longer writes over it. What was said before stays where it is.
 */
export async function addNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('deliveries').addColumn('note', 'text').execute()
}
