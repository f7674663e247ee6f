/** The first moment of a day at the venue, or of one so many days later. */
export function midnight(iso: string, plusDays: number, timeZone: string): Date {
  const day = Temporal.PlainDate.from(iso).add({ days: plusDays })
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
}

/** A moment by the clock of the venue ("2026-06-10T09:30"); one that its clocks skip is that after it. */
export function instantOf(moment: string, timeZone: string): Date {
  return new Date(Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).epochMilliseconds)
}

/**
 * A moment as an organizer writes it: "2026-04-22 09:00" or "22.04.2026 9:00" at the venue, or ISO 8601 with an offset.
 * Undefined for what is no moment, or one that the venue's clocks skip.
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

/** The day at the venue, YYYY-MM-DD. */
export function venueDay(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The hour at the venue, 0 to 23. */
export function venueHour(moment: Date, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).hour
}
