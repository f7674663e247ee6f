import type { Kysely } from 'kysely'
import type { Outbox } from '../mailing/outbox.ts'
import type { Tables } from './tables.ts'

/** Workers that were not seen for so long are of no interest to anybody. */
const forgottenMs = 60 * 60_000

/** Says that a worker is alive, and counts those of its platform: see Outbox. */
export function beatIn(db: Kysely<Tables>): Outbox['beat'] {
  return async ({ id, platform }, now, since) => {
    const seen_at = now.toISOString()
    await db
      .insertInto('workers')
      .values({ id, platform, seen_at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at }))
      .execute()
    await db
      .deleteFrom('workers')
      .where('seen_at', '<', new Date(now.getTime() - forgottenMs).toISOString())
      .execute()
    const alive = await db
      .selectFrom('workers')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('platform', '=', platform)
      .where('seen_at', '>=', since.toISOString())
      .executeTakeFirstOrThrow()
    return alive.n
  }
}
