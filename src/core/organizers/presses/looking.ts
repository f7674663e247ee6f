import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { keyOf } from '../../people/people.ts'
import { csvOf } from '../../announcements/export.ts'
import type { Measure } from '../../announcements/validate.ts'
import { say } from '../../i18n.ts'
import { writtenIn } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { FigureStore } from '../../announcements/figure-store.ts'
import { copyFor, type Copy } from '../../mailing/copy.ts'
import { feetOf, followerOf, type EventName } from '../../mailing/foot.ts'
import { notePage } from '../../pages/note-page.ts'
import type { OrganizerAct } from '../../pages/page.ts'
import { lengthsPage } from '../pages/lengths.ts'
import type { Views } from '../pages/views.ts'
import { kept, replaced, type AnnouncementPress, type ActTable } from './press.ts'

type Act = Extract<OrganizerAct, 'open' | 'preview' | 'export' | 'copy' | 'history'>

/** What shows or copies an announcement, and changes nothing of it. `timeZone`: the venue's at the moment. */
export function lookingPresses({
  commands,
  deliveries,
  measures,
  views,
  timeZone,
  eventName,
}: {
  readonly commands: Pick<AnnouncementCommands, 'create' | 'named'>
  readonly deliveries: Pick<FigureStore, 'records'>
  readonly measures: readonly Measure[]
  readonly views: Pick<Views, 'announcement' | 'history'>
  readonly timeZone: () => string
  readonly eventName: EventName
}): ActTable<Act, AnnouncementPress> {
  return {
    open: async ({ announcement, subject, language, by }) =>
      kept(await views.announcement(subject, language, by.now), announcement),
    async preview({ announcement, language, visitor: { person } }) {
      const named = { ...announcement, content: await commands.named(announcement) }
      const copies = copiesThatFit(announcement, measures, timeZone()).map((copy): Copy => ({
        ...copy,
        feet: feetOf(named, followerOf(named, [copy.reader!], person.platform), eventName),
      }))
      return { kind: 'preview', copies, page: lengthsPage(announcement, measures, language) }
    },
    async copy({ announcement, visitor, language, by }) {
      const { content, audience, urgency, fallback } = announcement
      const texts = { ...content, corrected: undefined }
      const draft = { content: texts, audience, urgency, fallback, sendAt: undefined, notAfter: undefined }
      const { id } = await commands.create({ ...draft, author: keyOf(visitor.person) }, by.now)
      return { kind: 'message', page: await views.announcement(id, language, by.now) }
    },
    history: async ({ announcement, language, by: { who: viewer, now } }) =>
      replaced(await views.history(announcement, language, { viewer, now })),
    async export({ subject, language }) {
      const rows = (await Array.fromAsync(csvOf(subject, deliveries))).join('')
      const page = notePage(language, say(language, 'organizers.exported', { id: subject }))
      // Excel takes a file for UTF-8 by its byte order mark alone.
      return { kind: 'file', file: { name: `announcement-${subject}.csv`, content: `\ufeff${rows}`, page } }
    },
  }
}

/** One for each language that is written. What no message can hold is told by its length alone. */
function copiesThatFit(announcement: Announcement, measures: readonly Measure[], timeZone: string): Copy[] {
  const fits = (language: Language): boolean =>
    measures.map((measure) => measure(announcement, [language])).every(({ units, limit }) => units <= limit)
  return writtenIn(announcement.content)
    .filter(fits)
    .map((one) => copyFor(announcement, [one], timeZone))
}
