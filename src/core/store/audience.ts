import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { Audience } from '../announcements/announcement.ts'
import type { Standing } from '../mailing/destination.ts'
import type { MailingRow, Tables } from './tables.ts'

/**
 * The languages of a destination: those fixed for it, else what the person or the group chose, else those of its
 * first day.
 */
export const languagesOfDestination = sql<string>`coalesce(
  destinations.languages, people.language, groups.language, destinations.hint)`

/** What was asked for comes also to who has ended announcements. */
export function reached(askedFor: 0 | 1): readonly Standing[] {
  return askedFor === 1 ? ['active', 'personal'] : ['active']
}

/** Whether a destination, joined with a mailing as `m`, still gets it. */
export function isReached(is: ExpressionBuilder<Tables & { m: Tables['mailings'] }, 'destinations' | 'm'>) {
  return is.or(
    ([0, 1] as const).map((askedFor) =>
      is.and([is('m.asked_for', '=', askedFor), is('destinations.standing', 'in', reached(askedFor))]),
    ),
  )
}

/** Destinations with their languages, whatever comes to them. */
export function destinationsWithLanguages(db: Kysely<Tables>) {
  return db
    .selectFrom('destinations')
    .leftJoin('people', (join) =>
      join
        .onRef('people.platform', '=', 'destinations.platform')
        .onRef('people.id', '=', 'destinations.chat')
        .on('destinations.kind', '=', 'person'),
    )
    .leftJoin('groups', (join) =>
      join
        .onRef('groups.platform', '=', 'destinations.platform')
        .on('groups.id', '=', sql<string>`coalesce(destinations.group_id, destinations.chat)`)
        .on('destinations.kind', '<>', 'person'),
    )
}

/** Destinations to which a mailing comes, since they were named for it one by one. */
export function destinationsNamed(
  db: Kysely<Tables>,
  { id, asked_for: askedFor }: Pick<MailingRow, 'id' | 'asked_for'>,
) {
  return destinationsWithLanguages(db)
    .innerJoin('recipients', 'recipients.destination', 'destinations.id')
    .where('recipients.mailing', '=', id)
    .where('destinations.standing', 'in', reached(askedFor))
}

/** Destinations that an audience comes to. */
export function destinationsOf(db: Kysely<Tables>, { platforms, kinds, languages, topics }: Audience) {
  let query = destinationsWithLanguages(db).where('destinations.standing', '=', 'active')
  if (platforms) query = query.where('destinations.platform', 'in', platforms)
  if (kinds) query = query.where('destinations.kind', 'in', kinds)
  if (languages)
    query = query.where((is) => is.or(languages.map((one) => holds(sql`',' || ${languagesOfDestination} || ','`, one))))
  if (topics)
    query = query.where((is) =>
      is.or([is('destinations.topics', '=', ''), ...topics.map((one) => holds(sql`destinations.topics`, one))]),
    )
  return query
}

/** Whether a list such as ",kk,ru," holds an item. */
export function holds(list: ReturnType<typeof sql>, item: string) {
  return sql<boolean>`${list} like ${`%,${item.replaceAll(/[\\%_]/g, String.raw`\$&`)},%`} escape '\\'`
}
