import { Document, isMap, isScalar, isSeq, YAMLMap, type Pair, type Scalar } from 'yaml'
import type { Change, Difference } from './difference.ts'
import { holdFile, meaningOf, type Held, type HeldFile, type HeldItem } from './held.ts'
import type { Fields, ItemKind } from './item.ts'

/** A file of a pack as it becomes. */
export type WrittenFile = { readonly name: string; readonly source: string }

/** Where new things go, and what stands above them. */
const homes: Readonly<Record<ItemKind, { readonly name: string; readonly comment: string }>> = {
  session: { name: 'sessions.yaml', comment: 'The programme. What you change here by hand, the next import keeps.' },
  person: { name: 'people.yaml', comment: 'Speakers. What you change here by hand, the next import keeps.' },
  place: { name: 'places.yaml', comment: 'Buildings and rooms. What you change here by hand, the next import keeps.' },
  fact: { name: 'practical.yaml', comment: 'Practical matters. What you change here by hand, the next import keeps.' },
}

/**
 * The files that a difference changes, as they become: comments, order and layout of the rest stay. `single`: the only
 * language of the pack, in which texts need no language.
 */
export function writeChanges(difference: Difference, held: Held, single: string | undefined): WrittenFile[] {
  const touched = new Map<string, HeldFile>()
  for (const change of difference) {
    const item = held.items.get(change.id)
    if (change.what === 'same') continue
    const file = item?.file ?? homeOf(change.kind, held, touched)
    touched.set(file.name, file)
    if (change.what === 'added') add(change, file, single)
    else if (item && (change.what === 'removed' || change.kind === 'fact') && change.changes.length === 0) remove(item)
    else if (item) alter(change, item, single)
  }
  return [...touched.values()].map(({ name, document }) => ({
    name,
    source: `${document.toString(layout).trimEnd()}\n`,
  }))
}

/** Long texts stay on a line of their own, as editors wrap them; lists of ids stay short. */
const layout = { lineWidth: 0, flowCollectionPadding: true, indentSeq: true } as const

function homeOf(kind: ItemKind, held: Held, touched: ReadonlyMap<string, HeldFile>): HeldFile {
  const { name, comment } = homes[kind]
  const known = held.files.get(name) ?? touched.get(name)
  if (known) return known
  const made = holdFile(name, '[]')!
  made.list.flow = false
  made.document.commentBefore = ` ${comment}`
  return made
}

function add({ id, fields = {} }: Change, { document, list }: HeldFile, single: string | undefined): void {
  const node = document.createNode({ id, ...plainIn(fields, single) }) as YAMLMap
  for (const pair of node.items as Pair<Scalar>[]) layOut(pair)
  list.flow = false
  // A line between entries makes a long file readable.
  if (list.items.length > 0) node.spaceBefore = true
  list.add(node)
}

function alter({ changes }: Change, { node, file, isPlace }: HeldItem, single: string | undefined): void {
  for (const { field, to } of changes) {
    const typed = node.items.find(({ key }) => isScalar(key) && meaningOf(String(key.value), isPlace) === field)
    if (to === undefined) {
      if (typed) node.items.splice(node.items.indexOf(typed), 1)
      continue
    }
    const value = file.document.createNode(plainIn({ to }, single)['to'])
    const pair = typed ?? file.document.createPair(field, undefined)
    // A comment behind the old value is about it or about the key; it stays.
    const comment = isScalar(pair.value) ? pair.value.comment : undefined
    if (comment && isScalar(value)) value.comment = comment
    pair.value = value
    layOut(pair as Pair<Scalar>)
    if (!typed) node.items.push(pair)
  }
}

function remove({ node, file }: HeldItem): void {
  file.list.items.splice(file.list.items.indexOf(node), 1)
}

/** Short lists on one line, several lines of text as such. */
function layOut({ value }: Pair<Scalar>): void {
  if (isScalar(value) && typeof value.value === 'string' && value.value.includes('\n')) value.type = 'BLOCK_LITERAL'
  if (isMap(value)) for (const inner of value.items as Pair<Scalar>[]) layOut(inner)
  if (isSeq(value) && value.items.every((item) => isScalar(item))) value.flow = true
}

/** Texts of a pack with one language, without the language. */
function plainIn(fields: Fields, single: string | undefined): Fields {
  if (single === undefined) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const texts = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
      const only = texts.length === 1 && texts[0]![0] === single ? (texts[0]![1] as unknown) : value
      return [name, only]
    }),
  )
}

/** A new file of its own. */
export function newFile(name: string, comment: string, content: unknown): WrittenFile {
  const document = new Document(content)
  document.commentBefore = comment
  return { name, source: document.toString(layout) }
}
