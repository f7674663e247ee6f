import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { startOf, type Announcement } from '../../announcements/announcement.ts'
import { headline } from '../../mailing/copy.ts'
import { fact, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { momentWords } from '../../time/moment-words.ts'
import { actButton, generalButton, organizeButton } from './buttons.ts'
import type { Shown } from './shown.ts'

type Clock = Pick<Shown, 'timeZone' | 'now'>

/** Announcements, the latest first, each a button; `more`: there are older ones than these. */
export function boardPage(
  {
    announcements,
    more,
    ...clock
  }: { readonly announcements: readonly Announcement[]; readonly more: boolean } & Clock,
  language: Language,
): Page {
  const oldest = more ? announcements.at(-1) : undefined
  return {
    language,
    lines: [
      fact(say(language, 'organizers.board')),
      text(say(language, announcements.length > 0 ? 'organizers.choose' : 'organizers.empty')),
    ],
    buttons: [
      [generalButton(language, 'organizers.new', 'new')],
      ...announcements.map((one) => [actButton(one, nameOf(one, clock, language), 'open')]),
      ...(oldest ? [[organizeButton(say(language, 'organizers.older'), 'board', '', oldest.id)]] : []),
      [generalButton(language, 'organizers.topics', 'topics')],
    ],
  }
}

/** "No. 3 · draft · Hall changed", and of what is scheduled when it starts. */
function nameOf(announcement: Announcement, { timeZone, now }: Clock, language: Language): string {
  const { id, state, content, startAt, urgency } = announcement
  const values = { id, state: say(language, `state.${state}`), headline: headline(content, language) }
  if (state !== 'scheduled' || !startAt) return say(language, 'organizers.listed', values)
  const time = momentWords(startOf(startAt, urgency, timeZone), timeZone, language, now)
  return say(language, 'organizers.listedAt', { ...values, time })
}
