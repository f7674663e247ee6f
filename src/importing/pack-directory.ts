import { makeDirectory } from '../core/make-directory.ts'
import { OperatorError } from '../knowledge/fault.ts'

/** Makes the directory of a pack, if it is not there. Throws an OperatorError. */
export function makePackDirectory(path: string): void {
  try {
    makeDirectory(path)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`${path} can't be made: ${why}; name a directory that can`, { cause: error })
  }
}
