import type { Announcement, Urgency } from './announcement.ts'

/** Whoever confirmed can take it back for so long. */
export const graceMs = 30_000

/** News are stale an hour after they were due, unless an organizer says otherwise. */
const freshMs = 60 * 60_000

/** Hours at the venue in which nobody is woken for something that can wait: from 22:00 to 07:00. */
const night = { from: 22, to: 7 }

/** The morning until which a routine announcement waits; undefined by day. */
export function quietUntil(now: Date, timeZone: string): Date | undefined {
  const venue = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  if (venue.hour >= night.to && venue.hour < night.from) return undefined
  const day = venue.hour >= night.from ? venue.toPlainDate().add({ days: 1 }) : venue.toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone, plainTime: { hour: night.to } }).epochMilliseconds)
}

/** When it really starts, if it is due at a moment. */
export function startOf(due: Date, urgency: Urgency, timeZone: string): Date {
  return urgency === 'urgent' ? due : (quietUntil(due, timeZone) ?? due)
}

/** Until when it may start and go on without asking. */
export function deadlineOf({ notAfter }: Pick<Announcement, 'notAfter'>, start: Date): Date {
  return notAfter ?? new Date(start.getTime() + freshMs)
}

/**
 * A moment as an organizer writes it: "2026-04-22 09:00" or "22.04.2026 9:00" at the venue, or ISO 8601 with an offset. Undefined for what is
 * no moment, or one that the venue's clocks skip.
 */
export function readMoment(text: string, timeZone: string): Date | undefined {
  const written = text
    .trim()
    .replace(
      /^(\d\d?)\.(\d\d?)\.(\d{4})/,
      (_all, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .replace(/^(\d{4}-\d\d-\d\d)\s+(\d\d?:)/, (_all, date: string, hour: string) => `${date}T${hour.padStart(3, '0')}`)
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(written) && written.includes('T'))
      return new Date(Temporal.Instant.from(written).epochMilliseconds)
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(written)) return undefined
    return new Date(
      Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone, { disambiguation: 'reject' }).epochMilliseconds,
    )
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** "2026-04-22 09:00", the venue's time. */
export function venueTime(moment: Date, timeZone: string): string {
  const venue = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
  return `${venue.toPlainDate().toString()} ${venue.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
