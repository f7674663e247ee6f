import { InputFile, type Api } from 'grammy'
import type { InlineKeyboardButton, ReplyParameters } from 'grammy/types'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import type { Courier } from '../../core/mailing/courier.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'
import { partsOf, type CopyPart } from './copy.ts'
import { failureIn, outcomeOf } from './errors.ts'
import type { Pace } from './pace.ts'
import type { Keyboards } from './render.ts'
import { captioned, sendUpload } from './upload.ts'

/** A message as it is handed over, with the language of the button below it. */
type Part = CopyPart & { readonly language: Language }

/**
 * Delivers mailings in Telegram. `api` makes each call once: the queue alone decides about another attempt. Telegram has
 * no key by which it would recognise a repeated message.
 */
export function telegramCourier({
  api,
  uploads,
  pace,
  keyboards,
  attachment,
  failed,
}: {
  readonly api: Api
  /** For calls that carry a file, which take longer. */
  readonly uploads: Api
  readonly pace: Pace
  readonly keyboards: Keyboards
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly failed: () => void
}): Courier<Part> {
  /** Files that Telegram has: its ids by ours. */
  const known = new Map<string, string>()
  /** Uploads under way. */
  const uploading = new Map<string, Promise<void>>()
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    dress: (copy) => partsOf(copy).map((part) => ({ ...part, language: copy.sections[0]?.language ?? 'en' })),
    async reserve(part) {
      if (part.kind === 'text') return () => {}
      const { file } = part
      for (let before = uploading.get(file.id); before && !known.has(file.id); before = uploading.get(file.id))
        await before
      if (known.has(file.id)) return () => {}
      const { promise, resolve } = Promise.withResolvers<void>()
      uploading.set(file.id, promise)
      return () => {
        uploading.delete(file.id)
        resolve()
      }
    },
    turn: ({ chat }) => pace.pass({ lane: chat, counts: true, begun: false, bulk: true }),
    isHeld: ({ chat }) => pace.isHeld(chat),
    async send({ destination, part, silent, replyTo }) {
      const options = { ...whereOf(destination, replyTo), disable_notification: silent, ...markupOf(destination, part) }
      if (part.kind === 'text')
        return attempt(destination, async () =>
          String(
            (await api.sendMessage(Number(destination.chat), part.html, { ...options, ...textOptions })).message_id,
          ),
        )
      const { file } = part
      const bytes = known.has(file.id) ? undefined : await attachment(file.id)
      if (!known.has(file.id) && !bytes) return { kind: 'refused', reason: 'its file is not stored' }
      return attempt(destination, () => sendFile(destination, file, bytes, part, options))
    },
    edit: ({ destination, part, id }) =>
      attempt(destination, async () => {
        if (part.kind === 'text')
          await api.editMessageText(Number(destination.chat), Number(id), part.html, {
            ...textOptions,
            ...markupOf(destination, part),
          })
        else if (part.html !== '')
          await api.editMessageCaption(Number(destination.chat), Number(id), {
            caption: part.html,
            parse_mode: 'HTML',
            ...markupOf(destination, part),
          })
        return id
      }),
    async remove({ destination, id, notice }) {
      const [chat, message] = [Number(destination.chat), Number(id)]
      const removed = await attempt(destination, () => api.deleteMessage(chat, message).then(() => id))
      if (removed.kind !== 'refused' || /message to delete not found/i.test(removed.reason))
        return removed.kind === 'refused' ? { kind: 'done', message: id } : removed
      const replaced = await attempt(destination, () =>
        api.editMessageText(chat, message, notice.html, textOptions).then(() => id),
      )
      if (replaced.kind !== 'refused') return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
      // A file has no text, but a caption.
      const captioned = await attempt(destination, () =>
        api.editMessageCaption(chat, message, { caption: notice.html, parse_mode: 'HTML' }).then(() => id),
      )
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
      // What is no matter of Telegram's is a fault of ours.
      if (!failure) throw error
      failed()
      if (failure?.kind === 'flood') pace.refused(chat, failure.seconds, true)
      return outcomeOf(error)
    }
  }

  /** Uploads a file, or names it where Telegram has it; returns the id of the message. */
  async function sendFile(
    { chat }: Destination,
    file: AttachmentRef,
    bytes: Uint8Array | undefined,
    { html }: CopyPart,
    options: object,
  ): Promise<string> {
    const { id, name } = file
    const by = bytes ? uploads : api
    const content = bytes ? new InputFile(bytes, name) : known.get(id)!
    const sent = await sendUpload(by, Number(chat), file, content, { ...options, ...captioned(html) })
    const theirs = sent.photo?.at(-1)?.file_id ?? sent.document?.file_id
    if (theirs !== undefined) known.set(id, theirs)
    return String(sent.message_id)
  }

  /** The way out, for people who did not choose it by joining a group. */
  function markupOf(
    { kind }: Destination,
    { language }: Part,
  ): { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } {
    if (kind !== 'person') return {}
    return {
      reply_markup: {
        inline_keyboard: keyboards([[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]], language),
      },
    }
  }
}

const textOptions = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }

/** The topic, and the message that is replied to, even if it was deleted meanwhile. */
function whereOf(
  { thread }: Destination,
  replyTo: string | undefined,
): { message_thread_id?: number; reply_parameters?: ReplyParameters } {
  return {
    ...(thread === '' ? {} : { message_thread_id: Number(thread) }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
  }
}
