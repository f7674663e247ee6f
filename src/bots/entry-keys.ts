import { createHash } from 'node:crypto'
import { ownId } from '../knowledge/joint-pack.ts'

/**
 * Entry ids as buttons and links can carry them: as they are where they fit, else a digest that stays the same for
 * good.
 */
export type EntryKeys = {
  /** At most `most` bytes (16 suffice for any entry). */
  readonly inButton: (id: string, most: number) => string
  /** Of letters, digits, `_` and `-` alone. */
  readonly inLink: (id: string, most: number) => string
  readonly find: (key: string) => string | undefined
}

/** What links of Telegram may hold. */
const linkable = /^[\w-]+$/

type Entries = readonly { readonly id: string }[]

/** `current` gives the entries that there are now. The same array is taken for the same entries. */
export function entryKeys(current: () => Entries): EntryKeys {
  let known: { readonly entries: Entries; readonly ids: ReadonlyMap<string, string> } | undefined
  return {
    inButton: (id, most) => (Buffer.byteLength(id) <= most ? id : digest(id)),
    inLink: (id, most) => (linkable.test(id) && id.length <= most ? id : digest(id)),
    find(key) {
      const entries = current()
      if (known?.entries !== entries) known = { entries, ids: idsOf(entries) }
      return known.ids.get(key)
    },
  }
}

/** Ids by every key that stands for them. */
function idsOf(entries: Entries): Map<string, string> {
  const keys = new Map(entries.flatMap(({ id }) => keysOf(id).map((key) => [key, id])))
  // Buttons of when there was but one pack lead to the first that has such an entry.
  for (const { id } of entries) for (const key of keysOf(ownId(id))) if (!keys.has(key)) keys.set(key, id)
  return keys
}

function keysOf(id: string): string[] {
  return [id, digest(id)]
}

/** 15 letters after a hyphen, with which no id begins. */
function digest(id: string): string {
  return `-${createHash('sha256').update(id).digest('base64url').slice(0, 15)}`
}
