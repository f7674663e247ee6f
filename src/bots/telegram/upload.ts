import type { Api, InputFile } from 'grammy'
import type { AttachmentRef } from '../../core/mailing/content.ts'

/** What Telegram says of a file that was sent. */
export type Uploaded = {
  readonly message_id: number
  readonly photo?: readonly { file_id: string }[]
  readonly document?: { readonly file_id: string }
}

/** What `sendPhoto` shows as a picture. */
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Sends a file, or what Telegram has under an id of its own: a picture as one, anything else as a document. */
export function sendUpload(
  api: Api,
  chat: number,
  { type }: AttachmentRef,
  content: InputFile | string,
  options: object,
): Promise<Uploaded> {
  return pictures.has(type) ? api.sendPhoto(chat, content, options) : api.sendDocument(chat, content, options)
}

/** The options that put HTML beside a file. */
export function captioned(html: string): { caption?: string; parse_mode?: 'HTML' } {
  return html === '' ? {} : { caption: html, parse_mode: 'HTML' }
}
