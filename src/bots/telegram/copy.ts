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

/** What Telegram counts: of a link its words alone. */
const counted: Dress = { ...plainDress, link: (words) => words }

/**
 * All languages in one message if it can hold them, else one message each. A file carries the text if that fits
 * beside it.
 */
export function partsOf({ sections, attachment }: Copy): CopyPart[] {
  const units = unitsOf(sections)
  const whole = sections.map((section) => dressSection(section, telegramMarkup)).join('\n\n')
  if (attachment && units <= longest.caption) return [{ kind: 'file', file: attachment, html: whole }]
  const texts = units <= longest.text ? [whole] : sections.map((section) => dressSection(section, telegramMarkup))
  return [
    ...texts.map((text): CopyPart => ({ kind: 'text', html: text })),
    ...(attachment ? [{ kind: 'file' as const, file: attachment, html: '' }] : []),
  ]
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
  return sections.map((section) => dressSection(section, counted)).join('\n\n').length
}
