import { createHash } from 'node:crypto'

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

export function entryKeys(entries: readonly { readonly id: string }[]): EntryKeys {
  const ids = new Map(
    entries.flatMap(({ id }) => [
      [id, id],
      [digest(id), id],
    ]),
  )
  return {
    inButton: (id, most) => (Buffer.byteLength(id) <= most ? id : digest(id)),
    inLink: (id, most) => (linkable.test(id) && id.length <= most ? id : digest(id)),
    find: (key) => ids.get(key),
  }
}

/** Keys of the entries that there are when one is asked for: `current` may give others at any time. */
export function currentEntryKeys(current: () => readonly { readonly id: string }[]): EntryKeys {
  let entries = current()
  let keys = entryKeys(entries)
  return {
    inButton: (id, most) => now().inButton(id, most),
    inLink: (id, most) => now().inLink(id, most),
    find: (key) => now().find(key),
  }

  function now(): EntryKeys {
    if (entries !== current()) {
      entries = current()
      keys = entryKeys(entries)
    }
    return keys
  }
}

/** 15 letters after a hyphen, with which no id begins. */
function digest(id: string): string {
  return `-${createHash('sha256').update(id).digest('base64url').slice(0, 15)}`
}
