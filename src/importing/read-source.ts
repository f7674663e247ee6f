import { extname } from 'node:path'
import { markdownBlocks } from './document/markdown.ts'
import { htmlBlocks } from './document/html.ts'
import type { Block } from './document/block.ts'
import { languageFinder } from './programme/find-language.ts'
import { UnreadableFile } from './programme/unreadable-file.ts'
import { emptyProgramme, type Programme, type Reading } from './programme/programme.ts'
import { readBlocks } from './document/read-blocks.ts'
import { readTable } from './table/read-table.ts'
import type { FromTable } from './table/rows.ts'
import type { Table } from './table/table.ts'
import { readCalendar } from './schedule/calendar.ts'
import { readCsv } from './table/csv.ts'
import { decodeText } from './files/decode.ts'
import { tableOfJson } from './table/json-table.ts'
import { limits } from './files/limits.ts'
import { isSchedule, readScheduleJson } from './schedule/schedule-json.ts'
import { readScheduleXml } from './schedule/schedule-xml.ts'

/** A file to import. */
export type Source = { readonly name: string; readonly bytes: Uint8Array }

/** What is known of the event already, and helps to read times. */
export type ReadContext = { readonly timeZone?: string | undefined; readonly year?: number | undefined }

/** Formats by the ends of names; what a text file really is, its content tells. */
const binary = new Set(['.xlsx', '.docx', '.pdf'])
const known = 'xlsx, csv, json, xml, ics, md, html, docx, pdf'

/** Reads a file in whatever format it is. What can't be used is a fault of the reading; never throws for bad input. */
export async function readSource(source: Source, context: ReadContext): Promise<Reading> {
  try {
    const { programme, faults, notes } = await readAny(source, context)
    const items = programme.sessions.length + programme.people.length + programme.rooms.length + programme.facts.length
    if (items > limits.items)
      throw new UnreadableFile(`more than ${limits.items} items; leave out what is no programme`)
    if (items === 0 && faults.length === 0)
      throw new UnreadableFile('nothing to import was found in it; see docs/your-event.md for what is read')
    return { programme, faults, notes: notes.map((note) => `${source.name}: ${note}`) }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const faults = [{ file: source.name, place: error.place, message: error.message }]
    return { programme: emptyProgramme, faults, notes: [] }
  }
}

async function readAny({ name, bytes }: Source, context: ReadContext): Promise<FromTable> {
  if (bytes.length === 0) throw new UnreadableFile('it is empty')
  const end = extname(name).toLowerCase()
  const signature = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  if (signature === '%PDF-') {
    const { pdfBlocks } = await import('./document/pdf.ts')
    return fromBlocks(await pdfBlocks(bytes), name, context)
  }
  if (end === '.docx') {
    const { wordBlocks } = await import('./document/word.ts')
    return fromBlocks(await wordBlocks(bytes), name, context)
  }
  if (end === '.xlsx' || end === '.xlsm') {
    const { readWorkbook } = await import('./table/workbook.ts')
    return fromTables(await readWorkbook(bytes), name, context)
  }
  if (binary.has(end) || signature.startsWith('PK') || signature.startsWith('\u00d0\u00cf'))
    throw new UnreadableFile(`its content is not what its name says, or a format that is not read; use ${known}`)
  const { text, encoding } = decodeText(bytes)
  const read = readText(text, name, end, context)
  return encoding === 'utf-8' ? read : { ...read, notes: [`read as ${encoding}`, ...read.notes] }
}

function readText(text: string, name: string, end: string, context: ReadContext): FromTable {
  const head = text.slice(0, 1000).trimStart()
  if (/^BEGIN:VCALENDAR/i.test(head)) return alone(readCalendar(text, context))
  if (end === '.json' || /^[[{]/.test(head)) return readJson(text, name, context)
  if (/^<(?:!doctype\s+)?html|<body|<h[1-6]\b|<div\b/i.test(head) || end === '.html' || end === '.htm')
    return fromBlocks(htmlBlocks(text), name, context)
  if (end === '.xml' || head.startsWith('<?xml') || head.startsWith('<schedule')) return alone(readScheduleXml(text))
  if (end === '.ics' || end === '.ical') throw new UnreadableFile('it does not begin as a calendar; export it anew')
  if (end === '.csv' || end === '.tsv') return fromTables([readCsv(text, name)], name, context)
  if (end === '.md' || end === '.mdx' || end === '.markdown' || end === '.txt')
    return fromBlocks(markdownBlocks(text), name, context)
  throw new UnreadableFile(`a format that is not read; use ${known}`)
}

function readJson(text: string, name: string, context: ReadContext): FromTable {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new UnreadableFile(`no JSON (${reason}); export it anew`)
  }
  return isSchedule(content)
    ? alone(readScheduleJson(content))
    : fromTables([tableOfJson(content, name)], name, context)
}

function fromBlocks(blocks: readonly Block[], name: string, { year }: ReadContext): FromTable {
  return readBlocks(blocks, name, languageFinder(), year)
}

function fromTables(tables: readonly Table[], name: string, { year }: ReadContext): FromTable {
  const find = languageFinder()
  const read = tables.flatMap((table) => readTable(table, name, find, year) ?? [])
  if (read.length === 0)
    throw new UnreadableFile(
      'no row of headings that are known, such as Title and Start, or Question and Answer; see: knowledge template',
    )
  const programmes = read.map(({ programme }) => programme)
  return {
    programme: {
      sessions: programmes.flatMap(({ sessions }) => sessions),
      people: programmes.flatMap(({ people }) => people),
      rooms: programmes.flatMap(({ rooms }) => rooms),
      facts: programmes.flatMap(({ facts }) => facts),
    },
    faults: read.flatMap(({ faults }) => faults),
    notes: read.flatMap(({ notes }) => notes),
  }
}

function alone(programme: Programme): FromTable {
  return { programme, faults: [], notes: [] }
}
