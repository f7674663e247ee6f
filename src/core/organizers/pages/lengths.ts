import type { Language } from '../../../knowledge/language.ts'
import type { AudienceShare } from '../../announcements/figure-store.ts'
import type { Measure } from '../../announcements/validate.ts'
import { say } from '../../i18n.ts'
import { writtenIn } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { fact, item } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { platformNames } from '../../people/people.ts'
import { backButton } from './buttons.ts'
import { fileLines } from './files.ts'

/** How long each text is, against what may be, where somebody reads it; everywhere, as long as nobody does. */
export function lengthsPage(
  announcement: Announcement,
  { shares, measures }: { readonly shares: readonly AudienceShare[]; readonly measures: readonly Measure[] },
  language: Language,
): Page {
  const { id, content } = announcement
  const read = new Set(shares.map(({ platform }) => platform))
  const lengths = measures
    .flatMap((measure) => writtenIn(content).map((one) => measure(announcement, [one])))
    .filter(({ platform }) => read.size === 0 || read.has(platform))
  return {
    language,
    lines: [
      fact(say(language, 'organizers.previewed', { id })),
      ...fileLines(content, language),
      ...lengths.map(({ platform, languages: [one], units, limit }) =>
        item(
          say(language, 'organizers.length', {
            platform: platformNames[platform],
            name: say(one!, 'language.name'),
            units,
            limit,
          }),
        ),
      ),
    ],
    buttons: [[backButton(announcement, language)]],
  }
}
