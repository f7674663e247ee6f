import { InputFile, type Api } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { Copy } from '../../core/announcements/compose.ts'
import type { Courier } from '../../core/announcements/courier.ts'
import type { Destination, Outcome } from '../../core/announcements/delivery.ts'
import { say } from '../../core/i18n.ts'
import { partsOf, type CopyPart } from './copy.ts'
import { failureIn, outcomeOf } from './errors.ts'
import type { Pace } from './pace.ts'
import type { Keyboards } from './render.ts'

type Sent = { readonly message_id: number; readonly photo?: readonly { file_id: string }[]; readonly document?: { readonly file_id: string } }

/** What `sendPhoto` shows as a picture. */
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Delivers announcements in Telegram. `api` makes each call once: the queue alone decides about another attempt. Telegram has
 * no key by which it would recognise a repeated message.
 */
export function telegramCourier({ api, uploads, pace, keyboards, attachment, failed }: {
  readonly api: Api
  /** For calls that carry a file, which take longer. */
  readonly uploads: Api
  readonly pace: Pace
  readonly keyboards: Keyboards
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly failed: () => void
}): Courier {
  /** Files that Telegram has, by our id; while the first is on its way the others wait for it. */
  const uploaded = new Map<string, Promise<string | undefined>>()
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    partsOf: (copy) => partsOf(copy).length,
    turn: ({ chat }) => pace.pass({ lane: chat, counts: true, begun: false, bulk: true }),
    send: ({ destination, copy, part, silent }) => attempt(destination, async () => {
      const dressed = partsOf(copy)[part]!
      const options = { ...whereOf(destination), disable_notification: silent, ...markupOf(destination, copy) }
      const sent = dressed.kind === 'file' ? await sendFile(destination, copy, dressed, options) : await api.sendMessage(Number(destination.chat), dressed.html, { ...options, ...textOptions })
      return String(sent.message_id)
    }),
    edit: ({ destination, copy, part, id }) => attempt(destination, async () => {
      const dressed = partsOf(copy)[part]!
      if (dressed.kind === 'text') await api.editMessageText(Number(destination.chat), Number(id), dressed.html, { ...textOptions, ...markupOf(destination, copy) })
      else if (dressed.html !== '') await api.editMessageCaption(Number(destination.chat), Number(id), { caption: dressed.html, parse_mode: 'HTML', ...markupOf(destination, copy) })
      return id
    }),
    async remove({ destination, id, notice }) {
      const [chat, message] = [Number(destination.chat), Number(id)]
      const removed = await attempt(destination, () => api.deleteMessage(chat, message).then(() => id))
      if (removed.kind !== 'refused' || /message to delete not found/i.test(removed.reason)) return removed.kind === 'refused' ? { kind: 'done', message: id } : removed
      const [text] = partsOf(notice)
      const replaced = await attempt(destination, () => api.editMessageText(chat, message, text!.html, textOptions).then(() => id))
      if (replaced.kind !== 'refused') return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
      // A file has no text, but a caption.
      const captioned = await attempt(destination, () => api.editMessageCaption(chat, message, { caption: text!.html, parse_mode: 'HTML' }).then(() => id))
      return captioned.kind === 'done' ? { ...captioned, note: 'replaced' } : captioned
    },
    share: pace.share,
    holdUntil: (moment) => pace.holdBulk(moment.getTime() - Date.now()),
  }

  async function attempt({ chat }: Destination, call: () => Promise<string>): Promise<Outcome> {
    try {
      const message = await call()
      pace.succeeded()
      return { kind: 'done', message }
    } catch (error) {
      const failure = failureIn(error)
      if (failure?.kind === 'unchanged') return { kind: 'done', message: '' }
      failed()
      if (failure?.kind === 'flood') pace.refused(chat, failure.seconds, true)
      return outcomeOf(error)
    }
  }

  /** Uploads a file once; then Telegram has it under an id of its own. */
  async function sendFile(destination: Destination, { attachment: file }: Copy, { html }: CopyPart, options: object): Promise<Sent> {
    const { id, name, type } = file!
    const known = await uploaded.get(id)
    if (known !== undefined) return sendAs(known)
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    uploaded.set(id, promise)
    try {
      const bytes = await attachment(id)
      if (!bytes) throw new Error(`attachment ${id} is not stored`)
      const sent = await sendAs(new InputFile(bytes, name))
      resolve(sent.photo?.at(-1)?.file_id ?? sent.document?.file_id)
      return sent
    } catch (error) {
      resolve(undefined)
      throw error
    }

    function sendAs(content: string | InputFile): Promise<Sent> {
      const described = { ...options, ...(html === '' ? {} : { caption: html, parse_mode: 'HTML' as const }) }
      const by = typeof content === 'string' ? api : uploads
      return pictures.has(type) ? by.sendPhoto(Number(destination.chat), content, described) : by.sendDocument(Number(destination.chat), content, described)
    }
  }

  /** The way out, for people who did not choose it by joining a group. */
  function markupOf({ kind }: Destination, { sections }: Copy): { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } {
    if (kind !== 'person') return {}
    const language = sections[0]?.language ?? 'en'
    return { reply_markup: { inline_keyboard: keyboards([[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]], language) } }
  }
}

const textOptions = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }

function whereOf({ thread }: Destination): { message_thread_id?: number } {
  return thread === '' ? {} : { message_thread_id: Number(thread) }
}
