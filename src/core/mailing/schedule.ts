import type { Mailing } from './mailing.ts'
import type { Policy } from './policy.ts'

/** Whoever confirmed can take it back for so long. */
export const graceMs = 30_000

/** News are stale an hour after they were due, unless an organizer says otherwise. */
const freshMs = 60 * 60_000

/** Hours at the venue in which nobody is woken for something that can wait: from 22:00 to 07:00. */
const night = { from: 22, to: 7 }

/** The morning until which a mailing waits that keeps quiet hours; undefined by day. */
export function quietUntil(now: Date, timeZone: string): Date | undefined {
  const venue = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  if (venue.hour >= night.to && venue.hour < night.from) return undefined
  const day = venue.hour >= night.from ? venue.toPlainDate().add({ days: 1 }) : venue.toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone, plainTime: { hour: night.to } }).epochMilliseconds)
}

/**
 * At night, the moment from which on what was due merely waits for the morning, if it keeps quiet hours and has no
 * deadline of its own; what was due before is late by now. Undefined by day.
 */
export function waitsSince(now: Date, timeZone: string): Date | undefined {
  const until = quietUntil(now, timeZone)
  if (!until) return undefined
  const morning = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(timeZone)
  const evening = morning
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: { hour: night.from } })
  return new Date(Math.min(evening.epochMilliseconds, now.getTime() - freshMs))
}

/** When a mailing really starts under its policy, if it is due at a moment. */
export function startUnder({ quietHours }: Pick<Policy, 'quietHours'>, due: Date, timeZone: string): Date {
  return quietHours === 'ignore' ? due : (quietUntil(due, timeZone) ?? due)
}

/** Until when it may start and go on without asking. */
export function deadlineOf({ notAfter }: Pick<Mailing, 'notAfter'>, start: Date): Date {
  return notAfter ?? new Date(start.getTime() + freshMs)
}
