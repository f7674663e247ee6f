import type { Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { startOf } from '../../announcements/announcement.ts'
import { fact, item, note, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { venueTime } from '../../time/venue.ts'
import type { Shown } from './shown.ts'
import { stampOf } from './stamp.ts'
import { audienceLanguages, audienceWords } from './audience.ts'
import { actButton, backButton } from './buttons.ts'

/** The exact number before anything goes out. */
export function confirmPage(shown: Shown, language: Language): Page {
  const { announcement, audience } = shown
  const { total } = audience
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirm', { id: announcement.id, count: total })),
      item(audienceWords(audience, language)),
      ...audienceLanguages(audience).map(item),
      ...(announcement.content.callEveryone ? [item(say(language, 'organizers.callsEveryone'))] : []),
      ...timeLines(shown, language),
    ],
    buttons: [
      [actButton(announcement, say(language, 'organizers.sendNow', { count: total }), 'send', stampOf(shown))],
      [backButton(announcement, language)],
    ],
  }
}

/** When it would start, if not at once: at its time, after the night, or after the time to think again. */
function timeLines({ announcement, audience, timeZone, now }: Shown, language: Language): Line[] {
  const { sendAt, urgency } = announcement
  const due = sendAt && sendAt > now ? sendAt : undefined
  const night = startOf(due ?? now, urgency, timeZone) > (due ?? now)
  const grace = !due && !night && urgency === 'routine' && audience.total > 1
  return [
    ...(due ? [text(say(language, 'organizers.startsAt', { time: venueTime(due, timeZone) }))] : []),
    ...(night ? [note(say(language, 'organizers.heldForNight'))] : []),
    ...(grace ? [note(say(language, 'organizers.grace'))] : []),
  ]
}
