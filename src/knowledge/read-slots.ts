import { daysBetween, readSpan, type Span } from './dates.ts'
import { listOf } from './localising.ts'
import { laterBy, minutesBetween, readMoment, type Moment, type TypedMoment } from './moments.ts'
import type { EntryInput } from './schema.ts'

/** A slot whose room is still as it was typed: an id or a name. */
export type TypedSlot = { readonly from: Moment; readonly to?: Moment; readonly room?: string }

/** When an entry is: its days, and its hours as far as they are known. What can't be read is a complaint. */
export type Timing = {
  readonly slots: readonly TypedSlot[]
  readonly dates?: Span
  readonly complaints: readonly { readonly key: string; readonly message: string }[]
}

/** What `start` and its like mean depends on the zone of the venue, and "daily" on the days of the pack's subject. */
export type Around = { readonly timeZone: string; readonly subject: Span | undefined }

const noDay = 'on which day? write 2026-06-10 09:30'
const day = 24 * 60

/** Reads hours and days of an entry as people type them. */
export function readTiming(input: EntryInput, around: Around): Timing {
  const complaints: { key: string; message: string }[] = []
  const complain = (key: string, message: string): undefined => void complaints.push({ key, message })
  const own = input.dates === undefined ? undefined : readSpan(input.dates)
  const start = read(input.start, around)
  const end = read(input.end, around)
  const bare = bareDays(start, end)
  const days = own ?? bare
  if (bare && bare.from > bare.to) complain('end', 'ends before it starts')
  const slots: TypedSlot[] = []
  for (const hours of listOf(input.daily)) {
    const over = days ?? (start?.day === undefined ? around.subject : undefined)
    if (!over)
      complain('daily', 'on which days? write dates: 2026-06-10/2026-06-12, or give the pack a subject with dates')
    else slots.push(...daily(hours, over, input.room))
  }
  for (const [at, slot] of (input.slots ?? []).entries()) {
    const made = oneSlot({ ...slot, start: slot.start }, days, around)
    if (typeof made === 'string') complain(`slots ${at + 1}`, made)
    else slots.push(...made.map((one) => withRoom(one, slot.room ?? input.room)))
  }
  if (input.daily === undefined && start?.time !== undefined) {
    const made = oneSlot({ start: input.start!, end: input.end, duration: input.duration }, days, around)
    if (typeof made === 'string') complain(made === noDay ? 'start' : 'end', made)
    else slots.push(...made.map((one) => withRoom(one, input.room)))
  } else if (input.start === undefined && input.end !== undefined) complain('end', 'has no start; add one')
  slots.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
  const span = days ?? spanOf(slots)
  return { slots, complaints, ...(span && { dates: span }) }
}

function read(typed: string | undefined, { timeZone }: Around): TypedMoment | undefined {
  return typed === undefined ? undefined : readMoment(typed, timeZone)
}

/** The days of `start` and `end` that name no time. */
function bareDays(start: TypedMoment | undefined, end: TypedMoment | undefined): Span | undefined {
  if (start?.day === undefined || start.time !== undefined) return undefined
  return { from: start.day, to: end?.day ?? start.day, precision: 'day' }
}

/** The slot from one moment to another; one each day if only times are given for several days. Else what is wrong. */
function oneSlot(
  typed: { readonly start: string; readonly end?: string | undefined; readonly duration?: number | undefined },
  days: Span | undefined,
  around: Around,
): TypedSlot[] | string {
  const start = read(typed.start, around)
  const end = read(typed.end, around)
  if (start?.time === undefined) return 'at what time? write 2026-06-10 09:30'
  const on = start.day === undefined ? daysOf(days) : [start.day]
  if (on.length === 0) return noDay
  const slots = on.map((from) => slotOn(from, start.time!, end, typed.duration))
  return slots.some((slot) => slot === undefined) ? 'ends before it starts' : (slots as TypedSlot[])
}

function slotOn(from: string, time: string, end: TypedMoment | undefined, minutes?: number): TypedSlot | undefined {
  const begins = `${from}T${time}`
  if (end === undefined)
    return minutes === undefined ? { from: begins } : { from: begins, to: laterBy(minutes, begins) }
  if (end.time === undefined) return { from: begins, to: `${end.day}T23:59` }
  const ends = `${end.day ?? from}T${end.time}`
  // "22:00" to "01:00" ends on the day after.
  if (end.day === undefined && ends <= begins) return { from: begins, to: laterBy(day, ends) }
  return ends < begins ? undefined : { from: begins, to: ends }
}

function daily(hours: string, over: Span, room: string | undefined): TypedSlot[] {
  const [start, end] = hours.split(/\s*[-–—]\s*/).map((time) => readMoment(time)?.time) as [string, string]
  return daysOf(over).map((from) => withRoom(slotOn(from, start, { time: end })!, room))
}

/** A year of days at most: a "daily" of a decade is a slip. */
const mostDays = 366

function daysOf(span: Span | undefined): string[] {
  if (span?.precision !== 'day') return []
  const count = Math.min(daysBetween(span.from, span.to) + 1, mostDays)
  return Array.from({ length: count }, (_, at) => laterBy(at * day, `${span.from}T00:00`).slice(0, 10))
}

function withRoom(slot: TypedSlot, room: string | undefined): TypedSlot {
  return room === undefined ? slot : { ...slot, room }
}

/** The days that slots are on; a night that ends after midnight is that of the day before. */
function spanOf(slots: readonly TypedSlot[]): Span | undefined {
  const [first] = slots
  if (!first) return undefined
  const ends = slots.map(({ from, to }) => (to !== undefined && minutesBetween(from, to) > day ? to : from))
  return { from: first.from.slice(0, 10), to: ends.toSorted().at(-1)!.slice(0, 10), precision: 'day' }
}
