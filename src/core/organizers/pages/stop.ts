import type { Line } from '../../answering/reply.ts'
import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { fact, text } from '../../pages/lines.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { headline } from '../../mailing/copy.ts'
import type { Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { actButton, backButton } from './buttons.ts'

/** What will not be sent, before that is decided for good. */
export function haltPage({ announcement, report }: Shown, language: Language): Page {
  const { pending: count, total } = report
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirmHalt', { id: announcement.id, count, total })),
      ...restsLine(announcement, language),
    ],
    buttons: [
      [actButton(announcement, say(language, 'organizers.haltNow'), 'cancel')],
      [backButton(announcement, language)],
    ],
  }
}

/** That nothing goes out meanwhile. */
export function restsLine({ pause }: Announcement, language: Language): Line[] {
  return pause?.why === 'deciding' ? [text(say(language, 'organizers.paused.deciding'))] : []
}

/** Whether a draft is to be put away; what becomes of it then is all announcements. */
export function discardPage(announcement: Announcement, language: Language): Page {
  const { id, content } = announcement
  return {
    language,
    lines: [fact(say(language, 'organizers.confirmDiscard', { id, headline: headline(content, language) }))],
    buttons: [
      [actButton(announcement, say(language, 'organizers.discardNow'), 'discard', 'now')],
      [backButton(announcement, language)],
    ],
  }
}

/** How many copies will be taken back, before they are. */
export function recallPage({ announcement, report }: Shown, language: Language): Page {
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirmRecall', { id: announcement.id, count: report.sent })),
      ...restsLine(announcement, language),
    ],
    buttons: [
      [actButton(announcement, say(language, 'organizers.recallNow'), 'remove')],
      [backButton(announcement, language)],
    ],
  }
}
