import type { Api } from 'grammy'
import type { InlineKeyboardButton, ReplyParameters } from 'grammy/types'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import type { Courier } from '../../core/mailing/courier.ts'
import { reasonOf } from '../../core/mailing/reason.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { buttonsUnder, underCopy, type Under } from '../../core/pages/under-copy.ts'
import { partsOf, together, type CopyPart } from './copy.ts'
import { failureIn, outcomeOf } from './errors.ts'
import { knowFiles } from './known-files.ts'
import type { Pace } from './pace.ts'
import type { Keyboards } from './render.ts'

/** A message as it is handed over, with what the buttons below it depend on. */
type Part = CopyPart & Under

type Attempt = (destination: Destination, call: () => Promise<readonly string[]>) => Promise<Outcome>

type CourierParts = {
  readonly api: Api
  /** For calls that carry a file, which take longer. */
  readonly uploads: Api
  readonly pace: Pace
  readonly keyboards: Keyboards
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly failed: () => void
  readonly now: () => Date
}

/**
 * Delivers mailings in Telegram. `api` makes each call once: the queue alone decides about another attempt. Telegram
 * has no key by which it would recognise a repeated message.
 */
export function telegramCourier(parts: CourierParts): Courier<Part> {
  const { api, pace, keyboards, now } = parts
  const files = knowFiles(parts)
  const attempt = attempting(parts)
  return {
    platform: 'telegram',
    recognisesForMs: 0,
    dress: (copy, messages) => partsOf(copy, messages).map((part) => ({ ...part, ...underCopy(copy) })),
    together,
    reserve: (parts) => files.reserve(filesIn(parts)),
    turn: ({ chat }, messages) => pace.pass({ lane: chat, counts: true, messages, begun: false, bulk: true }),
    mayCall: ({ chat }) => Promise.resolve(!pace.isHeld(chat)),
    async send({ destination, parts: sent, silent, replyTo }) {
      const chat = Number(destination.chat)
      const part = sent[0]!
      const markup = markupOf(destination, part, keyboards)
      const options = { ...whereOf(destination, replyTo), disable_notification: silent, ...markup }
      if (part.kind === 'text')
        return attempt(destination, async () => [
          String((await api.sendMessage(chat, part.html, { ...options, ...textOptions })).message_id),
        ])
      const sendThem = await files.prepare(filesIn(sent))
      if (!sendThem) return { kind: 'refused', reason: reasonOf('noFile', 'its file is not stored') }
      const captions = sent.map(({ html }) => html)
      return attempt(destination, () => sendThem(chat, captions, options))
    },
    edit: ({ destination, part, id }) =>
      attempt(destination, async () => {
        const [chat, message] = [Number(destination.chat), Number(id)]
        const markup = markupOf(destination, part, keyboards)
        if (part.kind === 'text') await api.editMessageText(chat, message, part.html, { ...textOptions, ...markup })
        else if (part.html !== '') await api.editMessageCaption(chat, message, { ...captioned(part.html), ...markup })
        return [id]
      }),
    remove: (message) => remove(message, api, attempt),
    share: pace.share,
    holdUntil: (moment) => pace.holdBulk(moment.getTime() - now().getTime()),
  }
}

/** Makes a call once; how it ended, and what the pace is to know of it. */
function attempting({ pace, failed }: Pick<CourierParts, 'pace' | 'failed'>): Attempt {
  return async ({ chat }, call) => {
    try {
      const messages = await call()
      pace.succeeded()
      return { kind: 'done', messages }
    } catch (error) {
      const failure = failureIn(error)
      if (failure?.kind === 'unchanged') return { kind: 'done', messages: [] }
      // What is no matter of Telegram's is a fault of ours.
      if (!failure) throw error
      failed()
      if (failure.kind === 'flood') pace.refused(chat, failure.seconds, true)
      return outcomeOf(error)
    }
  }
}

/** What can't be deleted any more says that it was recalled. */
async function remove(
  { destination, id, notice, part }: Parameters<Courier<Part>['remove']>[0],
  api: Api,
  attempt: Attempt,
): Promise<Outcome> {
  const [chat, message] = [Number(destination.chat), Number(id)]
  const removed = await attempt(destination, () => api.deleteMessage(chat, message).then(() => [id]))
  if (removed.kind !== 'refused') return removed
  if (/message to delete not found/i.test(removed.reason)) return { kind: 'done', messages: [id] }
  // Of an album one caption alone is read, which is where the text was.
  if (part?.kind === 'file' && !part.captioned) return { kind: 'done', messages: [id], note: 'replaced' }
  const replaced = await attempt(destination, () =>
    api.editMessageText(chat, message, notice.html, textOptions).then(() => [id]),
  )
  if (replaced.kind !== 'refused') return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
  // A file has no text, but a caption.
  const worded = await attempt(destination, () =>
    api.editMessageCaption(chat, message, captioned(notice.html)).then(() => [id]),
  )
  return worded.kind === 'done' ? { ...worded, note: 'replaced' } : worded
}

const textOptions = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }

function captioned(html: string): { caption: string; parse_mode: 'HTML' } {
  return { caption: html, parse_mode: 'HTML' }
}

function filesIn(parts: readonly Part[]): AttachmentRef[] {
  return parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []))
}

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

/** What people do about a message: those in a group chose it by joining. */
function markupOf(
  { kind }: Destination,
  part: Part,
  keyboards: Keyboards,
): { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } {
  // An album can't have buttons; a file without words stands below its text, which has them.
  if (kind !== 'person' || (part.kind === 'file' && (part.html === '' || part.album !== undefined))) return {}
  return { reply_markup: { inline_keyboard: keyboards(buttonsUnder(part), part.language) } }
}
