import type { Kysely } from 'kysely'
import type { Platform } from '../people/people.ts'
import { batched } from './batch.ts'
import type { Tables } from './tables.ts'

/** What comes to every process that serves a platform is taken on by one of them. */
export type Claims = {
  /** True for the first owner alone, who may ask again. */
  readonly take: (platform: Platform, id: string, owner: string, now: Date) => Promise<boolean>
  /** Forgets what was taken on before. */
  readonly purge: (platform: Platform, before: Date) => Promise<void>
}

/** Which process has taken on what; claims that come while a write is under way share the next one. */
export function storeClaims(db: Kysely<Tables>): Claims {
  const owners = new Map<string, OwnerOf>()
  return {
    async take(platform, id, owner, now) {
      const ownerOf = owners.getOrInsertComputed(`${platform} ${owner}`, () => claiming(db, platform, owner))
      return (await ownerOf(id, now)) === owner
    },
    async purge(platform, before) {
      await db.deleteFrom('claims').where('platform', '=', platform).where('at', '<', before.toISOString()).execute()
    },
  }
}

/** Claims an id, unless it is taken, and says whose it is. */
type OwnerOf = (id: string, now: Date) => Promise<string | undefined>

/** A write is as old as the latest claim that came before it, or what was just taken on would be purged. */
function claiming(db: Kysely<Tables>, platform: Platform, owner: string): OwnerOf {
  let at = ''
  const ownerOf = batched((ids) => takeAll(db, { platform, owner, at }, ids))
  return (id, now) => {
    at = now.toISOString()
    return ownerOf(id)
  }
}

/** One statement that says whose each id is: a conflict changes nothing but lets the row be read. */
async function takeAll(
  db: Kysely<Tables>,
  claim: Omit<Tables['claims'], 'id'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // In one order, or two processes that claim the same ids may wait for each other.
  const rows = await db
    .insertInto('claims')
    .values(ids.toSorted().map((id) => ({ ...claim, id })))
    .onConflict((conflict) =>
      conflict.columns(['platform', 'id']).doUpdateSet((is) => ({ owner: is.ref('claims.owner') })),
    )
    .returning(['id', 'owner'])
    .execute()
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}
