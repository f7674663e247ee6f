import type { LanguageFinder } from '../programme/find-language.ts'
import { emptyProgramme } from '../programme/programme.ts'
import { readHeading, tableKinds, type Heading, type TableKind } from './columns.ts'
import { readFacts } from './facts.ts'
import { readPeople } from './people.ts'
import { readRooms } from './rooms.ts'
import type { FromTable, ReadTable } from './rows.ts'
import { readSessions } from './sessions.ts'
import type { Table } from './table.ts'

/** How far down a sheet its headings are looked for: a title and a note may stand above them. */
const deepestHeading = 15

/**
 * What a table tells of the programme. What it tells of is told by its headings: the kind that knows most of them.
 * Undefined if it has no row of headings.
 */
export function readTable(table: Table, file: string, find: LanguageFinder, year?: number): FromTable | undefined {
  const found = findHeadings(table)
  if (!found) return undefined
  const { at, kind, headings } = found
  const rows = table.rows.slice(at + 1).map((cells, index) => ({ number: at + index + 2, cells }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const read: ReadTable = { name: table.name, kind, headings, rows: filled, find }
  if (kind === 'sessions') return readSessions(read, file, year)
  if (kind === 'people') return { programme: { ...emptyProgramme, people: readPeople(read) }, faults: [], notes: [] }
  if (kind === 'rooms') return { programme: { ...emptyProgramme, rooms: readRooms(read) }, faults: [], notes: [] }
  return { programme: { ...emptyProgramme, facts: readFacts(read) }, faults: [], notes: [] }
}

/** Columns without which a table of a kind says nothing. */
const needed: Readonly<Record<TableKind, readonly string[]>> = {
  sessions: ['title', 'start'],
  people: ['name'],
  rooms: ['name'],
  facts: ['question', 'answer'],
}

function findHeadings({
  rows,
}: Table): { at: number; kind: TableKind; headings: readonly (Heading | undefined)[] } | undefined {
  for (const [at, cells] of rows.slice(0, deepestHeading).entries()) {
    const readings = tableKinds.map((kind) => {
      const headings = withoutRepeats(cells.map((cell) => readHeading(cell, kind)))
      const columns = new Set(headings.flatMap((heading) => heading?.column ?? []))
      const complete = needed[kind].every((column) => columns.has(column) || (column === 'start' && columns.has('day')))
      return { at, kind, headings, known: complete && columns.size > 1 ? columns.size : 0 }
    })
    const [best] = readings.toSorted((a, b) => b.known - a.known) as [(typeof readings)[number]]
    if (best.known > 0) return best
  }
  return undefined
}

/** The first of two columns that stand for the same keeps its meaning: "Date" twice is a mistake, or another thing. */
function withoutRepeats(headings: readonly (Heading | undefined)[]): (Heading | undefined)[] {
  const seen = new Set<string>()
  return headings.map((heading) => {
    const key = `${heading?.column} ${heading?.language}`
    if (heading === undefined || seen.has(key)) return undefined
    seen.add(key)
    return heading
  })
}
