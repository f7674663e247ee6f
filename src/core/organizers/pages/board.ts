import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { headline } from '../../mailing/copy.ts'
import { fact, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { actButton, generalButton, organizeButton } from './buttons.ts'

/** Announcements, the latest first, each a button; `more`: there are older ones than these. */
export function boardPage(announcements: readonly Announcement[], more: boolean, language: Language): Page {
  const oldest = more ? announcements.at(-1) : undefined
  return {
    language,
    lines: [
      fact(say(language, 'organizers.board')),
      text(say(language, announcements.length > 0 ? 'organizers.choose' : 'organizers.empty')),
    ],
    buttons: [
      [generalButton(language, 'organizers.new', 'new')],
      ...announcements.map((one) => [actButton(one, nameOf(one, language), 'open')]),
      ...(oldest ? [[organizeButton(say(language, 'organizers.older'), 'board', '', oldest.id)]] : []),
      [generalButton(language, 'organizers.topics', 'topics')],
    ],
  }
}

/** "No. 3 · draft · Hall changed" */
function nameOf({ id, state, content }: Announcement, language: Language): string {
  const values = { id, state: say(language, `state.${state}`), headline: headline(content, language) }
  return say(language, 'organizers.listed', values)
}
