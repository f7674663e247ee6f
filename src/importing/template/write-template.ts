import writeWorkbook from 'write-excel-file/node'
import type { Language } from '../../knowledge/language.ts'
import type { TableKind } from '../table/columns.ts'
import { templateSheets, type TemplateSheet } from './rows.ts'

/** An .xlsx file with a sheet for the programme, the speakers, the rooms and the questions. */
export async function templateWorkbook(shown: readonly Language[]): Promise<Buffer> {
  const sheets = templateSheets(shown).map((sheet) => ({
    sheet: sheet.name,
    data: cellsOf(sheet),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }))
  return await writeWorkbook(sheets).toBuffer()
}

function cellsOf({ headings, rows }: TemplateSheet) {
  const heading = headings.map((value) => ({
    value,
    fontWeight: 'bold' as const,
    backgroundColor: '#dce6f1',
    wrap: true,
  }))
  return [heading, ...rows.map((row) => row.map((value) => (value === '' ? null : { value, wrap: true })))]
}

/** One of the sheets as a .csv file, with the mark by which Excel knows UTF-8. */
export function templateCsv(kind: TableKind, shown: readonly Language[]): string {
  const { headings, rows } = templateSheets(shown).find((sheet) => sheet.kind === kind)!
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
