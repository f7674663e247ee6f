import { load } from 'js-yaml'
import { extname } from 'node:path'
import { z } from 'zod'
import { decodeText } from '../importing/files/decode.ts'
import { readCsv } from '../importing/table/csv.ts'
import { readHeading } from '../importing/table/columns.ts'
import type { Table } from '../importing/table/table.ts'
import { readWorkbook } from '../importing/table/workbook.ts'
import { OperatorError } from '../knowledge/fault.ts'
import { firstLine } from '../knowledge/pack-files.ts'

/** A question of an organizer, and what its answer should hold: words, the id of an entry, or "-" for none. */
export type Trial = { readonly question: string; readonly expected?: string }

const trial = z.union([
  z.string().transform((question) => ({ question })),
  z.strictObject({ question: z.string(), expected: z.string().optional() }),
])

/**
 * The questions of a file: a line each, with what is expected behind "=>"; a YAML list of them; or a table with the
 * headings Question and Answer (.csv, .xlsx). Throws an OperatorError for a file without any.
 */
export async function readQuestions(name: string, bytes: Uint8Array): Promise<Trial[]> {
  const trials = (await readAny(name, bytes)).filter(({ question }) => question.trim() !== '')
  if (trials.length === 0)
    throw new OperatorError(`${name} has no question; write one a line, "Where is lunch? => Hall B"`)
  return trials
}

async function readAny(name: string, bytes: Uint8Array): Promise<Trial[]> {
  const end = extname(name).toLowerCase()
  if (end === '.xlsx') return (await readWorkbook(bytes)).flatMap(trialsOf)
  const { text } = decodeText(bytes)
  if (end === '.csv') return trialsOf(readCsv(text, name))
  return end === '.yaml' || end === '.yml' ? fromYaml(name, text) : fromLines(text)
}

function fromLines(text: string): Trial[] {
  return text.split('\n').flatMap((line) => {
    const [question, expected] = line.split('=>').map((part) => part.trim()) as [string, string?]
    if (question === '' || question.startsWith('#')) return []
    return [expected ? { question, expected } : { question }]
  })
}

function fromYaml(name: string, text: string): Trial[] {
  try {
    return z.array(trial).parse(load(text)) as Trial[]
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : firstLine(error)
    throw new OperatorError(`${name}: ${reason}; write a list of "- question: …" with "expected: …"`)
  }
}

/** Without headings, the first column asks and the second says what is expected. */
function trialsOf({ rows }: Table): Trial[] {
  const headings = rows[0]?.map((cell) => readHeading(cell, 'facts')?.column) ?? []
  const known = headings.includes('question')
  const [ask, expect] = known ? [headings.indexOf('question'), headings.indexOf('answer')] : [0, 1]
  return rows.slice(known ? 1 : 0).map((row) => {
    const expected = row[expect]?.trim()
    return { question: row[ask] ?? '', ...(expected && { expected }) }
  })
}
