import { inject } from 'vitest'

/** The address of a new database on the PostgreSQL of this run, with the tables of the program and nothing in them. */
export function aPostgresDatabase(): Promise<string> {
  return ask('')
}

/** The same without any tables. */
export function anEmptyPostgresDatabase(): Promise<string> {
  return ask('?empty')
}

/** The address of a copy of a database that nobody has open. */
export function aCopyOnPostgres(address: string): Promise<string> {
  return ask(`?like=${encodeURIComponent(address)}`)
}

async function ask(query: string): Promise<string> {
  const response = await fetch(`${inject('databaseServer')}/${query}`)
  const said = await response.text()
  if (!response.ok) throw new Error(`no PostgreSQL: ${said}`)
  return said
}
