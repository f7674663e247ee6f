import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { headline } from '../../mailing/copy.ts'
import type { Line } from '../../answering/reply.ts'
import { fact, note } from '../../pages/lines.ts'
import { whoWords } from './who.ts'
import type { Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { generalButton } from './buttons.ts'
import { draftBody } from './draft.ts'
import { progressButtons } from './progress-buttons.ts'
import { progressLines } from './progress-lines.ts'
import { scheduledBody } from './scheduled.ts'

/** What is written, to whom it goes, how it stands, and what can be done next. */
export function announcementPage(shown: Shown, language: Language): Page {
  const { lines, buttons } = bodyOf(shown, language)
  return {
    language,
    lines: [fact(titleOf(shown.announcement, language)), ...lines, ...senderLines(shown, language)],
    buttons: [...buttons, [generalButton(language, 'organizers.all', 'board')]],
  }
}

/** Who sent it, for all other organizers. */
function senderLines({ announcement: { state }, sender }: Shown, language: Language): Line[] {
  const isUnsent = state === 'draft' || state === 'cancelled'
  if (sender === undefined || isUnsent) return []
  return [note(say(language, 'organizers.sentBy', { who: whoWords(sender, undefined, language) }))]
}

function titleOf({ id, state, content }: Announcement, language: Language): string {
  return say(language, 'organizers.title', {
    id,
    state: say(language, `state.${state}`),
    headline: headline(content, language),
  })
}

/** What was begun shows how far it is; what rests before it has begun was late, and is asked about. */
function bodyOf(shown: Shown, language: Language): Pick<Page, 'lines' | 'buttons'> {
  const { startedAt, state } = shown.announcement
  if (startedAt || state === 'paused')
    return { lines: progressLines(shown, language), buttons: progressButtons(shown, language) }
  return state === 'scheduled' ? scheduledBody(shown, language) : draftBody(shown, language)
}
