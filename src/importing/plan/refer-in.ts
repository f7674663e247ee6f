import type { Held } from './held.ts'
import type { Item, Refer } from './item.ts'

/** A person or a place of an import with the id that it has got. */
export type Referred = { readonly item: Item; readonly id: string }

/** Leads from keys and names of people, rooms and buildings to ids; to the name itself where nothing has it. */
export function referIn(
  referred: readonly Referred[],
  held: Held,
): Refer & { readonly building: (name: string) => string } {
  const people = new Map<string, string>()
  const rooms = new Map<string, string>()
  for (const { id, isPlace, fields } of held.items.values()) {
    const called = isPlace ? fields['name'] : fields['title']
    const isPerson = fields['type'] === 'person' || fields['type'] === 'speaker'
    if (isPlace || isPerson) for (const name of textsOf(called)) (isPlace ? rooms : people).set(plain(name), id)
  }
  for (const { item, id } of referred) {
    const names = item.kind === 'place' ? rooms : people
    for (const name of textsOf(item.fields['title'] ?? item.fields['name'])) names.set(plain(name), id)
  }
  // What a source calls by its own key is meant before what only has that name.
  for (const { item, id } of referred) (item.kind === 'place' ? rooms : people).set(plain(item.key), id)
  return {
    person: (key) => people.get(plain(key)) ?? key,
    room: (name) => rooms.get(plain(name)) ?? name,
    building: (name) => rooms.get(plain(`building ${name}`)) ?? name,
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

function textsOf(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values((words ?? {}) as Record<string, string>)
}
