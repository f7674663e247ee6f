import { attend } from '../../checking/attend.ts'
import { venueDay } from '../../core/time/venue.ts'
import { PackError, type Fault } from '../../knowledge/fault.ts'
import { withLines } from '../../knowledge/lines.ts'
import { inspectPack } from '../../knowledge/load.ts'
import { readPackFiles } from '../../knowledge/pack-files.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { helpTexts } from '../help.ts'
import { parse } from '../parse.ts'
import { counted, faultJson, faultLines } from './fault-json.ts'
import { onlyOf } from './only-directory.ts'
import type { Terminal } from './terminal.ts'

/** Warnings of one kind that are told one by one; of more, the rest is counted. */
const most = 40

/**
 * `knowledge check DIR`: says what is wrong with a pack, or how large it is and what somebody who attends would miss.
 * Throws a PackError with all faults; with --json they are printed as well.
 */
export async function check(args: readonly string[], { stdout }: Terminal): Promise<void> {
  const { values, positionals } = parse(args, helpTexts.knowledge, { json: { type: 'boolean' } })
  const directory = onlyOf(positionals)
  const files = readPackFiles(directory)
  const { pack, faults, warnings: untranslated, origins } = inspectPack(files)
  const attended =
    pack && origins && faults.length === 0 ? attend({ pack, origins, today: venueDay(new Date(), pack.timeZone) }) : []
  const warnings = [...withLines(attended, files.files), ...untranslated]
  if (values.json)
    stdout.write(`${JSON.stringify({ faults: faults.map(faultJson), warnings: warnings.map(faultJson) })}\n`)
  if (faults.length > 0) throw new PackError(directory, faults)
  if (!values.json) stdout.write(`${directory}: no faults; ${sizeOf(pack!)}\n${told(warnings)}`)
}

function sizeOf({ entries, languages }: Pack): string {
  const questions = entries.reduce((sum, { questions: { kk, ru, en } }) => sum + kk.length + ru.length + en.length, 0)
  return `${entries.length} entries, ${questions} questions, languages ${languages.join(', ')}`
}

function told(warnings: readonly Fault[]): string {
  if (warnings.length === 0) return ''
  const more = warnings.length - most
  const title = `${counted(warnings.length, 'warning')}, of what people who attend would miss:\n`
  return title + faultLines(warnings.slice(0, most)) + (more > 0 ? `  … and ${more} more; --json has them all\n` : '')
}
