import type { Fact } from '../programme/programme.ts'
import { cellOf, linksOf, wordsOf, type ReadTable } from './rows.ts'

/** Questions with their answers, a row each. A question that nobody has answered yet is left out. */
export function readFacts(table: ReadTable): Fact[] {
  return table.rows.flatMap((row) => {
    const title = wordsOf(table, row, 'question')
    const text = wordsOf(table, row, 'answer')
    const topic = cellOf(table, row, 'topic')
    const phone = cellOf(table, row, 'phone')
    const email = cellOf(table, row, 'email')
    const links = linksOf(table, row)
    const [called] = [...Object.values(title), topic]
    const answers = Object.keys(text).length + links.length > 0 || phone !== undefined || email !== undefined
    if (called === undefined || !answers) return []
    return [
      {
        key: cellOf(table, row, 'id') ?? called,
        title,
        text,
        ...(topic !== undefined && { topic }),
        ...(phone !== undefined && { phone }),
        ...(email !== undefined && { email }),
        links,
      },
    ]
  })
}
