import { backUp } from '../core/store/backup/back-up.ts'
import { restore } from '../core/store/backup/restore.ts'
import type { Config } from '../operation/config.ts'
import { helpTexts } from './help.ts'
import { misused, parse } from './parse.ts'
import { patiently } from './patience.ts'

/** `backup FILE`: the whole database in a new file. */
export async function runBackup(args: readonly string[], { databaseUrl }: Config): Promise<void> {
  const { positionals } = parse(args, helpTexts.backup, {})
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw misused('Name one file to write to', helpTexts.backup)
  const { rows, bytes } = await patiently('Backing up', process.stderr, backUp(databaseUrl, file))
  process.stdout.write(`backed up to ${file}: ${rows} rows, ${Math.ceil(bytes / 1000)} kB\n`)
}

/** `restore FILE`: what `backup` wrote in the place of the database. */
export async function runRestore(args: readonly string[], { databaseUrl }: Config): Promise<void> {
  const { values, positionals } = parse(args, helpTexts.restore, { replace: { type: 'boolean' } })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw misused('Name one file to restore', helpTexts.restore)
  const manner = { replace: values.replace ?? false, now: new Date() }
  const { rows, halted, setAside } = await patiently('Restoring', process.stderr, restore(databaseUrl, file, manner))
  const lines = [
    `restored from ${file}: ${rows} rows`,
    ...(setAside === undefined ? [] : [`what was there before is kept in ${setAside}`]),
    ...(halted === 0
      ? []
      : [`${halted} that may be out already are stopped: see announce list, then announce resume ID`]),
  ]
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
