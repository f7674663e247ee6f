import { laterBy, momentIn, type Moment } from '../../knowledge/moments.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { placeAt, placesAround } from '../../knowledge/places.ts'
import type { TimeMention } from '../understanding/times.ts'
import { dayOf } from './format-hours.ts'
import { endOf, isSession, occurrencesOf, type Occurrence } from './occurrences.ts'
import { labelOf } from './programme-labels.ts'
import type { ProgrammeQuery } from './programme-query.ts'
import type { Turn } from './turn.ts'

/** What of the programme is wanted, in the order of time. `now`: the moment at the venue. */
export function select(query: ProgrammeQuery, pack: Pack, now: Moment): Occurrence[] {
  const { places, kinds, tracks, spoken, persons, title } = query
  const days = query.days ?? daysMeant(query, pack, now)
  return occurrencesOf(pack).filter(({ entry, slot }) => {
    if (query.says.talks && !isSession(entry)) return false
    return (
      (days === undefined || days.includes(dayOf(slot))) &&
      query.times.every((time) => isAt(time, { entry, slot }, now)) &&
      (places.length === 0 || isWithinAll({ entry, slot }, places, pack)) &&
      (kinds.length === 0 || kinds.includes(entry.kind?.toLowerCase() ?? '')) &&
      (tracks.length === 0 || tracks.includes(labelOf(entry.details.track))) &&
      (spoken.length === 0 || spoken.some((code) => entry.details.spoken?.includes(code))) &&
      (persons.length === 0 || persons.some(({ id }) => entry.people.includes(id))) &&
      (title === undefined || title.entries.includes(entry))
    )
  })
}

function isWithinAll({ entry, slot }: Occurrence, places: readonly string[], pack: Pack): boolean {
  const around = new Set(placesAround(placeAt(slot, entry) ?? '', pack).map(({ id }) => id))
  return places.every((place) => around.has(place))
}

/** An hour without a day is of today, while the event is on; before and after it, of any day. */
function daysMeant({ times }: ProgrammeQuery, pack: Pack, now: Moment): readonly string[] | undefined {
  if (!times.some(({ kind }) => kind !== 'now')) return undefined
  const today = now.slice(0, 10)
  return occurrencesOf(pack).some(({ slot }) => dayOf(slot) === today) ? [today] : undefined
}

function isAt(time: TimeMention, { slot }: Occurrence, now: Moment): boolean {
  const minutes = Number(slot.from.slice(11, 13)) * 60 + Number(slot.from.slice(14))
  switch (time.kind) {
    case 'now':
      return slot.from <= now && now < endOf(slot)
    case 'later':
      return slot.from > now
    case 'at': {
      const moment = laterBy(time.minutes, `${dayOf(slot)}T00:00`)
      return slot.from <= moment && moment < endOf(slot)
    }
    case 'after':
      return minutes >= time.minutes
    case 'before':
      return minutes < time.minutes
    case 'within':
      return minutes >= time.minutes && minutes < time.until
    default:
      return time satisfies never
  }
}

/** The moment at the venue. */
export function momentOf({ now, knowledge }: Turn): Moment {
  return momentIn(knowledge.pack.timeZone, now)
}
