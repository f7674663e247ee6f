import type { Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { startOf } from '../../announcements/announcement.ts'
import { note, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { momentWords } from '../../time/moment-words.ts'
import type { Shown } from './shown.ts'
import { actButton } from './buttons.ts'
import { draftLines } from './draft.ts'

/** When it will start, before what it says; it can still be called off. */
export function scheduledBody(shown: Shown, language: Language): Pick<Page, 'lines' | 'buttons'> {
  const { announcement } = shown
  return {
    lines: [...startLines(shown, language), ...draftLines(shown, language)],
    buttons: [
      [
        actButton(announcement, say(language, 'organizers.cancel'), 'cancel'),
        actButton(announcement, say(language, 'organizers.preview'), 'preview'),
      ],
    ],
  }
}

function startLines({ announcement: { startAt, urgency }, timeZone, now }: Shown, language: Language): Line[] {
  const start = startOf(startAt!, urgency, timeZone)
  const heldForNight = start > startAt!
  return [
    text(startWords(start, { timeZone, now }, language)),
    ...(heldForNight ? [note(say(language, 'organizers.heldForNight'))] : []),
  ]
}

/** Within a minute, in how many seconds; else when. */
function startWords(start: Date, { timeZone, now }: Pick<Shown, 'timeZone' | 'now'>, language: Language): string {
  const seconds = Math.max(0, Math.round((start.getTime() - now.getTime()) / 1000))
  if (seconds === 0) return say(language, 'organizers.startsNow')
  if (seconds <= 60) return say(language, 'organizers.startsIn', { count: seconds })
  return say(language, 'organizers.startsAt', { time: momentWords(start, timeZone, language, now) })
}
