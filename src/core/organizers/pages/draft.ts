import { languageOfText, languages as all, type Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import { writtenIn, type Content } from '../../mailing/content.ts'
import { item, note } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { venueTime } from '../../time/venue.ts'
import type { Shown } from './shown.ts'
import { audienceWords } from './audience.ts'
import { draftButtons } from './draft-buttons.ts'

/** What is written so far, why it can't be sent as it is, and all that can be changed. */
export function draftBody(shown: Shown, language: Language): Pick<Page, 'lines' | 'buttons'> {
  return { lines: draftLines(shown, language), buttons: draftButtons(shown, language) }
}

/** Titles, circumstances and audience, then what stands in the way. */
export function draftLines({ announcement, audience, problems, timeZone }: Shown, language: Language): Line[] {
  const { content, urgency, fallback, sendAt, state } = announcement
  const planned = state === 'scheduled' ? undefined : sendAt
  return [
    ...all.map((one) => item(`${say(one, 'language.name')}: ${content.title[one] ?? '—'}`)),
    ...writtenIn(content).flatMap((one) => strangeIn(content, one, language)),
    ...(fallback ? [item(say(language, 'organizers.fallbackIs', { name: say(fallback, 'language.name') }))] : []),
    ...(content.attachment ? [item(say(language, 'organizers.fileIs', { name: content.attachment.name }))] : []),
    item(say(language, `organizers.urgency.${urgency}`)),
    ...(content.callEveryone ? [item(say(language, 'organizers.callsEveryone'))] : []),
    ...(planned ? [item(say(language, 'organizers.startsAt', { time: venueTime(planned, timeZone) }))] : []),
    item(audienceWords(audience, language)),
    ...problems.map(note),
  ]
}

/** Shorter texts tell too little of their language. */
const tellingLength = 40

/** A text that looks like another language may have got into the wrong place. */
function strangeIn({ title, body }: Content, written: Language, language: Language): Line[] {
  const words = `${title[written] ?? ''} ${body[written] ?? ''}`
  const looks = languageOfText(words)
  if (words.length < tellingLength || looks === written) return []
  const names = { name: say(written, 'language.name'), other: say(looks, 'language.name') }
  return [note(say(language, 'organizers.looksLike', names))]
}
