import readSheets, { type CellValue } from 'read-excel-file/universal'
import { strFromU8, unzipSync } from 'fflate'
import { firstLine } from '../../knowledge/pack-files.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Table } from './table.ts'
import { safeArchive } from '../files/archive.ts'
import { limits } from '../files/limits.ts'

/**
 * The sheets of an .xlsx file as tables. Formulas count by the value that they had when the file was saved, macros and
 * pictures are left where they are. Throws an UnreadableFile for what is no such file or too large.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table[]> {
  const archive = safeArchive(
    bytes,
    (name) =>
      /^(?:xl\/(?!media|embeddings|drawings)|_rels|\[Content_Types\])/.test(name) && /\.(?:xml|rels)$/.test(name),
  )
  refuseVast(archive)
  try {
    const sheets = await readSheets(archive.buffer as ArrayBuffer)
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(shown)) }))
  } catch (error) {
    throw new UnreadableFile(`no spreadsheet that can be read (${firstLine(error)}); save it as .xlsx anew`)
  }
}

/** A single cell far down or far out would make a table of millions. */
function refuseVast(archive: Uint8Array): void {
  const sheets = unzipSync(archive, { filter: ({ name }) => name.startsWith('xl/worksheets/') })
  for (const [name, part] of Object.entries(sheets)) {
    for (const [, column, row] of strFromU8(part, true).matchAll(/\br="([A-Z]{1,3})?(\d{1,7})"/g))
      if (Number(row) > limits.rows || (column !== undefined && columnNumber(column) > limits.columns))
        throw new UnreadableFile(
          `${name} has a cell beyond row ${limits.rows} or column ${limits.columns}; leave out what is no programme`,
        )
  }
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** As the sheet shows it. Excel counts days from 1899-12-30, so that times of no day are of that one. */
function shown(value: CellValue | null): string {
  if (value === null) return ''
  if (value instanceof Date) return shownMoment(value)
  if (typeof value === 'number' && value > 0 && value < 1) return shownMoment(new Date(value * 86_400_000 + noDay))
  return String(value).trim()
}

const noDay = Date.UTC(1899, 11, 30)

function shownMoment(value: Date): string {
  // Fractions of a day are off by some milliseconds.
  const minute = new Date(Math.round(value.getTime() / 60_000) * 60_000)
  const [day, time] = minute.toISOString().split('T') as [string, string]
  const hour = time.slice(0, 5)
  if (day < '1900-01-02') return hour
  return hour === '00:00' ? day : `${day} ${hour}`
}
