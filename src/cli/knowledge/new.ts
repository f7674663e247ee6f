import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePackDirectory } from '../../importing/pack-directory.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { onlyDirectory } from './only-directory.ts'
import type { Terminal } from './terminal.ts'

const starter = fileURLToPath(new URL('../../importing/starter', import.meta.url))

/** `knowledge new DIR`: a small pack in three languages, explained line by line. Never writes into what is there. */
export async function makeNew(args: readonly string[], { stdout }: Terminal): Promise<void> {
  const directory = onlyDirectory(args)
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new OperatorError(`${directory} is not empty; name a directory that is, or one that is not there yet`)
  makePackDirectory(directory)
  const names = readdirSync(starter)
  for (const name of names) copyFileSync(join(starter, name), join(directory, name))
  stdout.write(`${directory}: ${names.join(', ')}. Change them, then: npm run -s knowledge -- check ${directory}\n`)
}
