import { PostgresDialect, type Dialect } from 'kysely'
import pg from 'pg'

/** Kysely over PostgreSQL with up to ten connections. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    // pg hands int8 over as text because it may exceed 2⁵³; none of ours does.
    types: { getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // A connection lost while idle is replaced at the next query, which also reports what is wrong.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
