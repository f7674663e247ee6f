import { DatabaseSync } from 'node:sqlite'

/**
 * A back-up is an SQLite database, whichever engine its rows come from: one format to keep, to look into and to
 * restore into either engine.
 */
export type BackupFile = Disposable & {
  /** Tables in an order in which each comes after those that it refers to. */
  readonly tables: readonly string[]
  /** The migrations that its tables have been through. */
  readonly migrations: readonly string[]
  readonly database: DatabaseSync
}

/** Opens one that is whole; throws an Error that says why it is none. */
export function openBackup(path: string): BackupFile {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const check = database.prepare('pragma quick_check(1)').get() as { quick_check: string }
    if (check.quick_check !== 'ok') throw new Error(`damaged (${check.quick_check.replaceAll('\n', ' ')})`)
    if (namesIn(database, `name = 'kysely_migration'`).length === 0) throw new Error('no database of Jauap')
    return {
      database,
      tables: inOrderOfReference(database),
      migrations: database
        .prepare('select name from kysely_migration order by name')
        .all()
        .map(({ name }) => String(name)),
      [Symbol.dispose]: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

function inOrderOfReference(database: DatabaseSync): string[] {
  const ordered = new Set<string>()
  const visit = (table: string): void => {
    if (ordered.has(table)) return
    const references = database.prepare('select "table" as name from pragma_foreign_key_list(?)').all(table)
    for (const { name } of references) if (name !== table) visit(String(name))
    ordered.add(table)
  }
  for (const table of namesIn(database, `name not like 'sqlite%' and name not like 'kysely%'`)) visit(table)
  return [...ordered]
}

function namesIn(database: DatabaseSync, condition: string): string[] {
  const tables = database.prepare(`select name from sqlite_master where type = 'table' and ${condition} order by name`)
  return tables.all().map(({ name }) => String(name))
}

/** How many rows it holds. */
export function countRows(path: string): number {
  using backup = openBackup(path)
  const counts = backup.tables.map((table) => backup.database.prepare(`select count(*) as n from "${table}"`).get())
  return counts.reduce((sum, count) => sum + Number(count?.n), 0)
}
