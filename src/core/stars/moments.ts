import type { Moment } from '../../knowledge/moments.ts'
import { endOf } from '../answering/occurrences.ts'
import { midnight } from '../time/venue.ts'
import type { Snapshot, Time } from './snapshot.ts'

/** A moment by the clock of the venue; one that its clocks skip is that after it. */
export function instantOf(moment: Moment, timeZone: string): Date {
  return new Date(Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).epochMilliseconds)
}

/** When it begins; a day with its first moment. */
export function startOfTime({ from }: Time, { zone }: Pick<Snapshot, 'zone'>): Date {
  return instantOf(from, zone)
}

/** When it is over; days with their last moment. */
export function endOfTime({ from, to }: Time, { zone }: Pick<Snapshot, 'zone'>): Date {
  if (from.length === 10) return midnight(to ?? from, 1, zone)
  return instantOf(endOf(to === undefined ? { from } : { from, to }), zone)
}
