import type { Programme } from '../programme/programme.ts'
import { nameOfChange, type Change, type Difference } from './difference.ts'
import type { Held } from './held.ts'
import { identify, keyOf, sourceOf } from './identify.ts'
import { idGiver } from './ids.ts'
import { factItem, sessionItem, thingsOf, type Fields, type Item, type Refer } from './item.ts'
import { merge } from './merge.ts'
import { fingerprints, type Remembered, type RememberedItem } from './remembered.ts'
import { referIn, type Referred } from './refer-in.ts'

/** A file that was read. */
export type ReadFile = { readonly name: string; readonly programme: Programme }

/** What an import comes to: what it changes in the pack, and what is remembered of it for the next one. */
export type Plan = { readonly difference: Difference; readonly remembered: Remembered }

/** Ids that a pack has for itself. */
const reserved = ['event']

/** Compares what files say with what a pack holds and with what was imported into it before. Changes nothing. */
export function planImport(files: readonly ReadFile[], held: Held, remembered: Remembered): Plan {
  const known = Object.values(remembered.sources).flatMap(({ items }) => Object.values(items).map(({ id }) => id))
  const giveId = idGiver([...reserved, ...held.items.keys(), ...known])
  const claimed = new Set<string>()
  const referred: Referred[] = []
  const changes: Change[] = []
  const sources = { ...remembered.sources }
  // People and rooms of all files come first: sessions of one may name the speakers of another.
  const opened = files.map((file) => {
    const things = thingsOf(file.programme)
    const name = sourceOf(file.name, [...things, ...keysOf(file.programme)], remembered)
    const before = remembered.sources[name]?.items ?? {}
    const ids = identifyAll(things, { before, held, claimed, giveId })
    referred.push(...things.map((item) => ({ item, id: ids.get(item)! })))
    return { file, things, name, before, ids }
  })
  const refer = referIn(referred, held)
  for (const { file, things, name, before, ids } of opened) {
    const items = [
      ...file.programme.sessions.map((session) => sessionItem(session, refer)),
      ...file.programme.facts.map(factItem),
    ]
    const all = new Map([...ids, ...identifyAll(items, { before, held, claimed, giveId })])
    const next: Record<string, RememberedItem> = {}
    for (const item of [...things, ...items]) {
      const id = all.get(item)!
      const fields = withBuilding(item.fields, refer)
      changes.push(changeOf(item, id, fields, before[keyOf(item)] ?? idIn(before, id), held))
      next[keyOf(item)] = { id, kind: item.kind, fields: fingerprints(fields) }
    }
    changes.push(...vanished(before, new Set(all.values()), held, next))
    sources[name] = { items: next }
  }
  return { difference: withoutOrphans(changes, { held, sources, refer }), remembered: { version: 1, sources } }
}

function keysOf({ sessions, facts }: Programme): Pick<Item, 'kind' | 'key'>[] {
  return [
    ...sessions.map(({ key }) => ({ kind: 'session' as const, key })),
    ...facts.map(({ key }) => ({ kind: 'fact' as const, key })),
  ]
}

function identifyAll(
  items: readonly Item[],
  {
    before,
    held,
    claimed,
    giveId,
  }: {
    readonly before: Readonly<Record<string, RememberedItem>>
    readonly held: Held
    readonly claimed: Set<string>
    readonly giveId: (called: string) => string
  },
): Map<Item, string> {
  const ids = identify(items, before, held, claimed)
  for (const item of items) {
    if (ids.has(item)) continue
    const id = giveId(item.called)
    claimed.add(id)
    ids.set(item, id)
  }
  return ids
}

function idIn(before: Readonly<Record<string, RememberedItem>>, id: string): RememberedItem | undefined {
  return Object.values(before).find((item) => item.id === id)
}

/** A room's building by its id, once that is known. */
function withBuilding(fields: Fields, refer: ReturnType<typeof referIn>): Fields {
  const within = fields['within']
  if (typeof within !== 'object' || within === null) return fields
  return { ...fields, within: refer.building((within as { building: string }).building) }
}

