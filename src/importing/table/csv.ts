import { parse } from 'csv-parse/sync'
import { firstLine } from '../../knowledge/pack-files.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Table } from './table.ts'
import { limits } from '../files/limits.ts'

const delimiters = [',', ';', '\t', '|'] as const

/**
 * A text of separated values as a table: with commas, semicolons (as Excel writes where a comma parts decimals), tabs
 * or bars, whichever its first lines have. Throws an UnreadableFile for one that is cut off or too large.
 */
export function readCsv(text: string, name: string): Table {
  const delimiter = delimiterOf(text)
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + 1,
      max_record_size: 1_000_000,
    })
    if (rows.length > limits.rows)
      throw new UnreadableFile(`more than ${limits.rows} rows; leave out what is no programme`)
    return { name, rows: rows.map((cells) => cells.slice(0, limits.columns).map((cell) => cell.trim())) }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`no table of separated values (${firstLine(error)}); export it as CSV anew`)
  }
}

/** The one that parts the first lines into most cells. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .slice(0, 10)
    .join('\n')
    .replaceAll(/"[^"]*"/g, '')
  const counted = delimiters.map((sign) => ({ sign, often: lines.split(sign).length }))
  return counted.toSorted((a, b) => b.often - a.often)[0]!.sign
}
