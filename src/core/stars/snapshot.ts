import type { Moment } from '../../knowledge/moments.ts'
import type { Entry, Localised, Pack } from '../../knowledge/pack.ts'

/** When and where something is: a moment, or a day of ten letters where no hour is known. The room by its id, too. */
export type Time = {
  readonly from: Moment
  readonly to?: Moment | undefined
  readonly place?: string | undefined
  readonly room?: Localised | undefined
}

/**
 * How an entry stands for those who have marked it: what they have to know of a change, with the names as they were,
 * for what a pack no longer knows. `off`: why it does not take place; `gone`: the programme has no such entry any more.
 */
export type Snapshot = {
  readonly title: Localised
  readonly times: readonly Time[]
  readonly off?: 'cancelled' | 'postponed' | 'gone' | undefined
  readonly zone: string
}

/** How an entry stands in a pack; the day of an event in days stands for its time. */
export function snapshotOf(entry: Entry, pack: Pack): Snapshot {
  const { title, status, slots, dates, place: own } = entry
  const at = (from: Moment, to: Moment | undefined, place: string | undefined): Time => ({
    from,
    to,
    place,
    room: place === undefined ? undefined : pack.places.get(place)?.name,
  })
  const days = dates?.precision === 'day' ? [at(dates.from, dates.to === dates.from ? undefined : dates.to, own)] : []
  return {
    title,
    times: slots.length > 0 ? slots.map(({ from, to, place }) => at(from, to, place ?? own)) : days,
    off: status === 'cancelled' || status === 'postponed' ? status : undefined,
    zone: pack.timeZone,
  }
}

/** Two snapshots that say the same are written alike. */
export function writeSnapshot({ title, times, off, zone }: Snapshot): string {
  const ordered = times.map(({ from, to, place, room }) => ({ from, to, place, room: room && inOrder(room) }))
  return JSON.stringify({ title: inOrder(title), times: ordered, off, zone })
}

/** Undefined for what says nothing. */
export function readSnapshot(written: string): Snapshot | undefined {
  return written === '' ? undefined : (JSON.parse(written) as Snapshot)
}

function inOrder({ kk, ru, en }: Localised): Localised {
  return { ...(kk !== undefined && { kk }), ...(ru !== undefined && { ru }), ...(en !== undefined && { en }) }
}
