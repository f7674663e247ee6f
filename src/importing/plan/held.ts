import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import { entryAliases, placeAliases } from '../../knowledge/respell.ts'
import type { PackFile } from '../../knowledge/pack-files.ts'
import { contentOf } from '../../knowledge/shapes.ts'
import type { Fields } from './item.ts'

/** A data file of a pack with the comments and the layout of whoever wrote it. */
export type HeldFile = { readonly name: string; readonly document: Document; readonly list: YAMLSeq }

/** One thing that a pack holds. `fields`: its values by the keys of the schema, however it spells them. */
export type HeldItem = {
  readonly id: string
  readonly isPlace: boolean
  readonly file: HeldFile
  readonly node: YAMLMap
  readonly fields: Fields
}

/** What a pack's directory holds, as far as an import may change it. */
export type Held = { readonly files: Map<string, HeldFile>; readonly items: ReadonlyMap<string, HeldItem> }

/** Reads entries and places with their places in the files. JSON lines are left to whoever writes them. */
export function holdFiles(sources: readonly PackFile[]): Held {
  const files = new Map<string, HeldFile>()
  const items = new Map<string, HeldItem>()
  for (const { name, source } of sources) {
    const { kind } = contentOf(name)
    if ((kind !== 'entries' && kind !== 'places') || name.endsWith('.jsonl')) continue
    const file = holdFile(name, source)
    if (!file) continue
    files.set(name, file)
    for (const node of file.list.items) {
      if (!isMap(node)) continue
      const item = holdItem(node, file)
      if (item) items.set(item.id, item)
    }
  }
  return { files, items }
}

export function holdFile(name: string, source: string): HeldFile | undefined {
  const document = parseDocument(source, { schema: 'core', keepSourceTokens: true })
  const list = isMap(document.contents) ? document.contents.get('entries', true) : document.contents
  return isSeq(list) ? { name, document, list } : undefined
}

function holdItem(node: YAMLMap, file: HeldFile): HeldItem | undefined {
  const isPlace = contentOf(file.name).kind === 'places'
  const fields: Record<string, unknown> = {}
  for (const { key, value } of node.items) {
    const typed = isScalar(key) ? String(key.value) : undefined
    if (typed === undefined) continue
    const meant = meaningOf(typed, isPlace)
    fields[meant] ??= value === null ? null : (value as { toJS(document: Document): unknown }).toJS(file.document)
  }
  const { id, ...rest } = fields
  return typeof id === 'string' ? { id, isPlace, file, node, fields: rest } : undefined
}

/** The key of the schema that a typed key stands for. */
export function meaningOf(typed: string, isPlace: boolean): string {
  const aliases = isPlace ? placeAliases : entryAliases
  return Object.hasOwn(aliases, typed) ? aliases[typed]! : typed
}

/** The text of a file beside the pack's data; undefined if there is none. */
export function readBeside(directory: string, name: string): string | undefined {
  const path = join(directory, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
