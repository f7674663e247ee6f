import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { writtenIn } from '../../mailing/content.ts'
import { fact, item, marked, note, text } from '../../pages/lines.ts'
import { startOf } from '../../announcements/announcement.ts'
import { momentWords } from '../../time/moment-words.ts'
import { audienceWords, limitLines, readersWords, severalWords } from './audience.ts'
import { apartLines, fileLines } from './files.ts'
import type { Shown } from './shown.ts'

/**
 * All that will be read and by how many, how it goes out, to whom, and when. What is scheduled has said when already.
 */
export function outgoingLines(shown: Shown, language: Language): Line[] {
  const { announcement, audience } = shown
  const { content, urgency, state } = announcement
  return [
    ...textLines(shown, language),
    ...fileLines(content, language),
    ...apartLines(shown.apart ?? [], language),
    item(say(language, `organizers.urgency.${urgency}`)),
    ...(content.callEveryone ? [item(say(language, 'organizers.callsEveryone'))] : []),
    item(audienceWords(audience, language)),
    ...limitLines(shown, language),
    ...(state === 'scheduled' ? [] : timeLines(shown, language)),
  ]
}

/**
 * All that will be read, as it will be read: for each language how many read it and where, then the text. Who reads a
 * language that is missing gets another one, which is said.
 */
function textLines(
  { announcement, audience: { shares } }: Pick<Shown, 'announcement' | 'audience'>,
  language: Language,
): Line[] {
  const { content, fallback } = announcement
  const written = writtenIn(content)
  return [
    ...all.flatMap((one) => {
      const heading = readersWords(one, shares)
      if (written.includes(one)) return [item(heading), fact(content.title[one]!), marked(content.body[one] ?? '')]
      const standIn = fallback !== undefined && written.includes(fallback) ? fallback : undefined
      const values = { heading, name: standIn === undefined ? '' : say(standIn, 'language.name') }
      return [item(standIn === undefined ? `${heading} —` : say(language, 'organizers.standsIn', values))]
    }),
    ...severalWords(shares).map(note),
  ]
}

/** When it would start, if not at once: at its time, after the night, or after the time to think again. */
function timeLines({ announcement, audience, timeZone, now }: Shown, language: Language): Line[] {
  const { sendAt, urgency } = announcement
  const due = sendAt && sendAt > now ? sendAt : undefined
  const night = startOf(due ?? now, urgency, timeZone) > (due ?? now)
  const grace = !due && !night && urgency === 'routine' && audience.total > 1
  return [
    ...(due ? [text(say(language, 'organizers.startsAt', { time: momentWords(due, timeZone, language, now) }))] : []),
    ...(night ? [note(say(language, 'organizers.heldForNight'))] : []),
    ...(grace ? [note(say(language, 'organizers.grace'))] : []),
  ]
}
