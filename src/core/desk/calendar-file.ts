import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Attachment } from '../pages/page.ts'
import { datedEntries, writeCalendar } from './calendar.ts'
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
    name: `${id ?? pack.id}.ics`,
    content: writeCalendar(entries, pack, language, now),
    page: notePage(language, text),
  }
}

/** The button that hands the file over. */
export function calendarPresses(currentPack: () => Pack): PressTable<'calendar'> {
  return {
    calendar({ now }, language, { entry }) {
      const file = calendarFile(currentPack(), language, now, entry)
      return file ? { kind: 'file', file } : stale(language)
    },
  }
}
