import type { Fault } from './fault.ts'
import type { DataFile } from './parse.ts'
import type { RawPack } from './shapes.ts'

/** What can't be told of a pack while a part of it can't be read. */
export type Unread = {
  /** A whole file: nobody knows what it holds. */
  readonly wholeFile: boolean
  /** Things whose shape is wrong. */
  readonly ids: ReadonlySet<string>
}

/** What of the files did not become part of the pack. */
export function unreadIn(
  files: readonly DataFile[],
  { entries, organisations, places }: RawPack,
  wholeFile: boolean,
): Unread {
  const read = new Set([...entries, ...organisations, ...places].map(({ input }) => input.id))
  const ids = files.flatMap(({ content }) => idsIn(content)).filter((id) => !read.has(id))
  return { wholeFile, ids: new Set(ids) }
}

/** Whether a fault is there only because something else could not be read: mending that mends it. */
export function isConsequence({ message }: Fault, { wholeFile, ids }: Unread): boolean {
  const named = /(?:names|has the id|country) (\S+?)(?:,| is no place|$)/.exec(message)?.[1]
  if (named !== undefined && (wholeFile || ids.has(named))) return true
  return (wholeFile || ids.size > 0) && /^(?:no entry has this id|holds no entry)/.test(message)
}

function idsIn(content: unknown): string[] {
  const list = Array.isArray(content) ? content : (content as { entries?: unknown } | null)?.entries
  if (!Array.isArray(list)) return []
  return list.flatMap((item) => {
    const id = (item as { id?: unknown } | null)?.id
    return typeof id === 'string' ? [id] : []
  })
}
