import type { Language } from '../../../knowledge/language.ts'
import { say, type TextKey } from '../../i18n.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { Button, OrganizerAct } from '../../pages/page.ts'

/** A button that does something to an announcement; `value` says more, such as a language. */
export function actButton({ id }: Announcement, label: string, act: OrganizerAct, value?: string): Button {
  return organizeButton(label, act, id, value)
}

/** The same by the id of an announcement or of a chat that receives them, or for neither (""). */
export function organizeButton(label: string, act: OrganizerAct, subject: string, value?: string): Button {
  return { label, do: 'organize', act, subject, ...(value === undefined ? {} : { value }) }
}

/** Writes in a language, and stands under that language's own name. */
export function penButton(announcement: Announcement, written: Language, act: 'write' | 'correct'): Button {
  return actButton(announcement, `✎ ${say(written, 'language.name')}`, act, written)
}

/** Concerns no announcement in particular. */
export function generalButton(language: Language, key: TextKey, act: OrganizerAct): Button {
  return organizeButton(say(language, key), act, '')
}

/** Away from a question about it: back to the announcement, or on with what rests while it is asked. */
export function backButton(announcement: Announcement, language: Language): Button {
  return announcement.pause?.why === 'deciding'
    ? actButton(announcement, say(language, 'organizers.resume'), 'resume')
    : actButton(announcement, say(language, 'button.back'), 'open')
}
