import { writtenIn } from '../../core/mailing/content.ts'
import type { Announcement } from '../../core/announcements/announcement.ts'
import { platforms } from '../../core/mailing/destination.ts'
import { copyFor, dressSection, type Copy } from '../../core/mailing/copy.ts'
import { feetOf, followerOf, type EventName } from '../../core/mailing/foot.ts'
import { plainDress } from '../../core/mailing/markup.ts'
import type { Platform } from '../../core/people/people.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { measureDiscord, partsOf as discordParts } from '../../bots/discord/copy.ts'
import { measureTelegram, partsOf as telegramParts } from '../../bots/telegram/copy.ts'

/** What a reader of one language gets on one platform, and how long it is. */
export type Preview = {
  readonly platform: Platform
  readonly language: Language
  readonly units: number
  readonly limit: number
  /** Exactly as it is handed over, mark-up and all. */
  readonly messages: readonly string[]
  /** As it is read. */
  readonly read: string
}

/**
 * One preview for each platform and language that is asked for. Without a platform: those of the audience; without a
 * language: those that the text is written in, or all three where a fallback stands in for those that are missing.
 * Lengths are in the platform's own units, which its limit is in too. Times are told in `timeZone` (IANA).
 */
export function previewOf(
  announcement: Announcement,
  {
    language,
    platform,
    timeZone,
    eventName,
  }: { language: Language | undefined; platform: Platform | undefined; timeZone: string; eventName: EventName },
): Preview[] {
  const spoken =
    language === undefined
      ? languages.filter((one) => announcement.fallback !== undefined || writtenIn(announcement.content).includes(one))
      : [language]
  const meant = platforms.filter((one) =>
    platform === undefined ? (announcement.audience.platforms?.includes(one) ?? true) : one === platform,
  )
  return meant.flatMap((on) =>
    spoken.map((one): Preview => {
      const feet = feetOf(announcement, followerOf(announcement, [one], on), eventName)
      const copy = { ...copyFor(announcement, [one], timeZone), feet }
      const shown =
        on === 'telegram'
          ? telegramParts(copy).map(({ html }) => html)
          : discordParts(copy).map(({ content, embeds }) =>
              [content, ...embeds.map(({ description }) => description)].join('\n'),
            )
      const { units, limit } = (on === 'telegram' ? measureTelegram : measureDiscord)(timeZone, eventName)(
        announcement,
        [one],
      )
      return { platform: on, language: one, units, limit, messages: shown, read: readingOf(copy) }
    }),
  )
}

/** Without mark-up, which readers don't see; files by their names. */
function readingOf({ sections, attachments, callEveryone, feet = [] }: Copy): string {
  const texts = sections.map((section) => dressSection(section, plainDress))
  const all = [...(callEveryone ? ['(calls everyone in Discord)'] : []), ...texts]
  const foot = feet.slice(0, 1).map(({ text }) => text)
  return [...all, ...foot, ...attachments.map(({ name }) => `(with the file ${name})`)].join('\n\n')
}
