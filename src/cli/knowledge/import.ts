import { prepareImport, type Prepared } from '../../importing/import-files.ts'
import { isEmpty } from '../../importing/plan/difference.ts'
import { isTimeZone } from '../../knowledge/dates.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { parse, UsageError } from '../parse.ts'
import { counted, faultJson, faultLines } from './fault-json.ts'
import { knowledgeUsage } from '../knowledge-help.ts'
import { describeDifference, differenceJson } from './show-difference.ts'
import { confirm, type Terminal } from './terminal.ts'

/**
 * `knowledge import FILE… --to DIR`: shows what the files change in the pack, and writes it once that is confirmed: by
 * an answer in a terminal, by --yes, or by a program that asks for JSON without --dry-run. A directory without a pack
 * loses nothing and needs no word. Throws an OperatorError where nothing was written that was asked for.
 */
export async function importInto(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, knowledgeUsage, {
    to: { type: 'string' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
    title: { type: 'string' },
    'time-zone': { type: 'string' },
  })
  const { to, 'time-zone': timeZone, title } = values
  if (to === undefined || positionals.length === 0)
    throw new UsageError(`name the files, and the pack by --to\n${knowledgeUsage}`)
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new UsageError(`--time-zone ${timeZone}: there is no such time zone; write for example Asia/Almaty`)
  const { stdout } = terminal
  const prepared = await prepareImport(positionals, to, { timeZone, title })
  if (values.json) stdout.write(`${JSON.stringify(importJson(prepared))}\n`)
  if (prepared.faults.length > 0)
    throw new OperatorError(
      `Nothing was written: ${counted(prepared.faults.length, 'fault')}\n${faultLines(prepared.faults).trimEnd()}`,
    )
  if (!values.json) stdout.write(described(to, prepared))
  if (values['dry-run']) return
  if (isEmpty(prepared.difference) && !prepared.isNew) return prepared.write()
  if (!prepared.isNew && !values.yes && !values.json) {
    const confirmed = await confirm('Write this?', terminal)
    if (confirmed === undefined) throw new OperatorError('Nothing was written; to write it, add --yes')
    if (!confirmed) return void stdout.write('Nothing was written.\n')
  }
  prepared.write()
  if (!values.json) stdout.write(written(to, prepared))
}

function importJson({ difference, faults, notes }: Prepared): object {
  return { ...differenceJson(difference), faults: faults.map(faultJson), notes }
}

function described(to: string, { difference, notes }: Prepared): string {
  const lines = [`${to}: ${describeDifference(difference)}`, ...notes.map((note) => `Note: ${note}`)]
  return `${lines.join('\n')}\n`
}

function written(to: string, { files }: Prepared): string {
  return `Written: ${files.map(({ name }) => name).join(', ')}. Look at it: npm run -s knowledge -- check ${to}\n`
}
