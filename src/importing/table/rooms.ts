import type { Language } from '../../knowledge/language.ts'
import type { Room } from '../programme/programme.ts'
import { floorNamed } from './columns.ts'
import { cellOf, linksOf, wordsOf, type ReadTable } from './rows.ts'

/** Rooms, a row each; a row without a name is left out. */
export function readRooms(table: ReadTable): Room[] {
  return table.rows.flatMap((row) => {
    const name = wordsOf(table, row, 'name')
    const [called] = Object.values(name)
    if (called === undefined) return []
    const building = cellOf(table, row, 'building')
    const floor = cellOf(table, row, 'floor')
    const directions = wordsOf(table, row, 'directions')
    return [
      {
        key: called,
        name,
        ...(building !== undefined && { building }),
        ...(floor !== undefined && { floor: floorNamed(floor, Object.keys(name) as Language[]) }),
        ...(Object.keys(directions).length > 0 && { directions }),
        links: linksOf(table, row),
      },
    ]
  })
}
