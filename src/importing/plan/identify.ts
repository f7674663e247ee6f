import { canonical } from './canonical.ts'
import type { Held, HeldItem } from './held.ts'
import type { Item, ItemKind } from './item.ts'
import type { Remembered, RememberedItem } from './remembered.ts'

/** The items of one source, under the name that it was imported by before. */
export type SourceItems = { readonly source: string; readonly items: readonly Item[] }

/**
 * The name of the remembered source of which a file is the next edition: the same name, or the one with which it shares
 * most of its keys ("schedule-v2.json"). Its own name if there is none.
 */
export function sourceOf(file: string, items: readonly Pick<Item, 'kind' | 'key'>[], { sources }: Remembered): string {
  if (Object.hasOwn(sources, file)) return file
  const keys = new Set(items.map(keyOf))
  const shared = Object.entries(sources).map(([name, { items: known }]) => {
    const common = Object.keys(known).filter((key) => keys.has(key)).length
    return { name, share: common / Math.max(1, Math.min(keys.size, Object.keys(known).length)) }
  })
  const [best] = shared.toSorted((a, b) => b.share - a.share)
  return best !== undefined && best.share >= 0.5 ? best.name : file
}

/** Under which an item is remembered: a speaker and a talk may have the same number. */
export function keyOf({ kind, key }: Pick<Item, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

/**
 * Finds the ids of a source's items: those that it had at the last import; of the others, a thing of the pack that has
 * the same title; of what is left, one that has vanished from the source and is like it in all but its title.
 */
export function identify(
  items: readonly Item[],
  known: Readonly<Record<string, RememberedItem>>,
  held: Held,
  claimed: Set<string>,
): Map<Item, string> {
  const ids = new Map<Item, string>()
  const claim = (item: Item, id: string): void => {
    ids.set(item, id)
    claimed.add(id)
  }
  for (const item of items) {
    const remembered = known[keyOf(item)]
    if (remembered && !claimed.has(remembered.id)) claim(item, remembered.id)
  }
  const titles = byTitle(held)
  for (const item of items) {
    const title = item.fields['title'] ?? item.fields['name']
    if (ids.has(item) || title === undefined) continue
    const id = titles.get(titleKey(item.kind, title))?.find((one) => !claimed.has(one))
    if (id !== undefined) claim(item, id)
  }
  const vanished = Object.values(known).filter(({ id }) => !claimed.has(id) && held.items.has(id))
  for (const item of items) {
    if (ids.has(item)) continue
    const like = vanished.find(
      ({ id, kind }) => kind === item.kind && !claimed.has(id) && isLike(item, held.items.get(id)!),
    )
    if (like) claim(item, like.id)
  }
  return ids
}

/** The same time and room, the same people and text, or (a fact) the same text: only the title is new. */
function isLike(item: Item, { fields }: HeldItem): boolean {
  const same = (...names: string[]): boolean =>
    names.every((name) => JSON.stringify(canonical(item.fields[name])) === JSON.stringify(canonical(fields[name])))
  const says = (name: string): boolean => item.fields[name] !== undefined
  if (item.kind === 'session')
    return (
      (says('room') && same('start', 'slots', 'room')) || (says('speakers') && says('text') && same('speakers', 'text'))
    )
  return item.kind === 'fact' && says('text') && same('text')
}

function byTitle(held: Held): Map<string, string[]> {
  const titles = new Map<string, string[]>()
  for (const { id, isPlace, fields } of held.items.values()) {
    const title = fields['title'] ?? fields['name']
    // An entry may have a question alone.
    if (title === undefined) continue
    const key = titleKey(isPlace ? 'place' : kindOf(fields), title)
    titles.getOrInsertComputed(key, () => []).push(id)
  }
  return titles
}

function kindOf({ type, start, slots }: HeldItem['fields']): ItemKind {
  if (type === 'person' || type === 'speaker') return 'person'
  return type === 'session' || start !== undefined || slots !== undefined ? 'session' : 'fact'
}

function titleKey(kind: ItemKind, title: unknown): string {
  return `${kind} ${JSON.stringify(canonical(title)).toLowerCase()}`
}
