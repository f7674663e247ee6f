import { randomUUID } from 'node:crypto'
import { PostgresDialect, type Dialect } from 'kysely'
import pg from 'pg'

/** What the server shows of our connections: by it they are told from those of others. */
export const applicationName = `jauap ${randomUUID()}`

/** How long a server may take to let us in, in milliseconds: at a start nobody should wonder what it waits for. */
const reachWithinMs = 3000

/** Rejects if the server can't be reached, or does not let us in. */
export async function reachPostgres(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: reachWithinMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } finally {
    await client.end()
  }
}

/** Kysely over PostgreSQL with up to twenty connections. */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max: 20,
    // To open one costs both sides more than a hundred statements: bursts come back.
    idleTimeoutMillis: 5 * 60_000,
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
