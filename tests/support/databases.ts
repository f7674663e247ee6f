import { inject } from 'vitest'

/** The address of a new, empty database on the PostgreSQL of this run. */
export async function aPostgresDatabase(): Promise<string> {
  const response = await fetch(inject('databaseServer'))
  const said = await response.text()
  if (!response.ok) throw new Error(`no PostgreSQL: ${said}`)
  return said
}
