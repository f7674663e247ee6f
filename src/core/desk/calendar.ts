import ical, { ICalEventTransparency } from 'ical-generator'
import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { placeNames, titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'

/** Whether an entry can stand in a calendar: an event of which the days are known. */
export function isDated({ type, dates }: Entry): boolean {
  return type === 'event' && dates?.precision === 'day'
}

/** All events of a pack that can stand in a calendar. */
export function datedEntries({ entries }: Pack): Entry[] {
  return entries.filter(isDated)
}

/**
 * Events as iCalendar (RFC 5545). The bulletin knows days and no hours, so these are all-day events: they stay on their
 * days wherever the reader is. Ids are stable, so that reading the file again updates what is there.
 */
export function writeCalendar(entries: readonly Entry[], pack: Pack, language: Language, now: Date): string {
  const calendar = ical({
    name: wordsIn(pack.title, language) ?? pack.id,
    prodId: { company: 'Jauap', product: 'Jauap', language: language.toUpperCase() },
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@${pack.id}.jauap`,
      stamp: now,
      start: dayOf(entry.dates!.from, 0),
      end: dayOf(entry.dates!.to, 1),
      allDay: true,
      summary: titleOf(entry, language),
      location: placeNames(entry, pack, language).join(', '),
      description: describe(entry, pack, language),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  // Told to the library, the zone turns DTSTAMP into local time or ends up behind the events: RFC 5545 forbids both.
  return calendar.toString().replace('\r\nBEGIN:VEVENT', `\r\nX-WR-TIMEZONE:${pack.timeZone}\r\nBEGIN:VEVENT`)
}

/** The end of an all-day event is the day after it (RFC 5545, 3.6.1). */
function dayOf(iso: string, plus: number): Date {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + plus)
  return date
}

function describe(entry: Entry, pack: Pack, language: Language): string {
  const host = wordsIn(entry.at, language)
  return [
    ...(host === undefined ? [] : [say(language, 'event.at', { host })]),
    ...(entry.hostDates ? [say(language, 'event.hostDates')] : []),
    ...entry.says.flatMap(({ text }) => wordsIn(text, language) ?? []),
    ...(entry.section === undefined
      ? []
      : [say(language, 'note.source', { source: wordsIn(pack.source, language) ?? pack.id, section: entry.section })]),
  ].join('\n')
}
