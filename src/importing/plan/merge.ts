import type { Fields } from './item.ts'
import { fingerprint } from './remembered.ts'

/** A value before and after; absent where there is none. */
export type FieldChange = { readonly field: string; readonly from?: unknown; readonly to?: unknown }

export type Merged = {
  /** What the source has changed, to be written. */
  readonly changes: readonly FieldChange[]
  /** What a person edited, and stays as it is; `to` what the source says now. */
  readonly kept: readonly FieldChange[]
}

/** Values that say one thing together: who edits one of them by hand keeps all. */
const groups: readonly (readonly string[])[] = [['start', 'end', 'slots']]

/**
 * Brings together what was imported last (`base`: fingerprints), what the pack has now (`ours`) and what the source
 * says now (`theirs`). What only the source has changed is changed; what a person has changed is kept.
 */
export function merge(base: Readonly<Record<string, string>>, ours: Fields, theirs: Fields): Merged {
  const names = new Set([...Object.keys(theirs), ...Object.keys(base)])
  const changes: FieldChange[] = []
  const kept: FieldChange[] = []
  for (const group of groupsOf(names)) {
    const present = group.filter(
      (name) => ours[name] !== undefined || theirs[name] !== undefined || base[name] !== undefined,
    )
    const differing = present.filter((name) => !same(ours[name], theirs[name]))
    const edited = present.some((name) => base[name] !== printOf(ours[name]))
    const told = (name: string): FieldChange => ({
      field: name,
      ...(ours[name] !== undefined && { from: ours[name] }),
      ...(theirs[name] !== undefined && { to: theirs[name] }),
    })
    const into = edited ? kept : changes
    into.push(...differing.map(told))
  }
  return { changes, kept }
}

function groupsOf(names: ReadonlySet<string>): string[][] {
  const grouped = groups.map((group) => group.filter((name) => names.has(name)))
  const alone = [...names].filter((name) => !groups.some((group) => group.includes(name)))
  return [...grouped.filter((group) => group.length > 0), ...alone.map((name) => [name])]
}

function printOf(value: unknown): string | undefined {
  return value === undefined ? undefined : fingerprint(value)
}

function same(one: unknown, other: unknown): boolean {
  return printOf(one) === printOf(other)
}
