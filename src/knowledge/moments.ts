import { isCalendarDate } from './dates.ts'

/**
 * A moment at the venue to the minute, "2026-06-10T09:30". Such texts compare as moments do, and the first ten letters
 * are the day.
 */
export type Moment = string

/** What somebody typed for a moment: a day, a time of day, or both. Absent parts were not typed. */
export type TypedMoment = { readonly day?: string; readonly time?: string; readonly days?: number }

const isoDay = /^(\d{4})-(\d\d)-(\d\d)/
const dottedDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/
const time = /^(\d{1,2})[:.](\d\d)(?::\d\d(?:\.\d+)?)?\s*([ap]\.?m\.?)?/i
const zone = /^(?:z|[+-]\d\d:?\d\d)$/i

/**
 * Reads "2026-06-10 09:30", "2026-06-10T09:30:00+05:00", "10.06.2026 9:30", "2026-06-10", "9:30", "6:15 pm". A moment
 * that names its distance from Greenwich is told in the time of the venue. Undefined for anything else.
 */
export function readMoment(typed: string, timeZone = 'UTC'): TypedMoment | undefined {
  const text = typed.trim()
  const found = isoDay.exec(text) ?? dottedDay.exec(text)
  const day = found ? isoOf(found) : undefined
  if (found && day === undefined) return undefined
  const rest = text.slice(found?.[0].length ?? 0).replace(/^(?:T|,?\s+)/i, '')
  if (rest === '') return day === undefined ? undefined : { day }
  const clock = time.exec(rest)
  const at = clock ? timeOf(clock) : undefined
  if (!clock || at === undefined) return undefined
  const offset = rest.slice(clock[0].length).trim()
  if (offset === '') return day === undefined ? { time: at } : { day, time: at }
  if (day === undefined || !zone.test(offset)) return undefined
  const local = momentIn(timeZone, new Date(`${day}T${at}:00${withColon(offset)}`))
  return { day: local.slice(0, 10), time: local.slice(11) }
}

/** A moment as the clocks of a time zone show it. */
export function momentIn(timeZone: string, at: Date): Moment {
  // Swedish writes dates as ISO 8601 does: "2026-06-10 09:30".
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(at).replace(' ', 'T')
}

/** A moment some minutes later by the clock on the wall. */
export function laterBy(minutes: number, moment: Moment): Moment {
  return new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
}

/** Minutes by the clock on the wall from one moment to another. */
export function minutesBetween(from: Moment, to: Moment): number {
  return (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000
}

/** Whether a text is a moment as packs hold it. */
export function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isCalendarDate(value.slice(0, 10))
}

function isoOf([text, first, second, third]: RegExpExecArray): string | undefined {
  const parts = text.includes('.') ? [third, second, first] : [first, second, third]
  const day = parts.map((part) => part!.padStart(2, '0')).join('-')
  return isCalendarDate(day) ? day : undefined
}

function timeOf([, hours, minutes, half]: RegExpExecArray): string | undefined {
  const typed = Number(hours)
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined
  const hour = half === undefined ? typed : (typed % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
  if (hour > 24 || Number(minutes) > 59 || (hour === 24 && Number(minutes) > 0)) return undefined
  return hour === 24 ? '23:59' : `${String(hour).padStart(2, '0')}:${minutes}`
}

function withColon(offset: string): string {
  return /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
}
