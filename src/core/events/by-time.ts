import { daysOf } from '../../knowledge/pack-subject.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { venueDay } from '../time/venue.ts'

/** Places of packs in the order of their events: what goes on or comes next, then what is over, the latest first. */
export function byTime(places: readonly number[], packs: readonly Pack[], now: Date): number[] {
  const coming = (at: number): string | undefined => {
    const { timeZone } = packs[at]!
    const days = daysOf(packs[at]!)
    return days && days.to >= venueDay(now, timeZone) ? days.from : undefined
  }
  return places.toSorted((a, b) => {
    const [one, other] = [coming(a), coming(b)]
    if (one !== undefined && other !== undefined) return one < other ? -1 : one > other ? 1 : a - b
    if (one !== undefined || other !== undefined) return one === undefined ? 1 : -1
    return (daysOf(packs[b]!)?.to ?? '').localeCompare(daysOf(packs[a]!)?.to ?? '')
  })
}
