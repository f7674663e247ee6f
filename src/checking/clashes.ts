import { placeAt } from '../knowledge/places.ts'
import type { Entry, Slot } from '../knowledge/pack.ts'
import { at, type Checked, type Look } from './warning.ts'

type Taken = { readonly entry: Entry; readonly slot: Slot }

/** Two sessions in one room, or one speaker in two sessions, at the same time. */
export const clashes: Look = (checked) => {
  const rooms = new Map<string, Taken[]>()
  const people = new Map<string, Taken[]>()
  for (const entry of checked.pack.entries) {
    if (entry.status === 'cancelled' || entry.status === 'postponed') continue
    for (const slot of entry.slots) {
      const taken = { entry, slot }
      const room = placeAt(slot, entry)
      if (room !== undefined) rooms.getOrInsertComputed(room, () => []).push(taken)
      for (const speaker of entry.speakers) people.getOrInsertComputed(speaker, () => []).push(taken)
    }
  }
  return [
    ...overlaps(
      rooms,
      checked,
      (room, other) => `${room} has ${other} at the same time; correct the time or the room of one`,
    ),
    ...overlaps(
      people,
      checked,
      (person, other) => `${person} also speaks in ${other} at the same time; correct one of them`,
    ),
  ]
}

function overlaps(
  all: ReadonlyMap<string, Taken[]>,
  checked: Checked,
  message: (what: string, other: string) => string,
): ReturnType<Look> {
  return [...all].flatMap(([what, taken]) => {
    const sorted = taken.toSorted((a, b) => (a.slot.from < b.slot.from ? -1 : 1))
    let running: Taken[] = []
    return sorted.flatMap(({ entry, slot }) => {
      running = running.filter(({ slot: { to } }) => to !== undefined && to > slot.from)
      const other = running.findLast((one) => one.entry !== entry && !runsBeside(entry, one.entry))
      running.push({ entry, slot })
      return other ? [at(entry, checked, 'start', message(what, other.entry.id))] : []
    })
  })
}

function isService({ topic }: Entry): boolean {
  return topic !== undefined
}

/** A cloakroom or a coffee break shares its room with anything; what has speakers wants it for itself. */
function runsBeside(one: Entry, other: Entry): boolean {
  return isService(one) || isService(other) || one.speakers.length + other.speakers.length === 0
}
