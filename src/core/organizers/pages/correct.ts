import { languages as all, type Language } from '../../../knowledge/language.ts'
import { say, namesOf } from '../../i18n.ts'
import { writtenIn, type Texts } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { unfitWords, type Unfit } from '../../announcements/unfit.ts'
import { fact, item, marked, note, text } from '../../pages/lines.ts'
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
      text(say(language, 'organizers.askAnyCorrection')),
    ],
    buttons: [
      writtenIn(announcement.content).map((one) => penButton(announcement, one, 'correct')),
      [backButton(announcement, language)],
    ],
  }
}

/** What is to be put in place of texts; `stamp`: the button confirms this and no other. */
type Proposed = { readonly texts: Texts; readonly unfit: readonly Unfit[]; readonly stamp: string }

/** The new text, how many copies it will change, and which it can't. */
export function correctionPage(
  { announcement, report }: Shown,
  { texts, unfit, stamp }: Proposed,
  language: Language,
): Page {
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
      ...written.flatMap((one) => [
        item(say(one, 'language.name')),
        fact(texts.title[one]!),
        marked(texts.body[one] ?? ''),
      ]),
      ...unfit.map((one) => note(unfitWords(one, language))),
    ],
    buttons: [
      ...(copies > 0
        ? [
            [
              actButton(
                announcement,
                say(language, 'organizers.correctAndTell', { count: copies }),
                'correctNow',
                `tell-${stamp}`,
              ),
            ],
          ]
        : []),
      [actButton(announcement, say(language, 'organizers.correctSilently'), 'correctNow', stamp)],
      [backButton(announcement, language)],
    ],
  }
}