function changeOf(item: Item, id: string, fields: Fields, base: RememberedItem | undefined, held: Held): Change {
  const common = { id, kind: item.kind, called: calledIn(fields) ?? item.called }
  const ours = held.items.get(id)
  if (!ours && base) {
    // Somebody took it out of the pack; only what they also took out of the source is gone for good.
    return { ...common, what: 'same', changes: [], kept: [{ field: 'id', to: id }] }
  }
  if (!ours) return { ...common, what: 'added', changes: [], kept: [], fields }
  const { changes, kept } = merge(base?.fields ?? {}, ours.fields, fields)
  return { ...common, what: nameOfChange(changes), changes, kept }
}

/** What the source has no more: sessions are cancelled, facts taken out, unless somebody edited them. */
function vanished(
  before: Readonly<Record<string, RememberedItem>>,
  present: ReadonlySet<string>,
  held: Held,
  next: Record<string, RememberedItem>,
): Change[] {
  const changes: Change[] = []
  for (const [key, item] of Object.entries(before)) {
    const ours = held.items.get(item.id)
    if (present.has(item.id) || !ours) continue
    const { id, kind } = item
    const common = { id, kind, called: calledIn(ours.fields) ?? id }
    if (kind === 'session') {
      // Only its status is the source's to say now; whatever else it has stays as it is.
      const fields = { ...item.fields, ...fingerprints({ status: 'cancelled' }) }
      const { changes: status, kept } = merge(pick(item.fields, 'status'), pick(ours.fields, 'status'), {
        status: 'cancelled',
      })
      changes.push({ ...common, what: nameOfChange(status), changes: status, kept })
      next[key] = { id, kind, fields }
    } else if (kind === 'fact') {
      const edited = isEdited(item, ours.fields)
      changes.push({
        ...common,
        what: edited ? 'same' : 'cancelled',
        changes: [],
        kept: edited ? [{ field: 'id', from: id }] : [],
      })
      if (edited) next[key] = item
    } else next[key] = item
  }
  return changes
}

/** Speakers whom an import brought, whom nobody edited, and whom this one takes from the last session with them. */
function withoutOrphans(
  changes: readonly Change[],
  {
    held,
    sources,
    refer,
  }: { readonly held: Held; readonly sources: Record<string, Remembered['sources'][string]>; readonly refer: Refer },
): Change[] {
  const present = new Set(changes.map(({ id }) => id))
  const named = new Set<string>()
  const left = new Set<string>()
  const addAll = (to: Set<string>, people: unknown): void => {
    for (const person of [people].flat()) if (typeof person === 'string') to.add(refer.person(person))
  }
  const changed = new Map(changes.map((change) => [change.id, change]))
  for (const { id, fields } of held.items.values()) {
    const change = changed.get(id)
    if (change?.what === 'removed') continue
    const speakers = change?.changes.find(({ field }) => field === 'speakers')
    addAll(left, speakers?.from)
    for (const list of [
      speakers ? speakers.to : fields['speakers'],
      fields['people'],
      fields['chairs'],
      fields['organisers'],
      fields['members'],
    ])
      addAll(named, list)
  }
  for (const { fields } of changes) addAll(named, fields?.['speakers'])
  const orphans: Change[] = []
  for (const [name, { items }] of Object.entries(sources)) {
    const kept = Object.entries(items).filter(([, item]) => {
      const ours = held.items.get(item.id)
      const unnamed = left.has(item.id) && !named.has(item.id) && !present.has(item.id)
      const orphan = item.kind === 'person' && unnamed && ours && !isEdited(item, ours.fields)
      if (orphan)
        orphans.push({
          id: item.id,
          kind: 'person',
          called: calledIn(ours.fields) ?? item.id,
          what: 'removed',
          changes: [],
          kept: [],
        })
      return !orphan
    })
    sources[name] = { items: Object.fromEntries(kept) }
  }
  return [...changes, ...orphans]
}

function isEdited({ fields }: RememberedItem, ours: Fields): boolean {
  const now = fingerprints(ours)
  return [...new Set([...Object.keys(now), ...Object.keys(fields)])].some((name) => now[name] !== fields[name])
}

/** The title or name of something, in whatever language it has one. */
function calledIn({ title, name }: Fields): string | undefined {
  const called = title ?? name
  return typeof called === 'string' ? called : Object.values((called ?? {}) as Record<string, string>)[0]
}

function pick<T>(fields: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return fields[name] === undefined ? {} : { [name]: fields[name] }
}
