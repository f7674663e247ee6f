import { languages as all, type Language } from '../../../knowledge/language.ts'
import { graceMs } from '../../mailing/schedule.ts'
import { say } from '../../i18n.ts'
import { missingIn, writtenIn, type Content } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { Button, Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { actButton, penButton } from './buttons.ts'
import { stampOf } from './stamp.ts'

/** Once nothing stands in the way, the way to send it; then all that can be changed. */
export function draftButtons(shown: Shown, language: Language): Page['buttons'] {
  const { announcement } = shown
  const { content, state } = announcement
  const button = (key: Parameters<typeof say>[1], act: Parameters<typeof actButton>[2]): Button =>
    actButton(announcement, say(language, key), act)
  return [
    ...sendRow(shown, language),
    all.map((one) => penButton(announcement, one, 'write')),
    ...circumstanceButtons(announcement, language),
    ...(isPartlyWritten(content) ? [[button('organizers.fallback', 'fallback')]] : []),
    [
      button('organizers.preview', 'preview'),
      ...(writtenIn(content).length > 0 ? [button('organizers.copy', 'copy')] : []),
      ...(state === 'draft' || state === 'cancelled' ? [button('organizers.delete', 'discard')] : []),
    ],
  ]
}

/**
 * What is on the page is what is sent. There is a question before it only where it could not be taken back: what is
 * urgent or comes to one chat starts at once.
 */
function sendRow(shown: Shown, language: Language): Button[][] {
  const { announcement, audience, problems, now } = shown
  const { total: count } = audience
  if (problems.length > 0 || count === 0) return []
  const { urgency, sendAt } = announcement
  const later = sendAt !== undefined && sendAt.getTime() - now.getTime() > graceMs
  const canBeTakenBack = later || (urgency === 'routine' && count > 1)
  return canBeTakenBack
    ? [[actButton(announcement, say(language, 'organizers.sendDirect', { count }), 'send', stampOf(shown))]]
    : [[actButton(announcement, say(language, 'organizers.send', { count }), 'confirm')]]
}

/** How loud, when, to whom, and with which files. */
function circumstanceButtons(announcement: Announcement, language: Language): Button[][] {
  const { urgency, content } = announcement
  const files = content.attachments ?? []
  const other = urgency === 'urgent' ? 'organizers.makeRoutine' : 'organizers.makeUrgent'
  return [
    [
      actButton(announcement, say(language, other), 'urgency'),
      actButton(announcement, say(language, 'organizers.when'), 'when'),
    ],
    [
      actButton(announcement, say(language, 'organizers.audience'), 'audience'),
      actButton(announcement, say(language, 'organizers.file'), 'file'),
    ],
    ...(files.length === 0
      ? []
      : [[actButton(announcement, say(language, 'organizers.unfile', { count: files.length }), 'unfile')]]),
  ]
}

function isPartlyWritten(content: Content): boolean {
  return missingIn(content).length > 0 && writtenIn(content).length > 0
}
