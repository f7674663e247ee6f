import ICAL from 'ical.js'
import { firstLine } from '../../knowledge/pack-files.ts'
import { isTimeZone } from '../../knowledge/dates.ts'
import { languageFinder, inItsLanguage } from '../programme/find-language.ts'
import { UnreadableFile } from '../programme/unreadable-file.ts'
import { emptyProgramme, type Programme, type Room, type Session, type Slot } from '../programme/programme.ts'
import { plainText } from '../files/markup.ts'

/** What can't be told from the calendar alone. */
export type CalendarContext = { readonly timeZone?: string | undefined }

/** A recurring item of an event ("lunch daily") has no more slots than this. */
const mostSlots = 60

/**
 * A calendar in the iCalendar format (RFC 5545). Times become those of `timeZone`, else of the zone that the calendar
 * or its events name, so that UTC is never shown as local time. Throws an UnreadableFile for a calendar that is broken,
 * or that gives UTC alone.
 */
export function readCalendar(text: string, context: CalendarContext = {}): Programme {
  const calendar = parse(text)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  if (events.length === 0) throw new UnreadableFile('no event in it; export the calendar with its events')
  const timeZone = context.timeZone ?? zoneOf(calendar, events)
  const find = languageFinder()
  const name = textOf(calendar, 'name') ?? textOf(calendar, 'x-wr-calname')
  const sessions: Session[] = []
  const rooms = new Map<string, Room>()
  for (const event of events) {
    if (event.isRecurrenceException() || event.component.getFirstPropertyValue('dtstart') === null) continue
    const slots = slotsOf(event, timeZone)
    // All times of it are left out, by EXDATE.
    if (slots.length === 0) continue
    const { text: body, links } = plainText(event.description ?? '')
    const url = textOf(event.component, 'url')
    sessions.push({
      key: event.uid ?? event.summary,
      title: inItsLanguage(event.summary ?? '?', find),
      text: inItsLanguage(body, find),
      slots,
      speakers: [],
      links,
      ...(url !== undefined && /^https?:/.test(url) && { url }),
      ...(isCancelled(event) && { status: 'cancelled' }),
    })
    for (const { room } of slots)
      if (room !== undefined)
        rooms.getOrInsertComputed(room, () => ({ key: room, name: inItsLanguage(room, find), links: [] }))
  }
  return {
    ...emptyProgramme,
    ...(name !== undefined && { title: inItsLanguage(name, find) }),
    ...(timeZone !== undefined && { timeZone }),
    sessions,
    rooms: [...rooms.values()],
  }
}

function parse(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    // One calendar is an array that begins with its name; several are an array of such arrays.
    const first = (typeof parsed[0] === 'string' ? parsed : parsed[0]) as unknown[]
    if (first?.[0] !== 'vcalendar') throw new Error('no VCALENDAR')
    return new ICAL.Component(first)
  } catch (error) {
    throw new UnreadableFile(`no calendar that can be read (${firstLine(error)}); export it anew`)
  }
}

function zoneOf(calendar: ICAL.Component, events: readonly ICAL.Event[]): string | undefined {
  const named = [textOf(calendar, 'x-wr-timezone'), ...events.map(zoneNameOf)]
  const zone = named.find((one) => one !== undefined && isZone(one))
  const absolute = events.some(({ startDate }) => startDate?.zone === ICAL.Timezone.utcTimezone)
  if (zone === undefined && absolute)
    throw new UnreadableFile('its times are in UTC, and it names no time zone; give --time-zone, such as Asia/Almaty')
  return zone
}

/** The name beside the time, whether or not the file brings the rules of that zone. */
function zoneNameOf({ component }: ICAL.Event): string | undefined {
  return component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
}

function isZone(name: string): boolean {
  return name !== 'UTC' && isTimeZone(name)
}

/** When an event is held. What is said of one time of many (RECURRENCE-ID) holds for it alone. */
function slotsOf(event: ICAL.Event, venue: string | undefined): Slot[] {
  if (!event.isRecurring()) return [slotOf(event, event.startDate, event.endDate, venue)]
  const slots: Slot[] = []
  const occurrences = event.iterator()
  for (let next = occurrences.next(); next && slots.length < mostSlots; next = occurrences.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    if (item === event || !isCancelled(item)) slots.push(slotOf(item, startDate, endDate, venue))
  }
  return slots
}

function isCancelled({ component }: ICAL.Event): boolean {
  return textOf(component, 'status')?.toLowerCase() === 'cancelled'
}

/** The zone that a time names, and that of the venue. */
type Zones = { readonly named: string | undefined; readonly venue: string | undefined }

function slotOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time | null, venue: string | undefined): Slot {
  const zones = { named: zoneNameOf(event), venue }
  const room = event.location?.trim() || undefined
  const begins = wall(start, zones)
  const ends = end && end.compare(start) > 0 && !start.isDate ? wall(end, zones) : undefined
  return { start: begins, ...(ends !== undefined && { end: ends }), ...(room !== undefined && { room }) }
}

/** "2026-06-10 09:30" at the venue; a day alone for what lasts whole days. */
function wall(time: ICAL.Time, { named, venue }: Zones): string {
  if (time.isDate) return time.toString().slice(0, 10)
  const absolute = time.zone === ICAL.Timezone.utcTimezone
  const local = Temporal.PlainDateTime.from(time.toString().replace(/Z$/, ''))
  const from = absolute ? 'UTC' : named
  const there =
    venue === undefined || from === undefined || from === venue || !isTimeZone(from)
      ? local
      : local.toZonedDateTime(from).withTimeZone(venue).toPlainDateTime()
  return there.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name)
  return value === null || String(value).trim() === '' ? undefined : String(value).trim()
}
