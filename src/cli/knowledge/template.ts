import { existsSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { templateCsv, templateWorkbook } from '../../importing/template/write-template.ts'
import type { TableKind } from '../../importing/table/columns.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { languages } from '../../knowledge/language.ts'
import { parse, readLanguage, UsageError } from '../parse.ts'
import { knowledgeUsage } from '../knowledge-help.ts'
import type { Terminal } from './terminal.ts'

const sheets: Readonly<Record<string, TableKind>> = {
  programme: 'sessions',
  speakers: 'people',
  rooms: 'rooms',
  questions: 'facts',
}

/** `knowledge template FILE`: an empty table to be filled in. Never writes over a file that is there. */
export async function template(args: readonly string[], { stdout }: Terminal): Promise<void> {
  const { values, positionals } = parse(args, knowledgeUsage, {
    language: { type: 'string' },
    sheet: { type: 'string', default: 'programme' },
  })
  const [file, ...rest] = positionals
  const kind = Object.hasOwn(sheets, values.sheet) ? sheets[values.sheet] : undefined
  if (file === undefined || rest.length > 0) throw new UsageError(knowledgeUsage)
  if (kind === undefined) throw new UsageError(`--sheet ${values.sheet}: use one of ${Object.keys(sheets).join(', ')}`)
  const language = readLanguage(values.language)
  const shown = language === undefined ? languages : [language]
  const end = extname(file).toLowerCase()
  if (end !== '.xlsx' && end !== '.csv') throw new UsageError(`${file}: write a name that ends in .xlsx or .csv`)
  if (existsSync(file)) throw new OperatorError(`${file} is there already; name a file that is not, or remove it`)
  writeFileSync(file, end === '.csv' ? templateCsv(kind, shown) : await templateWorkbook(shown))
  stdout.write(`${file}: fill it in, then: npm run -s knowledge -- import ${file} --to my-event\n`)
}
