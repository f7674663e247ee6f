import { extname } from 'node:path'
import { firstLine } from '../knowledge/pack-files.ts'
import { languageFinder } from './programme/find-language.ts'
import { emptyProgramme, joined, type Programme, type Reading } from './programme/programme.ts'
import { UnreadableFile } from './programme/unreadable-file.ts'
import { decodeText } from './files/decode.ts'
import { limits } from './files/limits.ts'
import type { Block } from './document/block.ts'
import type { FromTable } from './table/rows.ts'
import type { Table } from './table/table.ts'

/** A file to import. */
export type Source = { readonly name: string; readonly bytes: Uint8Array }

/** What is known of the event already, and helps to read times. */
export type ReadContext = { readonly timeZone?: string | undefined; readonly year?: number | undefined }

/** A file of which it was found out what it is. */
type Known = Source & { readonly text: string; readonly context: ReadContext }

const formats = 'xlsx, csv, json, xml, ics, md, html, docx, pdf'

/** Reads a file in whatever format it is. What can't be used is a fault of the reading; never throws for bad input. */
export async function readSource(source: Source, context: ReadContext): Promise<Reading> {
  try {
    const { programme, faults, notes } = await readAny(source, context)
    const { sessions, people, rooms, facts } = programme
    const items = sessions.length + people.length + rooms.length + facts.length
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

async function readAny(source: Source, context: ReadContext): Promise<FromTable> {
  const { name, bytes } = source
  if (bytes.length === 0) throw new UnreadableFile('it is empty')
  const binary = binaryFormat(name, bytes)
  if (binary) return binary({ ...source, text: '', context })
  const { text, encoding } = decodeText(bytes)
  const read = await textFormat(name, text)({ ...source, text, context })
  return encoding === 'utf-8' ? read : { ...read, notes: [`read as ${encoding}`, ...read.notes] }
}

/** Each loads its library when a file needs it. */
type Read = (file: Known) => Promise<FromTable>

function binaryFormat(name: string, bytes: Uint8Array): Read | undefined {
  const end = extname(name).toLowerCase()
  const signature = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  if (signature === '%PDF-') return readPdf
  if (end === '.docx') return readWord
  if (end === '.xlsx' || end === '.xlsm') return readSpreadsheet
  // Archives and the compound files of old Office begin so.
  if (end === '.pdf' || signature.startsWith('PK') || signature.startsWith('\u00d0\u00cf'))
    throw new UnreadableFile(`its content is not what its name says, or a format that is not read; use ${formats}`)
  return undefined
}

/** What a text is, by its content rather than its name: exports come under any. */
function textFormat(name: string, text: string): Read {
  const end = extname(name).toLowerCase()
  const head = text.slice(0, 1000).trimStart()
  if (/^BEGIN:VCALENDAR/i.test(head)) return readIcs
  if (end === '.json' || /^[[{]/.test(head)) return readJson
  if (end === '.html' || end === '.htm' || /^<(?:!doctype\s+)?html|<body|<h[1-6]\b|<div\b/i.test(head)) return readHtml
  if (end === '.xml' || head.startsWith('<?xml') || head.startsWith('<schedule')) return readXml
  if (end === '.ics' || end === '.ical') throw new UnreadableFile('it does not begin as a calendar; export it anew')
  if (end === '.csv' || end === '.tsv') return readSeparated
  if (/^\.(?:md|mdx|markdown|txt)$/.test(end)) return readMarkdown
  throw new UnreadableFile(`a format that is not read; use ${formats}`)
}

const readPdf: Read = async (file) => {
  const { pdfBlocks } = await import('./document/pdf.ts')
  return fromBlocks(await pdfBlocks(file.bytes), file)
}

const readWord: Read = async (file) => {
  const { wordBlocks } = await import('./document/word.ts')
  return fromBlocks(await wordBlocks(file.bytes), file)
}

const readSpreadsheet: Read = async (file) => {
  const { readWorkbook } = await import('./table/workbook.ts')
  return fromTables(await readWorkbook(file.bytes), file)
}

const readIcs: Read = async ({ text, context }) =>
  alone((await import('./schedule/calendar.ts')).readCalendar(text, context))

const readXml: Read = async ({ text }) => alone((await import('./schedule/schedule-xml.ts')).readScheduleXml(text))

const readHtml: Read = async (file) => fromBlocks((await import('./document/html.ts')).htmlBlocks(file.text), file)

const readMarkdown: Read = async (file) => {
  const { markdownBlocks } = await import('./document/markdown.ts')
  return fromBlocks(markdownBlocks(file.text), file)
}

const readSeparated: Read = async (file) =>
  fromTables([(await import('./table/csv.ts')).readCsv(file.text, file.name)], file)

const readJson: Read = async (file) => {
  let content: unknown
  try {
    content = JSON.parse(file.text)
  } catch (error) {
    throw new UnreadableFile(`no JSON (${firstLine(error)}); export it anew`)
  }
  const { isSchedule, readScheduleJson } = await import('./schedule/schedule-json.ts')
  if (isSchedule(content)) return alone(readScheduleJson(content))
  return fromTables([(await import('./table/json-table.ts')).tableOfJson(content, file.name)], file)
}

async function fromBlocks(blocks: readonly Block[], { name, context }: Known): Promise<FromTable> {
  const { readBlocks } = await import('./document/read-blocks.ts')
  return readBlocks(blocks, name, languageFinder(), context.year)
}

async function fromTables(tables: readonly Table[], { name, context }: Known): Promise<FromTable> {
  const { readTable } = await import('./table/read-table.ts')
  const find = languageFinder()
  const read = tables.flatMap((table) => readTable(table, name, find, context.year) ?? [])
  if (read.length === 0)
    throw new UnreadableFile(
      'no row of headings that are known, such as Title and Start, or Question and Answer; see: knowledge template',
    )
  return {
    programme: joined(read.map(({ programme }) => programme)),
    faults: read.flatMap(({ faults }) => faults),
    notes: read.flatMap(({ notes }) => notes),
  }
}

function alone(programme: Programme): FromTable {
  return { programme, faults: [], notes: [] }
}
