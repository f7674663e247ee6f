import type { Api } from 'grammy'
import type { Message } from 'grammy/types'
import type { Logger } from 'pino'
import type { Voice } from '../../core/organizers/progress.ts'
import type { Input } from '../../core/organizers/writing/input.ts'
import type { Connection } from './connection.ts'
import { failureIn } from './errors.ts'
import { renderLines, type Keyboards } from './render.ts'
import { messageToMarkdown } from './to-markdown.ts'

/** Fetches what somebody sent. */
export type Download = (file: string) => Promise<Uint8Array | undefined>

const patienceMs = 30_000

/** Files of the Bot API, up to the 20 MB that it hands out: core.telegram.org/bots/api#getfile */
export function downloader({
  api,
  token,
  apiRoot = 'https://api.telegram.org',
}: Pick<Connection, 'api' | 'token' | 'apiRoot'>): Download {
  return async (id) => {
    try {
      const { file_path: path } = await api.getFile(id)
      const response = await fetch(`${apiRoot}/file/bot${token}/${path ?? ''}`, {
        signal: AbortSignal.timeout(patienceMs),
      })
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
    } catch {
      // The reason names the token; what is not there is asked for again.
      return undefined
    }
  }
}

/** A message's words as Markdown, and the file that it carries, which may be one of an album. */
export async function readContent(message: Message, download: Download): Promise<Input> {
  const text = messageToMarkdown(message.text ?? message.caption ?? '', message.entities ?? message.caption_entities)
  const picture = message.photo?.at(-1)
  const other = message.document ?? message.video ?? message.animation ?? message.audio
  const id = picture?.file_id ?? other?.file_id
  const bytes = id === undefined ? undefined : await download(id)
  return {
    text,
    // What was sent as a file, and not to be shown, is passed on so.
    files: bytes && [{ name: nameOf(message), bytes, ...(message.document ? { asFile: true } : {}) }],
    fileLost: id !== undefined && !bytes,
    album: message.media_group_id,
  }
}

function nameOf({ document, video, animation, audio }: Message): string {
  const other = document ?? video ?? animation ?? audio
  return other?.file_name ?? (video ? 'video.mp4' : audio ? 'audio.mp3' : 'picture.jpg')
}

/** What stands behind a command in its message, with the file that it carries; undefined if nothing does. */
export function afterCommand(message: Message): Message | undefined {
  const text = message.text ?? message.caption ?? ''
  const [command = ''] = /^\/\S+\s*/.exec(text) ?? []
  const rest = text.slice(command.length)
  if (rest === '' && message.text !== undefined) return undefined
  const entities = (message.entities ?? message.caption_entities ?? [])
    .filter(({ offset }) => offset >= command.length)
    .map((entity) => ({ ...entity, offset: entity.offset - command.length }))
  return message.text === undefined
    ? { ...message, caption: rest, caption_entities: entities }
    : { ...message, text: rest, entities }
}

/** How organizers are reached in Telegram: in their private chat, which has their id. */
export function telegramVoice(api: Api, keyboards: Keyboards, log: Logger): Voice {
  return {
    platform: 'telegram',
    async say(person, { lines, buttons, language }) {
      const parts = renderLines(lines)
      try {
        for (const [at, { html }] of parts.entries()) {
          const last = at === parts.length - 1
          const { message_id: message } = await api.sendMessage(Number(person), html, {
            parse_mode: 'HTML',
            ...(last && buttons.length > 0 ? { reply_markup: { inline_keyboard: keyboards(buttons, language) } } : {}),
          })
          if (last) return { chat: person, message: String(message) }
        }
      } catch (error) {
        log.info({ err: error }, 'organizer not reached')
      }
      return undefined
    },
    async change({ chat, message }, { lines, buttons, language }) {
      const [part] = renderLines(lines)
      try {
        await api.editMessageText(Number(chat), Number(message), part!.html, {
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: { inline_keyboard: keyboards(buttons, language) },
        })
        return 'changed'
      } catch (error) {
        const failure = failureIn(error)
        if (failure?.kind === 'unchanged') return 'changed'
        return failure?.kind === 'trouble' || failure?.kind === 'flood' ? 'later' : 'gone'
      }
    },
  }
}
