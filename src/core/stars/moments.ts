import { endOf } from '../answering/occurrences.ts'
import { instantOf, midnight } from '../time/venue.ts'
import type { Snapshot, Time } from './snapshot.ts'

/** When it begins; a day with its first moment. */
export function startOfTime({ from }: Time, { zone }: Pick<Snapshot, 'zone'>): Date {
  return instantOf(from, zone)
}

/** When it is over; days with their last moment. */
export function endOfTime({ from, to }: Time, { zone }: Pick<Snapshot, 'zone'>): Date {
  if (from.length === 10) return midnight(to ?? from, 1, zone)
  return instantOf(endOf(to === undefined ? { from } : { from, to }), zone)
}
