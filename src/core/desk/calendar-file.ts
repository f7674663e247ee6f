import type { Language } from '../../knowledge/language.ts'
import { momentIn } from '../../knowledge/moments.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { isOver } from '../answering/occurrences.ts'
import { say } from '../i18n.ts'
import { notePage } from '../pages/note-page.ts'
import type { Attachment, Button, Page } from '../pages/page.ts'
import { datedEntries, writeCalendar } from './calendar.ts'
import type { MyProgramme } from './my-programme.ts'
import { markedIn, myProgrammePage } from './my-programme-page.ts'
import { message, stale, type PressTable } from './press.ts'
import { subjectName } from './welcome.ts'

/** All that is to come; if there is nothing, a page that says so and offers what is past. */
export function calendarFor(pack: Pack, language: Language, now: Date): Attachment | Page {
  const dated = datedEntries(pack)
  const moment = momentIn(pack.timeZone, now)
  const ahead = dated.filter((entry) => !isOver(entry, moment))
  if (dated.length === 0) return notePage(language, say(language, 'notice.noDates'))
  const past: Button = { label: say(language, 'button.withPast'), do: 'calendar', which: 'all' }
  if (ahead.length === 0) return notePage(language, say(language, 'calendar.over'), [[past]])
  const caption = { subject: subjectName(pack, language), buttons: ahead.length < dated.length ? [[past]] : [] }
  return fileOf(ahead, pack.id, caption, { pack, language, now })
}

/** The dates of one entry. Undefined where no day is known. */
export function calendarOf(id: string, pack: Pack, language: Language, now: Date): Attachment | undefined {
  const entry = datedEntries(pack).find((one) => one.id === id)
  const caption = entry && { subject: titleOf(entry, language), buttons: [] }
  return caption && fileOf([entry], id, caption, { pack, language, now })
}

/** All dates, with what is past. */
function wholeCalendar(pack: Pack, language: Language, now: Date): Attachment | undefined {
  const entries = datedEntries(pack)
  const caption = { subject: subjectName(pack, language), buttons: [] }
  return entries.length === 0 ? undefined : fileOf(entries, pack.id, caption, { pack, language, now })
}

/** The buttons that hand a file over. */
export function calendarPresses(currentPack: () => Pack, mine: Pick<MyProgramme, 'marks'>): PressTable<'calendar'> {
  return {
    async calendar(visitor, language, { entry: id, which }) {
      const pack = currentPack()
      const { now } = visitor
      const making = { pack, language, now }
      if (which === 'mine') {
        const entries = markedIn(await mine.marks(visitor, pack), pack)
        if (entries.length === 0) return message(language, myProgrammePage(new Map(), pack, language, visitor))
        const caption = { subject: say(language, 'mine.title'), buttons: [] }
        return { kind: 'file', file: fileOf(entries, `${pack.id}-my`, caption, making) }
      }
      if (id === undefined && which === undefined) {
        const found = calendarFor(pack, language, now)
        return 'content' in found ? { kind: 'file', file: found } : message(language, found)
      }
      const file = id === undefined ? wholeCalendar(pack, language, now) : calendarOf(id, pack, language, now)
      return file ? { kind: 'file', file } : stale(language)
    },
  }
}

function fileOf(
  entries: readonly Entry[],
  name: string,
  { subject, buttons }: { readonly subject: string; readonly buttons: Page['buttons'] },
  { pack, language, now }: { readonly pack: Pack; readonly language: Language; readonly now: Date },
): Attachment {
  const text = say(language, 'calendar.caption', { subject, zone: pack.timeZone })
  return {
    name: `${name}.ics`,
    content: writeCalendar(entries, pack, language, now),
    page: notePage(language, text, buttons),
  }
}
