import type { Person } from '../programme/programme.ts'
import { cellOf, linksOf, proseOf, wordsOf, type ReadTable } from './rows.ts'

/** People, a row each; a row without a name is left out. */
export function readPeople(table: ReadTable): Person[] {
  return table.rows.flatMap((row) => {
    const name = wordsOf(table, row, 'name')
    const [called] = Object.values(name)
    if (called === undefined) return []
    const email = cellOf(table, row, 'email')
    const affiliation = wordsOf(table, row, 'affiliation')
    return [
      {
        key: cellOf(table, row, 'id') ?? called,
        name,
        text: proseOf(table, row, 'text'),
        ...(Object.keys(affiliation).length > 0 && { affiliation }),
        ...(email !== undefined && { email }),
        links: linksOf(table, row),
      },
    ]
  })
}
