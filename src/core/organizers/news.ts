import type { Language } from '../../knowledge/language.ts'
import type { AnnouncementCommands } from '../announcements/commands.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { OrganizerNotice } from '../mailing/notices.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { destinationPage } from './pages/destination.ts'
import { refusedKnowledgePage } from './pages/refused-knowledge.ts'
import type { Views } from './pages/views.ts'

/** What organizers are told without having asked. Undefined for what is no more. */
export type News = (
  visitor: Visitor,
  language: Language,
  notice: Pick<OrganizerNotice, 'about' | 'subject'>,
) => Promise<Page | undefined>

/** Of an announcement its page, of a chat the page on which it is decided, of refused knowledge what to mend. */
export function openNews({
  commands,
  destinations,
  views,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly destinations: Pick<DestinationStore, 'byId'>
  readonly views: Pick<Views, 'announcement'>
}): News {
  return async ({ now }, language, { about, subject }) => {
    if (about === 'announcement')
      return (await commands.find(subject)) && (await views.announcement(subject, language, now))
    if (about === 'knowledge') return refusedKnowledgePage(subject, language)
    const destination = await destinations.byId(Number(subject))
    return destination && destinationPage(destination, language)
  }
}
