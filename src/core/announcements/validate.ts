import { languages as all, type Language } from '../../knowledge/language.ts'
import { platformNames, type Platform } from '../people/people.ts'
import { say } from '../i18n.ts'
import type { Announcement } from './announcement.ts'
import type { Kind } from '../mailing/destination.ts'
import { missingIn, writtenIn } from '../mailing/content.ts'
import { badAddresses } from '../mailing/markdown.ts'
import { momentWords } from '../time/moment-words.ts'

/**
 * How long a text is on a platform for readers of some languages, and how long it may be, in the platform's own
 * counting.
 */
export type Length = {
  readonly platform: Platform
  readonly languages: readonly Language[]
  readonly units: number
  readonly limit: number
  /** How many messages it takes; files that go out together are one. */
  readonly messages: number
  /** Of how many single messages it can be made, each file of an album being one; the usual number first. */
  readonly sizes: readonly number[]
  /** How long a text may be that files carry; undefined if there are none, or it may be as long as any. */
  readonly caption?: number | undefined
}

/** Measures an announcement as a platform would show it to readers of some languages; to people, unless it is said. */
export type Measure = (announcement: Announcement, languages: readonly Language[], kind?: Kind) => Length

/** How long a text may be that files carry, where it is longer and so takes messages of its own; else undefined. */
export function exceededCaption({ units, caption }: Pick<Length, 'units' | 'caption'>): number | undefined {
  return caption !== undefined && units > caption ? caption : undefined
}

/** Longer titles are no titles. */
const longestTitle = 200

/**
 * Why an announcement can't be sent as it is, each fault with its place and remedy, in an organizer's language. All
 * languages must be there, or a fallback named that stands in for those missing.
 */
export function problemsIn(
  announcement: Announcement,
  measures: readonly Measure[],
  { language, now, timeZone }: { readonly language: Language; readonly now: Date; readonly timeZone: string },
): string[] {
  const { content, fallback, audience } = announcement
  const written = writtenIn(content)
  if (written.length === 0) return [say(language, 'problem.empty')]
  const missing = missingIn(content)
  const bodied = written.filter((one) => (content.body[one] ?? '').trim() !== '')
  const measured = measures
    .flatMap((measure) => written.map((one) => measure(announcement, [one])))
    .filter(({ platform }) => audience.platforms?.includes(platform) ?? true)
  return [
    ...(fallback !== undefined && !written.includes(fallback)
      ? [say(language, 'problem.fallback', named(fallback))]
      : []),
    ...(fallback === undefined ? missing.map((one) => say(language, 'problem.missing', named(one))) : []),
    ...all
      .filter((one) => !written.includes(one) && (content.body[one] ?? '').trim() !== '')
      .map((one) => say(language, 'problem.untitled', named(one))),
    ...(bodied.length > 0
      ? written.filter((one) => !bodied.includes(one)).map((one) => say(language, 'problem.bodiless', named(one)))
      : []),
    ...written
      .filter((one) => content.title[one]!.length > longestTitle)
      .map((one) =>
        say(language, 'problem.longTitle', { ...named(one), length: content.title[one]!.length, limit: longestTitle }),
      ),
    ...measured
      .filter(({ units, limit }) => units > limit)
      .map(({ platform, languages: [one], units, limit }) =>
        say(language, 'problem.long', { ...named(one!), platform: platformNames[platform], length: units, limit }),
      ),
    ...written.flatMap((one) =>
      badAddresses(content.body[one] ?? '').map((address) =>
        say(language, 'problem.address', { ...named(one), address }),
      ),
    ),
    ...(!announcement.startedAt && announcement.sendAt && announcement.sendAt <= now
      ? [say(language, 'problem.past', { time: momentWords(announcement.sendAt, timeZone, language, now) })]
      : []),
    ...(announcement.notAfter && announcement.sendAt && announcement.notAfter <= announcement.sendAt
      ? [say(language, 'problem.notAfter')]
      : []),
  ]
}

/** Under its own name and its code, for whoever reads it on a phone or mends a file. */
function named(language: Language): { name: string; language: Language } {
  return { name: say(language, 'language.name'), language }
}
