import type { Language } from '../../../knowledge/language.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import type { Act } from '../../mailing/act.ts'
import { fact, note, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { momentWords } from '../../time/moment-words.ts'
import type { Shown } from './shown.ts'
import { changedSince, stampOf } from './stamp.ts'
import { outgoingLines } from './outgoing.ts'
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
      ...outgoingLines(shown, language),
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
    time: momentWords(lastChange.at, shown.timeZone, language, shown.now),
  }
  if (since?.what === 'audience')
    return [text(say(language, 'organizers.audienceChanged', { before: since.before, count: shown.audience.total }))]
  if (since && values) return [text(say(language, 'organizers.textChanged', values))]
  return values && lastChange?.who !== viewer ? [note(say(language, 'organizers.lastChange', values))] : []
}
