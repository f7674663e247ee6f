import { InputFile, type Api } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import type { AttachmentRef } from '../../core/mailing/announcement.ts'
import type { Copy } from '../../core/mailing/copy.ts'
import type { Courier } from '../../core/mailing/courier.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { say } from '../../core/i18n.ts'
import { partsOf, type CopyPart } from './copy.ts'
import { failureIn, outcomeOf } from './errors.ts'
import type { Pace } from './pace.ts'
import type { Keyboards } from './render.ts'
import { captioned, sendUpload } from './upload.ts'

/**
 * Delivers announcements in Telegram. `api` makes each call once: the queue alone decides about another attempt. Telegram has
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
}): Courier {
  /** Files that Telegram has: its ids by ours. */
  const known = new Map<string, string>()
  /** Uploads under way. */
  const uploading = new Map<string, Promise<void>>()
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    partsOf: (copy) => partsOf(copy).length,
    async reserve({ attachment: file }) {
      if (!file) return () => {}
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
    async send({ destination, copy, part, silent }) {
      const dressed = partsOf(copy)[part]!
      const options = { ...whereOf(destination), disable_notification: silent, ...markupOf(destination, copy) }
      if (dressed.kind === 'text')
        return attempt(destination, async () =>
          String(
            (await api.sendMessage(Number(destination.chat), dressed.html, { ...options, ...textOptions })).message_id,
          ),
        )
      const file = copy.attachment!
      const bytes = known.has(file.id) ? undefined : await attachment(file.id)
      if (!known.has(file.id) && !bytes) return { kind: 'refused', reason: 'its file is not stored' }
      return attempt(destination, () => sendFile(destination, file, bytes, dressed, options))
    },
    edit: ({ destination, copy, part, id }) =>
      attempt(destination, async () => {
        const dressed = partsOf(copy)[part]!
        if (dressed.kind === 'text')
          await api.editMessageText(Number(destination.chat), Number(id), dressed.html, {
            ...textOptions,
            ...markupOf(destination, copy),
          })
        else if (dressed.html !== '')
          await api.editMessageCaption(Number(destination.chat), Number(id), {
            caption: dressed.html,
            parse_mode: 'HTML',
            ...markupOf(destination, copy),
          })
        return id
      }),
    async remove({ destination, id, notice }) {
      const [chat, message] = [Number(destination.chat), Number(id)]
      const removed = await attempt(destination, () => api.deleteMessage(chat, message).then(() => id))
      if (removed.kind !== 'refused' || /message to delete not found/i.test(removed.reason))
        return removed.kind === 'refused' ? { kind: 'done', message: id } : removed
      const [text] = partsOf(notice)
      const replaced = await attempt(destination, () =>
        api.editMessageText(chat, message, text!.html, textOptions).then(() => id),
      )
      if (replaced.kind !== 'refused') return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
      // A file has no text, but a caption.
      const captioned = await attempt(destination, () =>
        api.editMessageCaption(chat, message, { caption: text!.html, parse_mode: 'HTML' }).then(() => id),
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
    { sections }: Copy,
  ): { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } {
    if (kind !== 'person') return {}
    const language = sections[0]?.language ?? 'en'
    return {
      reply_markup: {
        inline_keyboard: keyboards([[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]], language),
      },
    }
  }
}

const textOptions = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }

function whereOf({ thread }: Destination): { message_thread_id?: number } {
  return thread === '' ? {} : { message_thread_id: Number(thread) }
}
