import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { LineCounter, parse, parseDocument } from 'yaml'
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
    faults.push({ file: path, place: '', message: 'holds no .yaml, .json or .jsonl file; write for example entries.yaml' })
  }
  return { files, faults }
}

function pathsOf(path: string, faults: Fault[]): string[] {
  try {
    if (statSync(path).isFile()) return [path]
    const names = readdirSync(path).filter((name) => extensions.has(extname(name)))
    return names.toSorted().map((name) => join(path, name))
  } catch (error) {
    faults.push({ file: path, place: '', message: `can't be read (${firstLine(error)}); name a directory of data files` })
    return []
  }
}

function readDataFile(name: string, source: string): DataFile {
  if (name.endsWith('.jsonl')) return { name, content: readJsonLines(source), line: ([index]) => lineOfJson(source, index) }
  // JSON is YAML too, but reads a hundred times faster.
  if (name.endsWith('.json')) return { name, content: JSON.parse(source), line: () => undefined }
  return { name, content: parse(source), line: (path) => lineOfYaml(source, path) }
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
  let records = -1
  const lines = source.split('\n')
  const line = lines.findIndex((text) => text.trim() !== '' && ++records === index)
  return line < 0 ? undefined : line + 1
}

function lineOfYaml(source: string, path: readonly PropertyKey[]): number | undefined {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]!
}
