import { readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { OperatorError } from '../knowledge/fault.ts'

/** The settings that a file holds; none if there is no file. Throws an OperatorError for one that can't be read. */
export function settingsIn(path: string): Readonly<Record<string, string | undefined>> {
  return parseEnv(readSettings(path) ?? '')
}

function readSettings(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return undefined
    // A pipe might never end.
    if (!found.isFile()) throw new Error('it is no file')
    const written = readFileSync(path, 'utf8')
    // What Windows' shell writes with ">" has a zero in every other byte.
    if (written.includes('\0')) throw new Error('it is not written in UTF-8')
    // Editors of Windows begin a file with a mark, which would become part of the first name.
    return written.replace(/^\uFEFF/, '')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`The settings in ${path} can't be read: ${why}; write lines such as LOG_LEVEL=warn`)
  }
}
