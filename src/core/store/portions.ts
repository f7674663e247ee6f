import { chunksOf } from '../chunks.ts'

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535; a row has a few. */
const mostAtOnce = 2000

/** Parts of a list that are short enough for one statement each. */
export function portionsOf<T>(all: readonly T[]): T[][] {
  return chunksOf(all, mostAtOnce)
}
