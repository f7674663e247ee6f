import { ownId, partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Attachment, Pressed } from '../pages/page.ts'
import { datedEntries, writeCalendar } from './calendar.ts'
import { eventsPage } from './menu.ts'
import { stale, type PressTable } from './press.ts'
import { subjectName } from './welcome.ts'

/** The dates of one entry, or of everything, as a file to keep. Undefined where no day is known. */
export function calendarFile(
  pack: Pack,
  language: Language,
  now: Date,
  id: string | undefined,
): Attachment | undefined {
  const entries = datedEntries(pack).filter((entry) => id === undefined || entry.id === id)
  if (entries.length === 0) return undefined
  const [only] = id === undefined ? [] : entries
  const subject = only ? titleOf(only, language) : subjectName(pack, language)
  const text = say(language, 'calendar.caption', { subject, zone: pack.timeZone })
  return {
    name: `${id === undefined ? pack.id : ownId(id)}.ics`,
    content: writeCalendar(entries, pack, language, now),
    page: notePage(language, text),
  }
}

/** What is asked for the dates of: an entry, one of several events (the first is 1), or everything. */
type Wanted = { readonly entry?: string | undefined; readonly event?: number | undefined }

/** What comes of asking for dates: a file, or events to choose. */
export type CalendarGiven = Extract<Pressed, { kind: 'file' | 'message' }>

/** The file that is wanted; the events to choose, where there are several and none is named. */
export function calendarOf(
  pack: Pack,
  language: Language,
  now: Date,
  { entry, event }: Wanted,
): CalendarGiven | undefined {
  const part = event === undefined ? entry && partWith(pack, { id: entry }) : pack.parts?.[event - 1]
  if (!part && pack.parts)
    return { kind: 'message', page: eventsPage(pack, language, (one) => ({ do: 'calendar', event: one })) }
  const file = calendarFile(part || pack, language, now, entry)
  return file && { kind: 'file', file }
}

/** The button that hands the file over. */
export function calendarPresses(currentPack: () => Pack): PressTable<'calendar'> {
  return {
    calendar: ({ now }, language, wanted) => calendarOf(currentPack(), language, now, wanted) ?? stale(language),
  }
}
