import ical, {
  escape,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEventData,
} from 'ical-generator'
import { ownId, partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { personName } from '../answering/detail-lines.ts'
import { placeAt } from '../../knowledge/places.ts'
import { placeNames, titleOf } from '../answering/facts.ts'
import { endOf, isDated } from '../answering/occurrences.ts'
import { saySource } from '../answering/say-source.ts'
import { say } from '../i18n.ts'
import { instantOf } from '../time/venue.ts'

/** All events of a pack that can stand in a calendar. */
export function datedEntries({ entries }: Pack): Entry[] {
  return entries.filter(isDated)
}

/** The time zones of entries, which of several events may be several. */
export function zonesOf(entries: readonly Entry[], pack: Pack): string[] {
  return [...new Set(entries.map((entry) => partWith(pack, entry).timeZone))]
}

/**
 * Entries as iCalendar (RFC 5545), each by the clock of its own event: with their hours where they are known, once for
 * each time; else on whole days, which stay the same wherever the reader is. Ids are stable and SEQUENCE rises with the
 * pack, so that reading the file again updates what is there.
 */
export function writeCalendar(entries: readonly Entry[], pack: Pack, language: Language, now: Date): string {
  const calendar = ical({
    // The library escapes all texts but this one.
    name: escape(plain(wordsIn(pack.title, language) ?? pack.id), false),
    prodId: { company: 'Jauap', product: 'Jauap', language: language.toUpperCase() },
  })
  for (const entry of entries) addEvents(entry, calendar, partWith(pack, entry), language, now)
  const [zone, ...others] = zonesOf(entries, pack)
  // Told to the library, the zone turns DTSTAMP into local time or ends up behind the events: RFC 5545 forbids both.
  const zoneLine = zone === undefined || others.length > 0 ? '' : `\r\nX-WR-TIMEZONE:${zone}`
  const zoned = calendar.toString().replace('\r\nBEGIN:VEVENT', `${zoneLine}\r\nBEGIN:VEVENT`)
  // Every line ends with a break, the last one too (RFC 5545, 3.4).
  return zoned.endsWith('\r\n') ? zoned : `${zoned}\r\n`
}

function addEvents(entry: Entry, calendar: ICalCalendar, pack: Pack, language: Language, now: Date): void {
  const [link] = entry.details.links ?? []
  const shared = {
    stamp: now,
    ...revisionOf(pack),
    summary: plain(titleOf(entry, language)),
    description: plain(describe(entry, pack, language)),
    ...(link && { url: link.url }),
    ...statusOf(entry),
  } satisfies Partial<ICalEventData>
  if (entry.slots.length === 0) {
    calendar.createEvent({
      ...shared,
      id: `${ownId(entry.id)}@${pack.id}.jauap`,
      start: dayOf(entry.dates!.from, 0),
      end: dayOf(entry.dates!.to, 1),
      allDay: true,
      location: plain(placeNames(entry.place, pack, language).join(', ')),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  for (const [at, slot] of entry.slots.entries()) {
    calendar.createEvent({
      ...shared,
      // Ids of entries have no plus: nothing else is called like that.
      id: `${ownId(entry.id)}${at === 0 ? '' : `+${at + 1}`}@${pack.id}.jauap`,
      start: instantOf(slot.from, pack.timeZone),
      end: instantOf(endOf(slot), pack.timeZone),
      location: plain(placeNames(placeAt(slot, entry), pack, language).join(', ')),
    })
  }
}

/** A day far enough back that no pack is older. */
const firstRevision = Date.UTC(2020, 0, 1)

/** What rises with each change of the pack's files: seconds, which fit the 32 bits of SEQUENCE until 2088. */
function revisionOf({ modified }: Pack): Pick<ICalEventData, 'sequence' | 'lastModified'> {
  if (modified === undefined) return {}
  return { sequence: Math.max(0, Math.floor((modified - firstRevision) / 1000)), lastModified: new Date(modified) }
}

function statusOf({ status }: Entry): Pick<ICalEventData, 'status'> {
  if (status === 'cancelled') return { status: ICalEventStatus.CANCELLED }
  return status === 'postponed' ? { status: ICalEventStatus.TENTATIVE } : {}
}

/** The end of an all-day event is the day after it (RFC 5545, 3.6.1). */
function dayOf(iso: string, plus: number): Date {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + plus)
  return date
}

function describe(entry: Entry, pack: Pack, language: Language): string {
  const host = wordsIn(entry.at, language)
  const text = wordsIn(entry.text, language)
  const names = entry.speakers.map((id) => personName(id, pack, language)).join(', ')
  const status = entry.status && say(language, `status.${entry.status}`)
  return [
    ...(status === undefined ? [] : [status]),
    ...(host === undefined ? [] : [say(language, 'event.at', { host })]),
    ...(entry.hostDates ? [saySource(pack, language, 'event.hostDates')] : []),
    ...(names === '' ? [] : [say(language, 'detail.speakers', { names })]),
    ...entry.says.flatMap((statement) => wordsIn(statement.text, language) ?? []),
    ...(text === undefined ? [] : [text]),
    ...(entry.section === undefined
      ? []
      : [say(language, 'note.source', { source: wordsIn(pack.source, language) ?? pack.id, section: entry.section })]),
  ].join('\n')
}

/** Without control characters, which no text of a calendar may have (RFC 5545, 3.1). */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must go
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
}
