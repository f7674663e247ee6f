import { CORE_SCHEMA, load } from 'js-yaml'
import type { Fault } from './fault.ts'
import { describeSyntax } from './syntax.ts'
import { firstLine, type PackFile } from './pack-files.ts'

/** A data file and what it holds. */
export type DataFile = { readonly name: string; readonly content: unknown }

/** Reads files as YAML, JSON or JSON lines, by their names. A file that is none of it is a fault. */
export function parseFiles(files: readonly PackFile[], faults: Fault[]): DataFile[] {
  return files.flatMap(({ name, source }) => {
    try {
      return [{ name, content: parse(name, source) }]
    } catch (error) {
      faults.push({ file: name, ...describeSyntax(error, source) })
      return []
    }
  })
}

function parse(name: string, source: string): unknown {
  if (name.endsWith('.jsonl')) return parseJsonLines(source)
  // JSON is YAML too, but reads a hundred times faster.
  if (name.endsWith('.json')) return JSON.parse(source)
  // Without timestamps: a date in quotes or not is the same text.
  return load(source, { schema: CORE_SCHEMA })
}

function parseJsonLines(source: string): unknown[] {
  return source.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch (error) {
      throw new SyntaxError(`line ${index + 1} is no JSON: ${firstLine(error)}`)
    }
  })
}
