import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { keyOf } from '../../people/people.ts'
import { csvOf } from '../../announcements/export.ts'
import type { Measure } from '../../announcements/validate.ts'
import { say } from '../../i18n.ts'
import { writtenIn, type Content } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { AudienceShare, FigureStore } from '../../announcements/figure-store.ts'
import { copyFor, type Copy } from '../../mailing/copy.ts'
import { feetOf, followerOf, type EventName, type Reader } from '../../mailing/foot.ts'
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
  readonly commands: Pick<AnnouncementCommands, 'create' | 'named' | 'audience'>
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
      const [content, { shares }] = await Promise.all([commands.named(announcement), commands.audience(announcement)])
      const named = { ...announcement, content }
      const shown = (reader: Reader): Copy => ({
        ...copyFor(announcement, reader.languages, timeZone()),
        feet: feetOf(named, reader, eventName),
      })
      const fitting = languagesThatFit(announcement, measures)
      const copies = [
        ...fitting.map((one) => shown(followerOf(named, [one], person.platform))),
        ...postsOfSeveral(shares)
          .filter(({ languages }) => languages.every((one) => fitting.includes(one) || !isWritten(content, one)))
          .map(({ platform, kind, languages }) => shown({ platform, kind, languages, follows: [] })),
      ]
      return { kind: 'preview', copies, page: lengthsPage(announcement, { shares, measures }, language) }
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

/** Languages that are written, without those whose text no message can hold: that is told by its length alone. */
function languagesThatFit(announcement: Announcement, measures: readonly Measure[]): Language[] {
  const fits = (language: Language): boolean =>
    measures.map((measure) => measure(announcement, [language])).every(({ units, limit }) => units <= limit)
  return writtenIn(announcement.content).filter(fits)
}

/** Who reads several languages in one post: one of those who read the same. */
function postsOfSeveral(shares: readonly AudienceShare[]): AudienceShare[] {
  const several = shares.filter(({ languages }) => languages.length > 1)
  return [...Map.groupBy(several, ({ languages }) => languages.join()).values()].map(([share]) => share!)
}

function isWritten(content: Content, language: Language): boolean {
  return writtenIn(content).includes(language)
}
