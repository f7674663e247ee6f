import type { AttachmentRef } from '../../core/mailing/content.ts'
import { copyFor, dressSection, type Copy, type Section } from '../../core/mailing/copy.ts'
import type { Measure } from '../../core/announcements/validate.ts'
import { plainDress, type Dress } from '../../core/mailing/markup.ts'
import { telegramMarkup } from './markup.ts'

/** A message of a mailing: a text, or a file with a caption. */
export type CopyPart = { readonly html: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'file'; readonly file: AttachmentRef }
)

/** UTF-16 units after the mark-up is taken out: core.telegram.org/bots/api#sendmessage, #senddocument. */
const longest = { text: 4096, caption: 1024 }

/** Between paragraphs. */
const apart = '\n\n'

/** What Telegram counts: of a link its words alone. */
const counted: Dress = { ...plainDress, link: (words) => words }

/**
 * All languages in one message if it can hold them, else one message each. A file carries the text if that fits
 * beside it.
 */
export function partsOf({ sections, attachment, feet = [] }: Copy): CopyPart[] {
  const units = unitsOf(sections)
  const each = sections.map((section) => dressSection(section, telegramMarkup))
  const whole = each.join(apart)
  if (attachment && units <= longest.caption)
    return [{ kind: 'file', file: attachment, html: whole + footWithin(longest.caption - units, feet) }]
  const isOne = units <= longest.text
  const [texts, last] = isOne ? [[whole], units] : [each, unitsOf(sections.slice(-1))]
  const foot = footWithin(longest.text - last, feet)
  return [
    ...texts.map((text, at): CopyPart => ({ kind: 'text', html: at === texts.length - 1 ? text + foot : text })),
    ...(attachment ? [{ kind: 'file' as const, file: attachment, html: '' }] : []),
  ]
}

/** The fullest of the last lines that there is room for; it never makes another message necessary. */
function footWithin(room: number, feet: readonly string[]): string {
  const foot = feet.find((one) => apart.length + one.length <= room)
  return foot === undefined ? '' : apart + telegramMarkup.italic(telegramMarkup.text(foot))
}

/** How long an announcement is in one language, and may be. */
export function measureTelegram(timeZone: string): Measure {
  return (announcement, language) => ({
    platform: 'telegram',
    language,
    units: unitsOf(copyFor(announcement, [language], timeZone).sections),
    limit: longest.text,
  })
}

/** The length that Telegram counts. */
function unitsOf(sections: readonly Section[]): number {
  return sections.map((section) => dressSection(section, counted)).join(apart).length
}
