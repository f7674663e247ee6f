import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Fault } from './fault.ts'

/** A data file of a pack, as it was read. */
export type PackFile = { readonly name: string; readonly source: string }

/** The data files of a pack in the order of their names, and what could not be read. */
export type PackFiles = {
  /** The directory, or the single file. */
  readonly path: string
  readonly files: readonly PackFile[]
  readonly faults: readonly Fault[]
  /** When the newest of them was changed, in milliseconds since 1970. */
  readonly modified?: number
}

const extensions = new Set(['.yaml', '.yml', '.json', '.jsonl'])

/** Reads every data file of a directory, or a single file. Never throws: what can't be read is a fault. */
export function readPackFiles(path: string): PackFiles {
  const faults: Fault[] = []
  const files: PackFile[] = []
  let modified = 0
  for (const file of listed(path, faults)) {
    try {
      // A pipe or a device might never end.
      if (!statSync(file).isFile()) throw new Error('is no file; put a file of data in its place')
      files.push({ name: basename(file), source: decode(readFileSync(file)) })
      modified = Math.max(modified, Math.trunc(statSync(file).mtimeMs))
    } catch (error) {
      faults.push({ file: basename(file), place: '', message: firstLine(error) })
    }
  }
  if (files.length === 0 && faults.length === 0) {
    faults.push({
      file: path,
      place: '',
      message: 'holds no .yaml, .json or .jsonl file; write for example entries.yaml',
    })
  }
  return { path, files, faults, modified }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Without the mark that some editors put before UTF-8. Throws for bytes that are no UTF-8. */
function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  try {
    return utf8.decode(bytes)
  } catch {
    const other = wide ? 'UTF-16' : 'another encoding, such as windows-1251'
    throw new SyntaxError(`is in ${other}; save it as UTF-8`)
  }
}

/** The paths of a pack's data files, in the order of their names. Throws if there is no such file or directory. */
export function dataPaths(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path).filter((name) => extensions.has(extname(name)))
  return names.toSorted().map((name) => join(path, name))
}

/** What an error says, without the excerpt or the stack that follows. */
export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!
}

function listed(path: string, faults: Fault[]): string[] {
  try {
    return dataPaths(path)
  } catch (error) {
    faults.push({
      file: path,
      place: '',
      message: `can't be read (${firstLine(error)}); name a directory of data files`,
    })
    return []
  }
}
