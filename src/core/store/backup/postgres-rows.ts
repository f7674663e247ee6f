import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** A row by the names of its columns: what both engines store. */
export type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>

/** Rows that are held in memory at a time; of files, which have up to 10 MB, a few. */
const atATime = (table: string): number => (table === 'attachments' ? 4 : 500)

/** The rows of a table, some at a time. In a transaction, which the cursor lives in. */
export async function* readRows(trx: Kysely<Tables>, table: string): AsyncGenerator<readonly Row[]> {
  await sql`declare reading no scroll cursor for select * from ${sql.table(table)}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(atATime(table))} from reading`.execute(trx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close reading`.execute(trx)
}

/** Puts rows into a table as they are, and lets its numbers go on after them. */
export async function writeRows(trx: Kysely<Tables>, table: string, rows: Iterable<Row>): Promise<number> {
  let count = 0
  for (const some of chunked(rows, atATime(table))) {
    await trx
      .insertInto(table as 'people')
      .values(some as never)
      .execute()
    count += some.length
  }
  await countOn(trx, table)
  return count
}

/** Columns that count by themselves go on after the highest number. */
async function countOn(trx: Kysely<Tables>, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and column_default like 'nextval(%'
  `.execute(trx)
  for (const { name } of rows)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${name}), max(${sql.ref(name)})) from ${sql.table(table)}
    `.execute(trx)
}

function* chunked<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length === size) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
