import type { Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { say } from '../../i18n.ts'
import { fact } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { actButton, backButton } from './buttons.ts'
import { fileLines } from './files.ts'

/** In place of a file's id: all of them. */
export const allFiles = 'all'

/** Which of several files is not to go along. */
export function unfilePage(announcement: Announcement, language: Language): Page {
  const { attachments = [] } = announcement.content
  return {
    language,
    lines: [
      fact(say(language, 'organizers.askUnfile', { id: announcement.id })),
      ...fileLines({ attachments }, language),
    ],
    buttons: [
      ...attachments.map(({ id, name }, at) => [actButton(announcement, `✕ ${at + 1}. ${name}`, 'unfile', id)]),
      [actButton(announcement, say(language, 'organizers.unfileAll'), 'unfile', allFiles)],
      [backButton(announcement, language)],
    ],
  }
}
