import type { InlineKeyboardButton } from 'grammy/types'
import type { Line } from '../../core/answering/reply.ts'
import type { Page } from '../../core/pages/page.ts'
import { dressMarkdown, plainOf } from '../../core/mailing/markdown.ts'
import type { ButtonData } from '../button-data.ts'
import type { EntryKeys } from '../entry-keys.ts'
import { layOut } from '../lay-out.ts'
import { escapeHtml, telegramMarkup } from './markup.ts'
import { shorten } from '../shorten.ts'

/** A message's text as HTML, and plain for when Telegram refuses the mark-up. */
export type MessagePart = { readonly html: string; readonly plain: string }

/** Telegram counts UTF-16 units after the mark-up is taken out: core.telegram.org/bots/api#sendmessage. */
const longestMessage = 4096

/** Lines as one message, or as several where one could not hold them; no line's mark-up is ever cut. */
export function renderLines(lines: readonly Line[], most = longestMessage): MessagePart[] {
  return layOut(lines, most, (kind) => undressed(kind, '').length).map((message) => ({
    html: message.map(({ kind, text }) => dressed(kind, text)).join('\n'),
    plain: message.map(({ kind, text }) => undressed(kind, text)).join('\n'),
  }))
}

function dressed(kind: Line['kind'], text: string): string {
  if (kind === 'marked') return dressMarkdown(text, telegramMarkup)
  const safe = escapeHtml(undressed(kind, text))
  if (kind === 'fact') return `<b>${safe}</b>`
  return kind === 'note' || kind === 'source' ? `<i>${safe}</i>` : safe
}

function undressed(kind: Line['kind'], text: string): string {
  if (kind === 'marked') return plainOf(text)
  return kind === 'item' ? `• ${text}` : kind === 'source' ? `(${text})` : text
}

/** Longer labels are cut on every phone. */
const longestLabel = 64

/** Longer texts make an address that some servers refuse. */
const longestShare = 200

/** Turns rows of buttons into a keyboard. `username`: the bot's, for links to it. */
export type Keyboards = (buttons: Page['buttons'], language: Page['language']) => InlineKeyboardButton[][]

/** Each button sends back what it does, other than sharing, which opens the app's own list of chats. */
export function keyboardsFor(username: string, data: ButtonData, keys: EntryKeys): Keyboards {
  return (buttons, language) =>
    buttons.map((row) =>
      row.map((button) => {
        const text = shorten(button.label, longestLabel)
        if (button.do === 'link') return { text, url: button.url }
        if (button.do !== 'share') return { text, callback_data: data.pack(button, language) }
        const link = `https://t.me/${username}?start=${linkPayload(button.entry, language, keys)}`
        const address = new URLSearchParams({ url: link, text: shorten(button.text, longestShare) })
        return { text, url: `https://t.me/share/url?${address.toString()}` }
      }),
    )
}

/** Telegram allows 64 letters: core.telegram.org/bots/features#deep-linking. */
const longestPayload = 64

/** "ru_summit": an entry, and the language of the one who shared it for people whose language nobody knows. */
function linkPayload(entry: string, language: Page['language'], keys: EntryKeys): string {
  return `${language}_${keys.inLink(entry, longestPayload - 3)}`
}
