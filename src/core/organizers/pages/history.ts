import type { Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { say } from '../../i18n.ts'
import type { Act } from '../../mailing/act.ts'
import { writtenIn, type Content } from '../../mailing/content.ts'
import { fact, item, marked, note, text } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { momentWords } from '../../time/moment-words.ts'
import { backButton } from './buttons.ts'
import type { Shown } from './shown.ts'
import { whoWords } from './who.ts'

/** Who reads it, and in which language. */
type Told = { readonly language: Language; readonly viewer: string }

/** Corrections that are told; the terminal tells all. */
const most = 5

/** Each correction, the latest first: when, by whom, and what stood there before. */
export function historyPage(
  announcement: Announcement,
  acts: readonly Act[],
  { language, viewer, timeZone, now }: Pick<Shown, 'timeZone' | 'now'> & Told,
): Page {
  const corrections = acts.filter(({ act }) => act === 'correct').toReversed()
  return {
    language,
    lines: [
      fact(say(language, 'organizers.historyOf', { id: announcement.id })),
      ...(corrections.length === 0 ? [text(say(language, 'organizers.noHistory'))] : []),
      ...corrections.slice(0, most).flatMap(({ who, at, detail }) => {
        const values = { time: momentWords(at, timeZone, language, now), who: whoWords(who, viewer, language) }
        const before = JSON.parse(detail ?? '{"title":{},"body":{}}') as Content
        return [
          note(say(language, 'organizers.before', values)),
          ...writtenIn(before).flatMap((one) => [
            item(`${say(one, 'language.name')}: ${before.title[one]}`),
            marked(before.body[one] ?? ''),
          ]),
        ]
      }),
    ],
    buttons: [[backButton(announcement, language)]],
  }
}
