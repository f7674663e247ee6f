import { compiledPaths, readCompiled, writeCompiled } from './compiled-file.ts'
import { unwrap, wrap, type Contents, type Tree } from './container.ts'
import { programKey } from './key.ts'

/**
 * What the program learns from itself alone, the same for every pack: from the compiled file of `path`, or learnt and
 * kept there for the next time. `decode` may throw for what it can't read: that is learnt anew.
 */
export function readOrLearn<T extends Tree>(path: string, decode: (contents: Contents) => T, learn: () => T): T {
  const paths = compiledPaths(path)
  const key = programKey()
  const kept = readCompiled(paths, (bytes) => {
    try {
      const contents = unwrap(bytes, key)
      return contents && decode(contents)
    } catch {
      // Whatever can't be read is not one of ours.
      return undefined
    }
  })
  if (kept !== undefined) return kept
  const learnt = learn()
  writeCompiled(paths, wrap(learnt, key))
  return learnt
}
