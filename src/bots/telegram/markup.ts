import type { Dress } from '../../core/mailing/markup.ts'

/** How announcements are marked up in Telegram: core.telegram.org/bots/api#html-style */
export const telegramMarkup: Dress = {
  text: escapeHtml,
  bold: (dressed) => `<b>${dressed}</b>`,
  italic: (dressed) => `<i>${dressed}</i>`,
  underline: (dressed) => `<u>${dressed}</u>`,
  strike: (dressed) => `<s>${dressed}</s>`,
  spoiler: (dressed) => `<tg-spoiler>${dressed}</tg-spoiler>`,
  quote: (dressed) => `<blockquote>${dressed}</blockquote>`,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  pre: (text) => `<pre>${escapeHtml(text)}</pre>`,
  link: (dressed, address) => `<a href="${escapeHtml(address)}">${dressed}</a>`,
}

/** The three characters that Telegram's HTML gives a meaning, and the quote for attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
