import { ownId, partsOf, partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { momentIn } from '../../knowledge/moments.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { isOver } from '../answering/occurrences.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { ActionOf, Attachment, Button, Page, Pressed } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { datedEntries, writeCalendar, zonesOf } from './calendar.ts'
import { eventsPage } from './menu.ts'
import type { Marks, MyProgramme } from './my-programme.ts'
import { markedIn, myProgrammePage } from './my-programme-page.ts'
import { stale, type PressTable } from './press.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'

/** What comes of asking for dates: a file, or a page that says what there is instead, or which events to choose. */
export type CalendarGiven = Extract<Pressed, { kind: 'file' | 'message' }>

/** All that is to come; if there is nothing, a page that offers what is past. Of several events, those to choose. */
export function calendarFor(pack: Pack, language: Language, now: Date): CalendarGiven {
  if (!pack.parts) return calendarAhead(pack, language, now)
  return { kind: 'message', page: eventsPage(pack, language, (event) => ({ do: 'calendar', event })) }
}

/** The dates of one entry. Undefined where no day is known. */
export function calendarOf(id: string, pack: Pack, language: Language, now: Date): Attachment | undefined {
  const entry = datedEntries(pack).find((one) => one.id === id)
  const caption = entry && { subject: titleOf(entry, language), buttons: [] }
  return caption && fileOf([entry], ownId(id), caption, { pack, language, now })
}

/** The buttons that hand a file over. */
export function calendarPresses(currentPack: () => Pack, mine: Pick<MyProgramme, 'marks'>): PressTable<'calendar'> {
  return {
    async calendar(visitor, language, wanted) {
      const pack = currentPack()
      if (wanted.which === 'mine') return ownCalendar(await mine.marks(visitor, pack), pack, language, visitor)
      const { now } = visitor
      if (wanted.entry === undefined) return calendarOfEvent(pack, language, now, wanted) ?? stale(language)
      const file = calendarOf(wanted.entry, partWith(pack, { id: wanted.entry }), language, now)
      return file ? { kind: 'file', file } : stale(language)
    },
  }
}

/** Of one of several events, or of the only one. Undefined if there is no such event, or it has no dates any more. */
function calendarOfEvent(
  pack: Pack,
  language: Language,
  now: Date,
  { event, which }: ActionOf<'calendar'>,
): CalendarGiven | undefined {
  const part = event === undefined ? pack : partsOf(pack)[event - 1]
  if (!part || part.parts) return part && calendarFor(part, language, now)
  return which === 'all' ? wholeCalendar(part, language, now) : calendarAhead(part, language, now, event)
}

/** What is to come at one event. `event`: its number among several. */
function calendarAhead(pack: Pack, language: Language, now: Date, event?: number): CalendarGiven {
  const dated = datedEntries(pack)
  const moment = momentIn(pack.timeZone, now)
  const ahead = dated.filter((entry) => !isOver(entry, moment))
  if (dated.length === 0) return { kind: 'message', page: notePage(language, say(language, 'notice.noDates')) }
  const past: Button = { label: say(language, 'button.withPast'), do: 'calendar', which: 'all', event }
  if (ahead.length === 0) return { kind: 'message', page: notePage(language, say(language, 'calendar.over'), [[past]]) }
  const caption = { subject: subjectName(pack, language), buttons: ahead.length < dated.length ? [[past]] : [] }
  return { kind: 'file', file: fileOf(ahead, pack.id, caption, { pack, language, now }) }
}

/** All dates, with what is past. */
function wholeCalendar(pack: Pack, language: Language, now: Date): CalendarGiven | undefined {
  const entries = datedEntries(pack)
  if (entries.length === 0) return undefined
  const caption = { subject: subjectName(pack, language), buttons: [] }
  return { kind: 'file', file: fileOf(entries, pack.id, caption, { pack, language, now }) }
}

/** What somebody has marked, of all events; their empty programme, if that is nothing. */
function ownCalendar(marks: Marks, pack: Pack, language: Language, { now }: Pick<Visitor, 'now'>): CalendarGiven {
  const entries = markedIn(marks, pack)
  if (entries.length === 0) return { kind: 'message', page: myProgrammePage(marks, pack, language, { now }) }
  const caption = { subject: say(language, 'mine.title'), buttons: [] }
  return { kind: 'file', file: fileOf(entries, `${pack.id}-my`, caption, { pack, language, now }) }
}

function fileOf(
  entries: readonly Entry[],
  name: string,
  { subject, buttons }: { readonly subject: string; readonly buttons: Page['buttons'] },
  { pack, language, now }: { readonly pack: Pack; readonly language: Language; readonly now: Date },
): Attachment {
  const text = say(language, 'calendar.caption', { subject, zone: zonesOf(entries, pack).join(', ') })
  return {
    name: `${name}.ics`,
    content: writeCalendar(entries, pack, language, now),
    page: notePage(language, text, buttons),
  }
}
