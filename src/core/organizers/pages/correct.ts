import { languages as all, type Language } from '../../../knowledge/language.ts'
import { say, namesOf } from '../../i18n.ts'
import { writtenIn, type Texts } from '../../mailing/content.ts'
import { plainOf } from '../../mailing/markdown.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { fact, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { restsLine } from './stop.ts'
import { actButton, backButton, penButton } from './buttons.ts'

/** Which language of what is out is to be corrected. */
export function correctPage(announcement: Announcement, language: Language): Page {
  return {
    language,
    lines: [
      fact(say(language, 'organizers.correctWhich', { id: announcement.id })),
      ...restsLine(announcement, language),
    ],
    buttons: [
      writtenIn(announcement.content).map((one) => penButton(announcement, one, 'correct')),
      [backButton(announcement, language)],
    ],
  }
}

/** The new text, and how many copies it will change. `stamp`: the button confirms this text and no other. */
export function correctionPage({ announcement, report }: Shown, texts: Texts, stamp: string, language: Language): Page {
  const written = all.filter((one) => texts.title[one] !== undefined)
  const copies = Object.entries(report.byLanguage)
    .filter(([codes]) => codes.split('+').some((code) => written.some((one) => one === code)))
    .reduce((sum, [, { sent }]) => sum + sent, 0)
  return {
    language,
    lines: [
      fact(
        say(language, 'organizers.confirmCorrection', { id: announcement.id, names: namesOf(written), count: copies }),
      ),
      ...written.flatMap((one) => [texts.title[one]!, plainOf(texts.body[one] ?? '')].filter(Boolean)).map(text),
    ],
    buttons: [
      [actButton(announcement, say(language, 'organizers.correctNow'), 'correctNow', stamp)],
      [backButton(announcement, language)],
    ],
  }
}
