import { languages as all, type Language } from '../../../knowledge/language.ts'
import { say, type TextKey } from '../../i18n.ts'
import { missingIn, writtenIn, type Content } from '../../mailing/content.ts'
import type { Announcement, Audience } from '../../announcements/announcement.ts'
import type { Button, Page } from '../../pages/page.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'
import { actButton, penButton } from './buttons.ts'

/** What can be changed of a draft, and once nothing stands in the way, the way to send it. */
export function draftButtons({ announcement, audience, problems }: Shown, language: Language): Page['buttons'] {
  const { content, state } = announcement
  const sendable = problems.length === 0 && audience.total > 0
  return [
    all.map((one) => penButton(announcement, one, 'write')),
    ...circumstanceButtons(announcement, language),
    ...(isPartlyWritten(content) ? [[actButton(announcement, say(language, 'organizers.fallback'), 'fallback')]] : []),
    [actButton(announcement, say(language, 'organizers.preview'), 'preview')],
    ...(sendable
      ? [[actButton(announcement, say(language, 'organizers.send', { count: audience.total }), 'confirm')]]
      : []),
    ...(state === 'draft' ? [[actButton(announcement, say(language, 'organizers.delete'), 'discard')]] : []),
  ]
}

/** How loud, where to, when, and with which file. */
function circumstanceButtons(announcement: Announcement, language: Language): Button[][] {
  const { urgency, audience } = announcement
  const other = urgency === 'urgent' ? 'organizers.makeRoutine' : 'organizers.makeUrgent'
  return [
    [actButton(announcement, say(language, other), 'urgency')],
    [
      actButton(announcement, platformWords(audience, language), 'platforms'),
      actButton(announcement, say(language, kindKey(audience)), 'kinds'),
    ],
    [
      actButton(announcement, say(language, 'organizers.when'), 'when'),
      actButton(announcement, say(language, 'organizers.file'), 'file'),
    ],
  ]
}

function platformWords({ platforms }: Audience, language: Language): string {
  return platforms?.map((one) => platformNames[one]).join(', ') ?? say(language, 'organizers.allPlatforms')
}

function kindKey({ kinds }: Audience): TextKey {
  if (kinds === undefined) return 'organizers.allKinds'
  return kinds.includes('person') ? 'organizers.peopleOnly' : 'organizers.chatsOnly'
}

function isPartlyWritten(content: Content): boolean {
  return missingIn(content).length > 0 && writtenIn(content).length > 0
}
