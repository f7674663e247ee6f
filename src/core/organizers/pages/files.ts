import type { Language } from '../../../knowledge/language.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { largestTogether, mostFiles } from '../../announcements/file.ts'
import { exceededCaption, type Length, type Measure } from '../../announcements/validate.ts'
import type { Line } from '../../answering/reply.ts'
import { say } from '../../i18n.ts'
import type { Content } from '../../mailing/content.ts'
import { item, note } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'

/** The files that go along, by their names, in their order. */
export function fileLines({ attachments = [] }: Pick<Content, 'attachments'>, language: Language): Line[] {
  const [only, ...others] = attachments
  if (!only) return []
  if (others.length === 0) return [item(say(language, 'organizers.fileIs', { name: only.name }))]
  const counts = Map.groupBy(attachments, ({ name }) => name)
  const names = [...counts].map(([name, { length }]) => (length > 1 ? `${name} ×${length}` : name)).join(', ')
  return [item(say(language, 'organizers.filesAre', { count: attachments.length, names }))]
}

/** A page that says so, where there was no room for all files that were handed over. */
export function withLeftOut(page: Page, isLeftOut: boolean): Page {
  const values = { count: mostFiles, megabytes: largestTogether / 1_000_000 }
  return isLeftOut
    ? { ...page, lines: [...page.lines, note(say(page.language, 'organizers.filesFull', values))] }
    : page
}

/** What takes several messages although one was written: on each platform, for those readers who get most of them. */
export function apartFor(
  announcement: Announcement,
  shares: Shown['audience']['shares'],
  measures: readonly Measure[],
): Length[] {
  if ((announcement.content.attachments ?? []).length === 0) return []
  const lengths = shares.flatMap((share) =>
    measures
      .map((measure) => measure(announcement, share.languages, share.kind))
      .filter(({ platform }) => platform === share.platform),
  )
  const byPlatform = Map.groupBy(lengths, ({ platform }) => platform).values()
  return [...byPlatform]
    .map((some) => some.toSorted((one, other) => other.messages - one.messages)[0]!)
    .filter(({ messages }) => messages > 1)
}

/** How many messages it will be, and why. */
export function apartLines(apart: readonly Length[], language: Language): Line[] {
  return apart.map((length) => {
    const values = { platform: platformNames[length.platform], count: length.messages }
    const limit = exceededCaption(length)
    return note(
      limit === undefined
        ? say(language, 'organizers.filesApart', values)
        : say(language, 'organizers.captionLong', { ...values, units: length.units, limit }),
    )
  })
}
