import type { Dress } from '../../core/mailing/markup.ts'
import { escapeMarkdown } from './escape.ts'

/** How announcements are marked up in Discord. */
export const discordMarkup: Dress = {
  text: escapeMarkdown,
  bold: (dressed) => `**${dressed}**`,
  italic: (dressed) => `*${dressed}*`,
  // In angle brackets, so that no preview of the page hangs below. What would end the address is written as its code.
  link: (dressed, address) => `[${dressed}](<${address.replaceAll('>', '%3E').replaceAll(' ', '%20')}>)`,
}
