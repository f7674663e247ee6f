import type { Moment } from '../../knowledge/moments.ts'
import { laterBy, minutesBetween } from '../../knowledge/moments.ts'
import type { Entry, Pack, Slot } from '../../knowledge/pack.ts'

/** One time at which something of the programme runs. */
export type Occurrence = { readonly entry: Entry; readonly slot: Slot }

const known = new WeakMap<Pack, readonly Occurrence[]>()

/** All that has hours in a pack, in the order of time. */
export function occurrencesOf(pack: Pack): readonly Occurrence[] {
  return known.getOrInsertComputed(pack, orderedIn)
}

function orderedIn({ entries }: Pack): readonly Occurrence[] {
  const all = entries.flatMap((entry) => entry.slots.map((slot) => ({ entry, slot })))
  return all.toSorted((a, b) => (a.slot.from < b.slot.from ? -1 : Number(a.slot.from > b.slot.from)))
}

/** Whether the days of an event are known, so that it can stand in a calendar. */
export function isDated({ type, dates }: Entry): boolean {
  return type === 'event' && dates?.precision === 'day'
}

/** Somebody gives it, or it counts as something: not the cloakroom, which has hours too. */
export function isSession({ type, speakers, chairs, kind, details }: Entry): boolean {
  return type === 'event' && (speakers.length + chairs.length > 0 || kind !== undefined || details.track !== undefined)
}

/** Longer ones are no items of a programme unless they are sessions: the desk is open all day. */
const longestBreak = 180

/** What a programme lists: sessions, lunch, but no opening hours. */
export function isItem({ entry, slot }: Occurrence): boolean {
  return isSession(entry) || minutesBetween(slot.from, endOf(slot)) <= longestBreak
}

/** What has no end is taken for as long as most talks are. */
const usualMinutes = 45

export function endOf({ from, to }: Slot): Moment {
  return to ?? laterBy(usualMinutes, from)
}

/** Whether all of it is over at a moment, by its hours or its days. */
export function isOver({ slots, dates }: Entry, moment: Moment): boolean {
  if (slots.length > 0) return slots.every((slot) => endOf(slot) <= moment)
  return dates !== undefined && dates.to < moment.slice(0, 10)
}

/** Whether it will be: what is cancelled or postponed is not on, and not next. */
export function takesPlace({ entry }: Occurrence): boolean {
  return entry.status !== 'cancelled' && entry.status !== 'postponed'
}

/** Those that are not over, in the order of time, and behind them those that are. */
export function nextFirst(occurrences: readonly Occurrence[], now: Moment): Occurrence[] {
  const hasEnded = ({ slot }: Occurrence): boolean => endOf(slot) <= now
  return [...occurrences.filter((one) => !hasEnded(one)), ...occurrences.filter(hasEnded)]
}

/** The slot that somebody who asks now means: the one that is on or comes next, else the last. */
export function slotMeant({ slots }: Entry, now: Moment): Slot | undefined {
  return slots.find((slot) => endOf(slot) > now) ?? slots.at(-1)
}

const persons = new WeakMap<Pack, ReadonlyMap<string, Entry>>()

/** The person of an id; undefined for what is none. */
export function personOf(id: string, pack: Pack): Entry | undefined {
  return persons.getOrInsertComputed(pack, personsIn).get(id)
}

function personsIn({ entries }: Pack): ReadonlyMap<string, Entry> {
  return new Map(entries.flatMap((entry) => (entry.type === 'person' ? [[entry.id, entry] as const] : [])))
}
