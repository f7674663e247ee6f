import { inItsLanguage, type LanguageFinder } from '../programme/find-language.ts'
import { emptyProgramme, joined, type Fact, type Link } from '../programme/programme.ts'
import { readPart } from '../table/columns.ts'
import { readTable } from '../table/read-table.ts'
import type { FromTable } from '../table/rows.ts'
import { looksLikeHeading, type Block } from './block.ts'

/** A heading with what stands below it, before the next one. */
type Section = { readonly path: readonly string[]; readonly lines: string[]; readonly links: Link[] }

/** A heading longer than this is a paragraph in bold. */
const longestHeading = 200

/**
 * What a document tells: each heading, or question, with what follows it is a fact; a table whose headings are those of
 * a programme is read as one, with the day that stands above it.
 */
export function readBlocks(blocks: readonly Block[], file: string, find: LanguageFinder, year?: number): FromTable {
  const sections: Section[] = []
  const tables: FromTable[] = []
  const notes: string[] = []
  let headings: { level: number; text: string }[] = []
  for (const block of blocks.flatMap(asDialogue)) {
    if (block.kind === 'heading' && block.text.length <= longestHeading) {
      headings = [...headings.filter(({ level }) => level < block.level), { level: block.level, text: block.text }]
      sections.push({ path: headings.map(({ text }) => text), lines: [], links: [] })
      continue
    }
    const section = sections.at(-1) ?? startIn(sections)
    if (block.kind === 'table') {
      const name = section.path.at(-1) ?? file
      const table = readTable({ name, rows: block.rows }, file, find, year)
      if (table?.faults.length === 0) tables.push(table)
      else section.lines.push(...block.rows.map((row) => row.filter(Boolean).join(' – ')).filter(Boolean))
      for (const { place, message } of table?.faults ?? [])
        notes.push(`${place}: ${message}; the table is kept as text`)
    } else {
      section.lines.push(block.text)
      if (block.kind === 'text') section.links.push(...block.links)
    }
  }
  const facts = sections.flatMap((section) => factOf(section, find))
  return {
    programme: joined([{ ...emptyProgramme, facts: numbered(facts) }, ...tables.map(({ programme }) => programme)]),
    faults: [],
    notes: [...new Set([...notes, ...tables.flatMap(({ notes }) => notes)])],
  }
}

function startIn(sections: Section[]): Section {
  const first: Section = { path: [], lines: [], links: [] }
  sections.push(first)
  return first
}

/** "Q: … / A: …", and a question on a line of its own, are headings; "A:" goes. */
function asDialogue(block: Block): Block[] {
  if (block.kind !== 'text') return block.kind === 'heading' ? [withoutNumber(block)] : [block]
  const parts: Block[] = []
  for (const line of block.text.split('\n')) {
    const read = readPart(line)
    const last = parts.at(-1)
    if (read?.part === 'question') parts.push({ kind: 'heading', level: looksLikeHeading, text: read.text })
    else if (isQuestion(line, block.text)) parts.push({ kind: 'heading', level: looksLikeHeading, text: line })
    else if (last?.kind === 'text') parts[parts.length - 1] = { ...last, text: `${last.text}\n${read?.text ?? line}` }
    else parts.push({ kind: 'text', text: read?.text ?? line, links: [] })
  }
  const answer = parts.findIndex(({ kind }) => kind === 'text')
  return parts.map((part, at) => (part.kind === 'text' && at === answer ? { ...part, links: block.links } : part))
}

/** A first line that asks, short enough to be a heading: the rest answers it. */
function isQuestion(line: string, text: string): boolean {
  return line.trim().endsWith('?') && line.length <= longestHeading && text.startsWith(line) && !line.startsWith('•')
}

function withoutNumber(block: Extract<Block, { kind: 'heading' }>): Block {
  const text = (readPart(block.text)?.text ?? block.text).replace(/^\d+(?:\.\d+)*[.)]\s+/, '')
  return { ...block, text }
}

function factOf({ path, lines, links }: Section, find: LanguageFinder): Fact[] {
  const text = lines.join('\n').trim()
  const title = titleOf(path)
  if (text === '' || title === undefined) return []
  return [{ key: path.join(' › '), title: inItsLanguage(title, find), text: inItsLanguage(text, find), links }]
}

/** "Where?" or "General" say nothing alone; the heading above says of what. */
function titleOf(path: readonly string[]): string | undefined {
  const title = path.at(-1)
  const above = path.at(-2)
  if (title === undefined || above === undefined) return title
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < 2 || (words.length < 3 && title.endsWith('?')) ? `${above}: ${title}` : title
}

/** Two sections of one heading are told apart by a number. */
function numbered(facts: readonly Fact[]): Fact[] {
  const times = new Map<string, number>()
  return facts.map((fact) => {
    const time = (times.get(fact.key) ?? 0) + 1
    times.set(fact.key, time)
    return time === 1 ? fact : { ...fact, key: `${fact.key} #${time}` }
  })
}
