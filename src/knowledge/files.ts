import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import type { Fault } from './fault.ts'

/** A data file of a pack and what it holds; `line` finds the line of a path in it, for messages. */
export type DataFile = { name: string; content: unknown; line: (path: readonly PropertyKey[]) => number | undefined }

const extensions = new Set(['.yaml', '.yml', '.json', '.jsonl'])

/** Reads every data file of a directory, or a single file, in the order of their names. */
export function readDataFiles(path: string): { files: DataFile[]; faults: Fault[] } {
  const faults: Fault[] = []
  const files: DataFile[] = []
  for (const file of pathsOf(path, faults)) {
    const name = basename(file)
    try {
      files.push(readDataFile(name, readFileSync(file, 'utf8')))
    } catch (error) {
      faults.push({ file: name, place: '', message: firstLine(error) })
    }
  }
  if (files.length === 0 && faults.length === 0) {
    faults.push({
      file: path,
      place: '',
      message: 'holds no .yaml, .json or .jsonl file; write for example entries.yaml',
    })
  }
  return { files, faults }
}

function pathsOf(path: string, faults: Fault[]): string[] {
  try {
    if (statSync(path).isFile()) return [path]
    const names = readdirSync(path).filter((name) => extensions.has(extname(name)))
    return names.toSorted().map((name) => join(path, name))
  } catch (error) {
    faults.push({
      file: path,
      place: '',
      message: `can't be read (${firstLine(error)}); name a directory of data files`,
    })
    return []
  }
}

function readDataFile(name: string, source: string): DataFile {
  if (name.endsWith('.jsonl'))
    return { name, content: readJsonLines(source), line: ([index]) => lineOfJson(source, index) }
  // JSON is YAML too, but reads a hundred times faster.
  if (name.endsWith('.json')) return { name, content: JSON.parse(source), line: () => undefined }
  // Without timestamps: a date in quotes or not is the same text.
  return { name, content: load(source, { schema: CORE_SCHEMA }), line: (path) => lineOfYaml(source, path) }
}

function readJsonLines(source: string): unknown[] {
  return source.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch (error) {
      throw new SyntaxError(`line ${index + 1} is no JSON: ${firstLine(error)}`)
    }
  })
}

function lineOfJson(source: string, index: PropertyKey | undefined): number | undefined {
  const line = nthIndex(source.split('\n'), (text) => text.trim() !== '', Number(index))
  return line < 0 ? undefined : line + 1
}

/** The line of a key in item n of a top-level list, or of a top-level key; that of the item where the key shares its line. */
function lineOfYaml(source: string, [first, ...keys]: readonly PropertyKey[]): number | undefined {
  const lines = source.split('\n')
  const start = typeof first === 'number' ? nthIndex(lines, isItem, first) : -1
  const sought = (typeof first === 'number' ? keys : [first, ...keys]).filter((key) => typeof key === 'string')
  const length = lines.slice(start + 1).findIndex(isItem)
  const end = typeof first === 'number' && length >= 0 ? start + 1 + length : lines.length
  let found = start
  for (const key of sought) {
    const at = lines.slice(found + 1, end).findIndex((line) => line.trimStart().startsWith(`${key}:`))
    if (at < 0) break
    found += 1 + at
  }
  return found < 0 ? undefined : found + 1
}

function isItem(line: string): boolean {
  return line.startsWith('- ')
}

function nthIndex<T>(values: readonly T[], fits: (value: T) => boolean, n: number): number {
  let left = n
  return values.findIndex((value) => fits(value) && left-- === 0)
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!
}
