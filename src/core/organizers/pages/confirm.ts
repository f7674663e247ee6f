import type { Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { startOf, type Announcement } from '../../announcements/announcement.ts'
import type { Act } from '../../mailing/act.ts'
import { writtenIn } from '../../mailing/content.ts'
import { plainOf } from '../../mailing/markup.ts'
import { fact, item, note, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { venueTime } from '../../time/venue.ts'
import type { Shown } from './shown.ts'
import { changedSince, stampOf } from './stamp.ts'
import { audienceLanguages, audienceWords } from './audience.ts'
import { actButton, backButton } from './buttons.ts'
import { whoWords } from './who.ts'

/** What the one who is asked knows: the last change, who they are, and the stamp of the page that they pressed. */
export type Asked = {
  readonly lastChange?: Pick<Act, 'who' | 'at'> | undefined
  readonly viewer?: string | undefined
  readonly stamp?: string | undefined
}

/** What will be read, and the exact number, before anything goes out; first, what has changed since it was seen. */
export function confirmPage(shown: Shown, language: Language, asked: Asked = {}): Page {
  const { announcement, audience } = shown
  const { total } = audience
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirm', { id: announcement.id, count: total })),
      ...changeLines(shown, language, asked),
      ...writtenIn(announcement.content).map((one) => item(beginningOf(announcement, one))),
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

function changeLines(shown: Shown, language: Language, { lastChange, viewer, stamp }: Asked): Line[] {
  const since = stamp === undefined ? undefined : changedSince(stamp, shown)
  const values = lastChange && {
    who: whoWords(lastChange.who, viewer, language),
    time: venueTime(lastChange.at, shown.timeZone),
  }
  if (since?.what === 'audience')
    return [text(say(language, 'organizers.audienceChanged', { before: since.before, count: shown.audience.total }))]
  if (since && values) return [text(say(language, 'organizers.textChanged', values))]
  return values && lastChange?.who !== viewer ? [note(say(language, 'organizers.lastChange', values))] : []
}

/** Letters of a body that are told; the preview shows all of it. */
const mostOfBody = 160

/** "English: Hall changed – Now B…" */
function beginningOf({ content: { title, body } }: Announcement, written: Language): string {
  const words = plainOf(body[written] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const shown = words.length <= mostOfBody ? words : `${words.slice(0, mostOfBody).replace(/\s\S*$/, '')}…`
  return `${say(written, 'language.name')}: ${[title[written], shown].filter(Boolean).join(' – ')}`
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
