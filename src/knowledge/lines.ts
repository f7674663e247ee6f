import { createRequire } from 'node:module'
import type { Document, Node } from 'yaml'
import type { Fault } from './fault.ts'
import type { PackFile } from './pack-files.ts'

type Yaml = typeof import('yaml')

/** Finds the line of a path in one file: that of its key, or of the nearest thing around it that is there. */
type LineFinder = (path: readonly PropertyKey[]) => number | undefined

/** The parser that knows positions takes seconds for a file beyond this many letters; its faults go without lines. */
const longestSource = 5_000_000

/** Adds to each fault the line of its path. */
export function withLines(faults: readonly Fault[], files: readonly PackFile[]): Fault[] {
  const finders = new Map<string, LineFinder>()
  return faults.map((fault) => {
    const source = files.find(({ name }) => name === fault.file)
    if (fault.path === undefined || !source) return fault
    const line = finders.getOrInsertComputed(fault.file, () => findLines(source))(fault.path)
    return line === undefined ? fault : { ...fault, line }
  })
}

function findLines({ name, source }: PackFile): LineFinder {
  if (name.endsWith('.jsonl')) return ([index]) => lineOfJson(source, Number(index))
  if (source.length > longestSource) return () => undefined
  // A good pack needs no positions, and js-yaml, which has none, takes a fifth of the time: loaded for a faulty one
  // only.
  const yaml = createRequire(import.meta.url)('yaml') as Yaml
  const lines = new yaml.LineCounter()
  const document = yaml.parseDocument(source, { lineCounter: lines, schema: 'core' })
  return (path) => {
    const offset = offsetOf(path, document, yaml)
    return offset === undefined ? undefined : lines.linePos(offset).line
  }
}

function offsetOf(path: readonly PropertyKey[], document: Document.Parsed, yaml: Yaml): number | undefined {
  let node: Node | null = document.contents
  let offset = node?.range?.[0]
  for (const key of path) {
    const step = stepTo(key, node, yaml)
    if (!step) break
    offset = step.offset ?? offset
    node = step.node
  }
  return offset
}

/** The value under a key or at a place, and where its key or the item begins. What an alias stands for is elsewhere. */
function stepTo(
  key: PropertyKey,
  node: Node | null,
  yaml: Yaml,
): { node: Node | null; offset: number | undefined } | undefined {
  if (yaml.isSeq<Node>(node)) {
    const item = node.items[Number(key)]
    return item && { node: item, offset: item.range?.[0] }
  }
  if (!yaml.isMap<Node, Node | null>(node)) return undefined
  const pair = node.items.find((one) => yaml.isScalar(one.key) && String(one.key.value) === String(key))
  return pair && { node: pair.value, offset: pair.key.range?.[0] }
}

function lineOfJson(source: string, index: number): number | undefined {
  let left = index
  const line = source.split('\n').findIndex((text) => text.trim() !== '' && left-- === 0)
  return line < 0 ? undefined : line + 1
}
