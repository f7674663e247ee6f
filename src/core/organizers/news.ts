import type { Language } from '../../knowledge/language.ts'
import type { AnnouncementCommands } from '../announcements/commands.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { OrganizerNotice } from '../mailing/notices.ts'
import type { Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { movedPage } from './pages/moved.ts'
import { destinationPage } from './pages/destination.ts'
import { refusedKnowledgePage } from './pages/refused-knowledge.ts'
import type { Views } from './pages/views.ts'

/** What organizers are told without having asked; `moved`: that an announcement is told of in another message now. */
export type News = { readonly about: OrganizerNotice['about'] | 'moved'; readonly subject: string }

/** Undefined for what is no more. */
type Teller = (visitor: Visitor, language: Language, news: News) => Promise<Page | undefined>

/** Of an announcement its page, of a chat the page on which it is decided, of refused knowledge what to mend. */
export function openNews({
  commands,
  destinations,
  views,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly destinations: Pick<DestinationStore, 'byId'>
  readonly views: Pick<Views, 'announcement'>
}): Teller {
  return async ({ now }, language, { about, subject }) => {
    if (about === 'announcement')
      return (await commands.find(subject)) && (await views.announcement(subject, language, now))
    if (about === 'moved') return movedPage(subject, language)
    if (about === 'knowledge') return refusedKnowledgePage(subject, language)
    const destination = await destinations.byId(Number(subject))
    return destination && destinationPage(destination, language)
  }
}
