export type DatabaseEngine = 'sqlite' | 'postgres'

/** The engine of a `DATABASE_URL`. */
export function engineOf(url: string): DatabaseEngine {
  return sqlitePath(url) === undefined ? 'postgres' : 'sqlite'
}

/** The file that a `DATABASE_URL` names; undefined for one of PostgreSQL. */
export function sqlitePath(url: string): string | undefined {
  return url.startsWith(sqlite) ? url.slice(sqlite.length) : undefined
}

const sqlite = 'sqlite:'
