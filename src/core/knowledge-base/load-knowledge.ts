import { readPackFiles, type PackFiles } from '../../knowledge/pack-files.ts'
import { compiledPaths, readCompiled, writeCompiled } from './compiled-file.ts'
import { decodeCompiled } from './compiled-bytes.ts'
import { compiledKeyOf } from './key.ts'
import { openCompiled, type KnowledgeBase } from './knowledge-base.ts'

/**
 * The knowledge base of a pack: from its compiled file where there is a good one, else compiled in this thread and kept
 * in a file for the next time. Throws a PackError that lists every fault of the pack.
 */
export async function loadKnowledge(path: string): Promise<KnowledgeBase> {
  const files = readPackFiles(path)
  return readKnowledge(files) ?? openCompiled((await compileFiles(files)).compiled)
}

/**
 * The knowledge base from the compiled file; undefined if there is none that was made of these files by this program.
 */
export function readKnowledge(files: PackFiles): KnowledgeBase | undefined {
  const key = compiledKeyOf(files)
  const compiled = readCompiled(compiledPaths(files.path), (bytes) => decodeCompiled(bytes, key))
  return compiled && openCompiled(compiled)
}

/** Compiles a pack from its files and keeps the result in a file. Throws a PackError. */
export async function compileFiles(files: PackFiles) {
  // YAML and schemas are needed only here: a start from a compiled file is spared a tenth of a second by it.
  const [{ packFrom }, { compilePack }, { encodeCompiled }] = await Promise.all([
    import('../../knowledge/load.ts'),
    import('./compile.ts'),
    import('./compiled-bytes.ts'),
  ])
  const compiled = compilePack(packFrom(files))
  const key = compiledKeyOf(files)
  const bytes = encodeCompiled(compiled, key)
  return { compiled, key, bytes, file: writeCompiled(compiledPaths(files.path), bytes) }
}
