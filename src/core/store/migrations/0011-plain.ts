import type { Kysely } from 'kysely'

/** Whether somebody wants pages without pictographs; who did not say so does not. */
export async function addPlain(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('people').addColumn('plain', 'integer').execute()
}
