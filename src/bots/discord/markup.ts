import type { Dress } from '../../core/mailing/markup.ts'
import { escapeMarkdown } from './escape.ts'

/** How announcements are marked up in Discord. */
export const discordMarkup: Dress = {
  text: escapeMarkdown,
  bold: (dressed) => `**${dressed}**`,
  italic: (dressed) => `*${dressed}*`,
  underline: (dressed) => `__${dressed}__`,
  strike: (dressed) => `~~${dressed}~~`,
  spoiler: (dressed) => `||${dressed}||`,
  quote: (dressed) => dressed.replaceAll(/^/gm, '> '),
  // What holds the sign itself is put between two of them.
  code: (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``),
  pre: (text) => `\`\`\`\n${text}\n\`\`\``,
  // In angle brackets, so that no preview of the page hangs below. What would end the address is written as its code.
  link(dressed, address) {
    const safe = `<${address.replaceAll('>', '%3E').replaceAll(' ', '%20')}>`
    return isBare(dressed, address) ? safe : `[${dressed}](${safe})`
  },
}

/** Whether the words are the address itself: as words of a link Discord shows them as source. */
function isBare(dressed: string, address: string): boolean {
  return dressed === escapeMarkdown(address)
}
