import { PostgresDialect, type Dialect } from 'kysely'
import pg from 'pg'

/** Kysely over PostgreSQL with up to twenty connections. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    // Those who wait for a turn are better served late than not.
    connectionTimeoutMillis: 60_000,
    query_timeout: 60_000,
    // pg hands int8 over as text because it may exceed 2⁵³; none of ours does.
    types: {
      getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  // A connection that is lost is replaced at the next query, which also reports what is wrong; nobody else listens.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({ pool })
}
