import { compileFiles } from '../../core/knowledge-base/load-knowledge.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { readPackFiles } from '../../knowledge/pack-files.ts'
import { onlyDirectory } from './only-directory.ts'
import type { Terminal } from './terminal.ts'

/** `knowledge compile DIR`: makes a pack's compiled file, for a start that is not the first. Throws a PackError. */
export async function compile(args: readonly string[], { stdout }: Terminal): Promise<void> {
  const directory = onlyDirectory(args)
  const { file, bytes } = await compileFiles(readPackFiles(directory))
  if (file === undefined) throw new OperatorError(`${directory}: no place to write the compiled pack to`)
  stdout.write(`${directory}: compiled to ${file}, ${Math.ceil(bytes.length / 1000)} kB\n`)
}
