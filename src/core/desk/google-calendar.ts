import type { Language } from '../../knowledge/language.ts'
import { momentIn } from '../../knowledge/moments.ts'
import type { Entry, Pack, Slot } from '../../knowledge/pack.ts'
import { placeAt } from '../../knowledge/places.ts'
import { placeNames, titleOf } from '../answering/facts.ts'
import { endOf, isDated, slotMeant } from '../answering/occurrences.ts'
import { instantOf } from '../time/venue.ts'

/**
 * An address that opens Google's calendar with the entry filled in, which phones take better than a file: with the
 * hours of the time that is on or comes next, else on whole days. `longest`: the room of an address; what has no room
 * is left out from the end. Undefined for what has no day.
 */
export function googleCalendarLink(
  entry: Entry,
  pack: Pack,
  language: Language,
  { now, longest }: { readonly now: Date; readonly longest: number },
): string | undefined {
  if (!isDated(entry)) return undefined
  const slot = slotMeant(entry, momentIn(pack.timeZone, now))
  const location = placeNames(placeAt(slot, entry), pack, language).join(', ')
  const dates = slot ? hoursOf(slot, pack.timeZone) : daysOf(entry)
  const address = (text: string, where: string): string => {
    const query = new URLSearchParams({ action: 'TEMPLATE', text, dates, ctz: pack.timeZone })
    if (where !== '') query.set('location', where)
    return `https://calendar.google.com/calendar/render?${query.toString()}`
  }
  const title = titleOf(entry, language)
  const full = address(title, location)
  if (full.length <= longest) return full
  const letters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment)
  while (letters.length > 0 && address(letters.join(''), '').length > longest) letters.pop()
  return address(letters.join(''), '')
}

/** The beginning and the end as RFC 5545 writes them in UTC. */
function hoursOf(slot: Slot, timeZone: string): string {
  return [slot.from, endOf(slot)].map((moment) => compact(instantOf(moment, timeZone).toISOString())).join('/')
}

/** The end is the day after. */
function daysOf({ dates }: Entry): string {
  const after = Temporal.PlainDate.from(dates!.to).add({ days: 1 }).toString()
  return `${dates!.from}/${after}`.replaceAll('-', '')
}

/** "20260610T043000Z" */
function compact(iso: string): string {
  return iso.replaceAll(/[-:]|\.\d{3}/g, '')
}
