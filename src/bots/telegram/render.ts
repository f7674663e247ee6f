import type { InlineKeyboardButton } from 'grammy/types'
import type { Line } from '../../core/answering/reply.ts'
import type { Page } from '../../core/desk/page.ts'
import type { ButtonData } from '../button-data.ts'
import type { EntryKeys } from '../entry-keys.ts'
import { beginning, shorten } from '../shorten.ts'

/** A message's text as HTML, and plain for when Telegram refuses the mark-up. */
export type Part = { readonly html: string; readonly plain: string }

/** Telegram counts UTF-16 units after the mark-up is taken out: core.telegram.org/bots/api#sendmessage. */
const longestMessage = 4096

/** Lines as one message, or as several where one could not hold them; no line's mark-up is ever cut. */
export function renderLines(lines: readonly Line[], most = longestMessage): Part[] {
  const parts: Part[] = []
  let html: string[] = []
  let plain: string[] = []
  let length = 0
  for (const { kind, text } of lines) {
    if (text.trim() === '') continue
    for (let rest = text; rest !== '';) {
      const mark = undressed(kind, '').length
      const left = most - length - (length > 0 ? 1 : 0) - mark
      // What fits into a message of its own is not cut; what does not begins where there is room.
      if (rest.length > left && (rest.length + mark <= most || left < leastRoom) && length > 0) {
        flush()
        continue
      }
      const piece = cut(rest, left)
      add(kind, piece)
      rest = rest.slice(piece.length).trimStart()
    }
  }
  flush()
  return parts

  function add(kind: Line['kind'], text: string): void {
    const shown = undressed(kind, text)
    length += (length > 0 ? 1 : 0) + shown.length
    html.push(dressed(kind, text))
    plain.push(shown)
  }

  function flush(): void {
    if (plain.length > 0) parts.push({ html: html.join('\n'), plain: plain.join('\n') })
    html = []
    plain = []
    length = 0
  }
}

/** Less room is not worth the beginning of a long line. */
const leastRoom = 200

/** The beginning of a text that fits, cut at a space where there is one. */
function cut(text: string, room: number): string {
  const piece = beginning(text, room)
  const space = piece.length < text.length ? piece.search(/\s\S*$/) : -1
  return space > room / 2 ? piece.slice(0, space) : piece
}

function dressed(kind: Line['kind'], text: string): string {
  const safe = escapeHtml(undressed(kind, text))
  if (kind === 'fact') return `<b>${safe}</b>`
  return kind === 'note' || kind === 'source' ? `<i>${safe}</i>` : safe
}

function undressed(kind: Line['kind'], text: string): string {
  return kind === 'item' ? `• ${text}` : kind === 'source' ? `(${text})` : text
}

/** The three characters that Telegram's HTML gives a meaning, and the quote for attributes. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Longer labels are cut on every phone. */
const longestLabel = 64

/** Longer texts make an address that some servers refuse. */
const longestShare = 200

/** Turns rows of buttons into a keyboard. `username`: the bot's, for links to it. */
export type Keyboards = (buttons: Page['buttons'], language: Page['language']) => InlineKeyboardButton[][]

export function keyboardsFor(username: string, data: ButtonData, keys: EntryKeys): Keyboards {
  return (buttons, language) => buttons.map((row) => row.map((button) => {
    const text = shorten(button.label, longestLabel)
    if (button.do !== 'share') return { text, callback_data: data.pack(button, language) }
    const link = `https://t.me/${username}?start=${linkPayload(button.entry, language, keys)}`
    const address = new URLSearchParams({ url: link, text: shorten(button.text, longestShare) })
    return { text, url: `https://t.me/share/url?${address.toString()}` }
  }))
}

/** Telegram allows 64 letters: core.telegram.org/bots/features#deep-linking. */
const longestPayload = 64

/** "ru_summit": an entry, and the language of the one who shared it for people whose language nobody knows. */
function linkPayload(entry: string, language: Page['language'], keys: EntryKeys): string {
  return `${language}_${keys.inLink(entry, longestPayload - 3)}`
}
