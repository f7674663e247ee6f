import type { Kysely } from 'kysely'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Address, PeopleStore, Platform } from '../people/people.ts'
import { batched } from './batch.ts'
import { letGo } from './consequences.ts'
import type { Tables } from './tables.ts'

/** Languages of people and groups. */
export function storePeople(db: Kysely<Tables>): PeopleStore {
  const people = byPlatform((platform) => batched((ids) => settingsOf(db, platform, ids)))
  const groups = byPlatform((platform) => batched((ids) => groupsOf(db, platform, ids)))
  const appLanguages = byPlatform((platform) => {
    const noting = new Map<Language, (id: string) => Promise<undefined>>()
    return (language: Language) =>
      noting.getOrInsertComputed(language, () => batched((ids) => noteAppLanguage(db, platform, language, ids)))
  })
  return {
    async settingsOf({ platform, id }) {
      const row = await people[platform](id)
      return {
        language: readLanguage(row?.language),
        appLanguage: readLanguage(row?.app_language),
        switchOffered: row?.switch_offered_at != null,
        plain: row?.plain === 1,
      }
    },
    async setLanguage({ platform, id }, language) {
      await db
        .insertInto('people')
        .values({ platform, id, language, app_language: null, switch_offered_at: null })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ language }))
        .execute()
    },
    async setPlain({ platform, id }, wanted) {
      const plain = wanted ? 1 : 0
      await db
        .insertInto('people')
        .values({ platform, id, language: null, app_language: null, switch_offered_at: null, plain })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ plain }))
        .execute()
    },
    noteAppLanguage: ({ platform, id }, language) => appLanguages[platform](language)(id),
    async noteOffer({ platform, id }, now) {
      const switch_offered_at = now.toISOString()
      await db
        .insertInto('people')
        .values({ platform, id, language: null, app_language: null, switch_offered_at })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ switch_offered_at }))
        .execute()
    },
    async groupLanguage({ platform, id }) {
      const row = await groups[platform](id)
      return readLanguage(row?.language)
    },
    async setGroupLanguage({ platform, id }, language) {
      await db
        .insertInto('groups')
        .values({ platform, id, language })
        .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ language }))
        .execute()
    },
    moveGroup: (group, to) => db.transaction().execute((trx) => moveGroup(trx, group, to)),
    forget: (person) => db.transaction().execute((trx) => forget(trx, person)),
  }
}

/** Of many in one statement: a slow database must not be kept busy by what nobody waits for. */
async function noteAppLanguage(
  db: Kysely<Tables>,
  platform: Platform,
  app_language: Language,
  ids: readonly string[],
): Promise<ReadonlyMap<string, undefined>> {
  await db
    .insertInto('people')
    // In one order, or two processes may wait for each other.
    .values(ids.toSorted().map((id) => ({ platform, id, language: null, app_language, switch_offered_at: null })))
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ app_language }))
    .execute()
  return new Map()
}

async function settingsOf(db: Kysely<Tables>, platform: Platform, ids: readonly string[]) {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'language', 'app_language', 'switch_offered_at', 'plain'])
    .where('platform', '=', platform)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function groupsOf(db: Kysely<Tables>, platform: Platform, ids: readonly string[]) {
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'language'])
    .where('platform', '=', platform)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function moveGroup(trx: Kysely<Tables>, { platform, id }: Address, to: string): Promise<void> {
  const moved = await trx
    .deleteFrom('groups')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .returning('language')
    .executeTakeFirst()
  if (!moved) return
  await trx
    .insertInto('groups')
    .values({ platform, id: to, language: moved.language })
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doUpdateSet({ language: moved.language }))
    .execute()
}

async function forget(trx: Kysely<Tables>, { platform, id }: Address): Promise<void> {
  await trx.deleteFrom('people').where('platform', '=', platform).where('id', '=', id).execute()
  await trx.deleteFrom('feedback').where('platform', '=', platform).where('person', '=', id).execute()
  await forgetDestinations(trx, platform, id)
  // The bare id of an update stays, or Telegram could have it answered again.
  if (platform === 'telegram')
    await trx
      .updateTable('telegram_updates')
      .set({ chat: null, message: null, answers: null })
      .where('chat', '=', id)
      .execute()
}

/** That somebody got an announcement is still counted; who, and where their copy is, is not known any more. */
async function forgetDestinations(db: Kysely<Tables>, platform: Platform, id: string): Promise<void> {
  const rows = await db
    .selectFrom('destinations')
    .select('id')
    .where('platform', '=', platform)
    .where('kind', '=', 'person')
    .where('chat', '=', id)
    .execute()
  const ids = rows.map((row) => row.id)
  await db.deleteFrom('inputs').where('platform', '=', platform).where('person', '=', id).execute()
  await db.deleteFrom('albums').where('platform', '=', platform).where('person', '=', id).execute()
  if (ids.length === 0) return
  await db.deleteFrom('stars').where('destination', 'in', ids).execute()
  await db.deleteFrom('recipients').where('destination', 'in', ids).execute()
  await letGo(db, ids, 'forgotten')
  await db
    .updateTable('deliveries')
    .set({ messages: '[]' })
    .where('destination', 'in', ids)
    .where('state', '<>', 'leased')
    .execute()
  for (const one of ids) {
    await db
      .updateTable('destinations')
      .where('id', '=', one)
      .set({
        chat: `forgotten ${one}`,
        route: null,
        title: null,
        topics: '',
        languages: null,
        hint: 'en',
        standing: 'left',
        reason: 'forgotten',
      })
      .execute()
  }
}

function byPlatform<T>(make: (platform: Platform) => T): Record<Platform, T> {
  return { telegram: make('telegram'), discord: make('discord') }
}

/** A language that an older version knew and this one does not counts as none. */
function readLanguage(stored: string | null | undefined): Language | undefined {
  return languages.find((language) => language === stored)
}
