import type { Kysely } from 'kysely'

/** Of how many messages a copy was begun to be made: a correction keeps to that. Of older copies it is not known. */
export async function addPlanned(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('deliveries').addColumn('planned', 'integer').execute()
}
