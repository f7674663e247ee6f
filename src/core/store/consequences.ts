import { reasonOf } from '../mailing/reason.ts'
import { sql, type ExpressionBuilder, type Kysely, type UpdateQueryBuilder, type UpdateResult } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type { Content } from '../mailing/content.ts'
import type { State } from '../mailing/mailing.ts'
import { reached } from './audience.ts'
import type { MailingRow, Tables } from './tables.ts'

/** The higher goes first; what was said wrong is put right before anything else. */
export const priority = { routine: 0, urgent: 1, change: 2 }

/** Nothing more is sent to destinations that are no longer there. */
export async function letGo(db: Kysely<Tables>, destinations: readonly number[], reason: string): Promise<void> {
  if (destinations.length === 0) return
  await unsentTo(db, destinations).set({ state: 'failed', reason }).execute()
}

/** No announcement more is sent to destinations that go on to get what they ask for themselves. */
export async function letGoOfAnnouncements(
  db: Kysely<Tables>,
  destinations: readonly number[],
  reason: string,
): Promise<void> {
  if (destinations.length === 0) return
  const unasked = db.selectFrom('mailings').select('id').where('asked_for', '=', 0)
  await unsentTo(db, destinations).where('mailing', 'in', unasked).set({ state: 'failed', reason }).execute()
}

function unsentTo(db: Kysely<Tables>, destinations: readonly number[]) {
  return db
    .updateTable('deliveries')
    .where('destination', 'in', destinations)
    .where('task', '=', 'send')
    .where('state', '=', 'pending')
}

/**
 * After a change of a mailing, or after deliveries of it were settled or given back: what is not to be sent any more is
 * let go, and copies that are out get the task to be recalled or corrected. The mailing must be locked, so that it
 * can't change at the same time.
 */
export async function reconsider(db: Kysely<Tables>, mailing: number, deliveries?: readonly number[]): Promise<void> {
  const row = await db
    .selectFrom('mailings')
    .select(['state', 'version', 'content', 'fallback', 'asked_for'])
    .where('id', '=', mailing)
    .executeTakeFirstOrThrow()
  const all = db.updateTable('deliveries').where('mailing', '=', mailing)
  const rows = deliveries === undefined ? all : all.where('id', 'in', deliveries)
  await letGoUnsent(db, rows, row)
  const forgotten = db.selectFrom('destinations').select('id').where('reason', '=', 'forgotten')
  await rows
    .where('destination', 'in', forgotten)
    .where('state', '<>', 'leased')
    .where('messages', '<>', '[]')
    .set({ messages: '[]' })
    .execute()
  const isOff = row.state === 'cancelled' || row.state === 'recalled'
  if (isOff) await publishNoMore(rows, row.state)
  if (row.state === 'recalled') await recallCopies(rows)
  else if (row.version > 1) await correctCopies(rows, row)
  if (!isOff) await publishCopies(rows)
}

type Deliveries = UpdateQueryBuilder<Tables, 'deliveries', 'deliveries', UpdateResult>

/** A task that is to be done from the beginning, before anything is sent. */
const anew = {
  state: 'pending' as const,
  priority: priority.change,
  attempts: 0,
  not_before: null,
  owner: null,
  begun_at: null,
}

/** What is cancelled or recalled, and what would go to somebody who has left while it was on its way. */
async function letGoUnsent(
  db: Kysely<Tables>,
  rows: Deliveries,
  { state, asked_for: askedFor }: Pick<MailingRow, 'state' | 'asked_for'>,
): Promise<void> {
  const unsent = rows.where('task', '=', 'send').where('state', '=', 'pending')
  if (state === 'cancelled' || state === 'recalled') await unsent.set({ state: 'failed', reason: state }).execute()
  const left = db.selectFrom('destinations').select('id').where('standing', 'not in', reached(askedFor))
  const why = db
    .selectFrom('destinations')
    .select(sql<string>`coalesce(reason, standing)`.as('why'))
    .where('destinations.id', '=', sql.ref<number>('deliveries.destination'))
  await unsent.where('destination', 'in', left).set({ state: 'failed', reason: why }).execute()
}

async function recallCopies(rows: Deliveries): Promise<void> {
  const out = rows.where('recalled', 'is', null).where('state', '<>', 'leased').where('task', '<>', 'recall')
  await out
    .where('messages', '<>', '[]')
    .set({ ...anew, task: 'recall' })
    .execute()
  // It may be there, but nobody knows where.
  await out
    .where('messages', '=', '[]')
    .where((is) => is.or([is('state', '=', 'uncertain'), is('sent_at', 'is not', null)]))
    .set({ recalled: 'impossible' })
    .execute()
}

/** Copies that show none of what was corrected since are as new as they can be; the fallback may stand in anywhere. */
async function correctCopies(
  rows: Deliveries,
  { version, content, fallback }: Pick<MailingRow, 'version' | 'content' | 'fallback'>,
): Promise<void> {
  const { corrected = {} } = JSON.parse(content) as Content
  // What waits to be published is put right first.
  const settled = rows.where((is) => is.or([is('state', '=', 'sent'), isUnpublished(is)]))
  const old = settled.where('tried_version', '<', version)
  const shows = (language: string) =>
    language === fallback ? sql<boolean>`1 = 1` : sql<boolean>`',' || languages || ',' like ${`%,${language},%`}`
  for (const [language, { version: since }] of Object.entries(corrected)) {
    await old
      .where('messages', '<>', '[]')
      .where('tried_version', '<', since)
      .where(shows(language))
      .set({ ...anew, task: 'correct' })
      .execute()
  }
  await old.set({ version, tried_version: version }).execute()
}

type Is = ExpressionBuilder<Tables, 'deliveries'>

/** A copy that is out and waits to be published. */
function isUnpublished(is: Is) {
  return is.and([is('task', '=', 'publish'), is('state', '=', 'pending')])
}

/** Copies in channels that are followed are published once they are as they should be. */
async function publishCopies(rows: Deliveries): Promise<void> {
  await rows
    .where('publication', '=', 'owed')
    .where('state', '=', 'sent')
    .set({ ...anew, task: 'publish' })
    .execute()
}

/** What was called off reaches nobody more. */
async function publishNoMore(rows: Deliveries, state: State): Promise<void> {
  await rows
    .where('publication', '=', 'owed')
    .where('state', '<>', 'leased')
    .set({ task: 'send', state: 'sent', publication: 'impossible', reason: reasonOf('publishCalledOff', state) })
    .execute()
}

/** Records what somebody did to a mailing, or to a destination. */
export async function record(
  db: Kysely<Tables>,
  to: { readonly mailing: number } | { readonly destination: number },
  { act, who, at, detail }: Act,
): Promise<void> {
  await db
    .insertInto('acts')
    .values({ mailing: null, destination: null, ...to, act, who, at: at.toISOString(), detail: detail ?? null })
    .execute()
}
