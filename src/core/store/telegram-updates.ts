import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** An update as it came in; `chat` and `message` name the message that an answer will belong to, if there is one. */
export type IncomingUpdate = {
  readonly id: number
  readonly payload: string
  readonly chat: string | undefined
  readonly message: number | undefined
}

export type TelegramUpdates = {
  /** Stores what is new, and returns the ids of those that nobody has begun: what came before is left as it is. */
  readonly receive: (updates: readonly IncomingUpdate[], now: Date) => Promise<ReadonlySet<number>>
  /** True for the first owner alone: the one that may send an answer. An owner who did not hear may ask again. */
  readonly begin: (id: number, owner: string) => Promise<boolean>
  /** Done: the update's content is erased, its id and those of the answers stay to recognise it. */
  readonly settle: (id: number, answers: readonly number[]) => Promise<void>
  /** Received and not begun, oldest first. */
  readonly waiting: () => Promise<string[]>
  /** Nothing was sent: whoever asks next may begin. */
  readonly takeBack: (id: number) => Promise<void>
  /** Settles what was received before a moment and begun without an end; returns how many those were. */
  readonly settleBegun: (before: Date) => Promise<number>
  /** The messages that answered a message last; empty if none did. */
  readonly answersTo: (chat: string, message: number) => Promise<number[]>
  /** Removes what was received before. */
  readonly purge: (before: Date) => Promise<void>
}

/** Which updates were received, begun and settled, so that none is lost and none is answered twice. */
export function storeTelegramUpdates(db: Kysely<Tables>): TelegramUpdates {
  return {
    receive: (updates, now) => receive(db, updates, now),
    begin: (id, owner) => begin(db, id, owner),
    async settle(id, answers) {
      await db
        .updateTable('telegram_updates')
        .where('id', '=', id)
        .set({ state: 'settled', payload: null, answers: answers.length === 0 ? null : JSON.stringify(answers) })
        .execute()
    },
    async waiting() {
      const rows = await db
        .selectFrom('telegram_updates')
        .select('payload')
        .where('state', '=', 'received')
        .orderBy('id')
        .execute()
      return rows.flatMap(({ payload }) => payload ?? [])
    },
    async takeBack(id) {
      await db
        .updateTable('telegram_updates')
        .set({ state: 'received', owner: null })
        .where('id', '=', id)
        .where('state', '=', 'begun')
        .execute()
    },
    async settleBegun(before) {
      const { numUpdatedRows } = await db
        .updateTable('telegram_updates')
        .set({ state: 'settled', payload: null })
        .where('state', '=', 'begun')
        .where('received_at', '<', before.toISOString())
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },
    async answersTo(chat, message) {
      const row = await db
        .selectFrom('telegram_updates')
        .select('answers')
        .where('chat', '=', chat)
        .where('message', '=', message)
        .where('answers', 'is not', null)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      return row?.answers == null ? [] : (JSON.parse(row.answers) as number[])
    },
    async purge(before) {
      await db
        .deleteFrom('telegram_updates')
        .where('state', '=', 'settled')
        .where('received_at', '<', before.toISOString())
        .execute()
    },
  }
}

async function receive(
  db: Kysely<Tables>,
  updates: readonly IncomingUpdate[],
  now: Date,
): Promise<ReadonlySet<number>> {
  if (updates.length === 0) return new Set()
  const received_at = now.toISOString()
  const rows = updates.map(({ id, payload, chat = null, message = null }) => ({
    id,
    payload,
    state: 'received' as const,
    chat,
    message,
    received_at,
  }))
  await db
    .insertInto('telegram_updates')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const ids = updates.map(({ id }) => id)
  const open = await db
    .selectFrom('telegram_updates')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'received')
    .execute()
  return new Set(open.map(({ id }) => id))
}

async function begin(db: Kysely<Tables>, id: number, owner: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('telegram_updates')
    .set({ state: 'begun', owner })
    .where('id', '=', id)
    .where((is) => is.or([is('state', '=', 'received'), is.and([is('state', '=', 'begun'), is('owner', '=', owner)])]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
