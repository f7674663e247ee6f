import type { Api, InputFile } from 'grammy'
import type { InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo } from 'grammy/types'
import type { AttachmentRef } from '../../core/mailing/content.ts'

/** What Telegram says of a file that was sent. */
export type Uploaded = {
  readonly message_id: number
  readonly photo?: readonly { file_id: string }[]
  readonly video?: { readonly file_id: string }
  readonly audio?: { readonly file_id: string }
  readonly document?: { readonly file_id: string }
}

/** A file as it is handed over: its content, or Telegram's own id of it. */
export type Handed = { readonly file: AttachmentRef; readonly content: InputFile | string }

type Kind = 'photo' | 'video' | 'audio' | 'document'

/** What `sendPhoto` and its like show or play. */
const kinds: Readonly<Record<string, Kind>> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'video/mp4': 'video',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
}

function kindOf({ type, asFile = false }: AttachmentRef): Kind {
  return asFile ? 'document' : (kinds[type] ?? 'document')
}

/** What goes into one album together: core.telegram.org/bots/api#sendmediagroup */
export function familyOf(file: AttachmentRef): 'shown' | 'audio' | 'document' {
  const kind = kindOf(file)
  return kind === 'photo' || kind === 'video' ? 'shown' : kind
}

/**
 * Sends a file, or from two to ten of one family by one call, of which all arrive or none. `captions`: HTML under each,
 * by its number. An album has no buttons, whatever the options say.
 */
export async function sendFiles(
  api: Api,
  chat: number,
  files: readonly Handed[],
  captions: readonly string[],
  options: object,
): Promise<readonly Uploaded[]> {
  const [first, ...others] = files
  if (first && others.length === 0) return [await sendOne(api, chat, first, { ...options, ...captioned(captions[0]) })]
  const media = files.map(({ file, content }, at) => ({
    type: kindOf(file),
    media: content,
    ...captioned(captions[at]),
  }))
  // Files of one family are all of one of these types.
  type Album = (InputMediaPhoto | InputMediaVideo)[] | InputMediaAudio[] | InputMediaDocument[]
  return api.sendMediaGroup(chat, media as Album, options)
}

/** A picture goes as a picture. */
function sendOne(api: Api, chat: number, { file, content }: Handed, options: object): Promise<Uploaded> {
  switch (kindOf(file)) {
    case 'photo':
      return api.sendPhoto(chat, content, options)
    case 'video':
      return api.sendVideo(chat, content, options)
    case 'audio':
      return api.sendAudio(chat, content, options)
    default:
      return api.sendDocument(chat, content, options)
  }
}

/** The options that put HTML beside a file. */
function captioned(html = ''): { caption?: string; parse_mode?: 'HTML' } {
  return html === '' ? {} : { caption: html, parse_mode: 'HTML' }
}

/** Telegram's id of a file that was sent. */
export function uploadedId({ photo, video, audio, document }: Uploaded): string | undefined {
  return photo?.at(-1)?.file_id ?? video?.file_id ?? audio?.file_id ?? document?.file_id
}
