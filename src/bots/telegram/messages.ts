import type { Api } from 'grammy'
import type { InlineKeyboardButton, ReplyParameters } from 'grammy/types'
import { threadOf, type Ctx } from './context.ts'
import { failureIn } from './errors.ts'
import type { MessagePart } from './render.ts'

/** Told when a group turns out to go on under another id. */
export type OnMoved = (from: number, to: number) => Promise<void>

/**
 * Sends a page that is parted among messages, and notes what answers the update. The buttons stand under the last one.
 */
export async function sendParts(
  ctx: Ctx,
  parts: readonly MessagePart[],
  buttons: InlineKeyboardButton[][],
  onMoved: OnMoved,
): Promise<void> {
  for (const [at, part] of parts.entries()) {
    const last = at === parts.length - 1
    const send = (chat: number): Promise<{ message_id: number }> =>
      dressedOrPlain(part, (text, mode) =>
        ctx.api.sendMessage(chat, text, {
          ...mode,
          ...whereOf(ctx),
          link_preview_options: { is_disabled: true },
          ...(last && buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
        }),
      )
    try {
      const { message_id } = await following(ctx.chatId!, send, onMoved)
      ctx.answers.push(message_id)
    } catch (error) {
      return letGo(error)
    }
  }
}

/** Sends to where a group has moved, if it has. */
async function following<T>(chat: number, send: (chat: number) => Promise<T>, onMoved: OnMoved): Promise<T> {
  try {
    return await send(chat)
  } catch (error) {
    const failure = failureIn(error)
    if (failure?.kind !== 'moved') throw error
    await onMoved(chat, failure.to)
    return send(failure.to)
  }
}

/** False if the message can't be changed (any more): it was deleted, or it is not ours. */
export async function editMessage(
  api: Api,
  chat: number,
  message: number,
  part: MessagePart,
  buttons: InlineKeyboardButton[][],
): Promise<boolean> {
  try {
    await dressedOrPlain(part, (text, mode) =>
      api.editMessageText(chat, message, text, {
        ...mode,
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: buttons },
      }),
    )
    return true
  } catch (error) {
    const failure = failureIn(error)
    if (failure?.kind === 'unchanged' || failure?.kind === 'gone') return true
    if (failure?.kind === 'refused') return false
    throw error
  }
}

/** What is too old to be removed stays. */
export async function removeMessages(api: Api, chat: number, messages: number[]): Promise<void> {
  try {
    await api.deleteMessages(chat, messages)
  } catch (error) {
    if (failureIn(error)?.kind !== 'refused') letGo(error)
  }
}

/** As HTML; as plain text if Telegram can't read the mark-up. */
export async function dressedOrPlain<T>(
  { html, plain }: MessagePart,
  call: (text: string, mode: { parse_mode?: 'HTML' }) => Promise<T>,
): Promise<T> {
  try {
    return await call(html, { parse_mode: 'HTML' })
  } catch (error) {
    if (failureIn(error)?.kind !== 'markup') throw error
    return call(plain, {})
  }
}

/** The topic of the question, and in a group the question itself, even if it was deleted meanwhile. */
export function whereOf(ctx: Ctx): { message_thread_id?: number; reply_parameters?: ReplyParameters } {
  const thread = threadOf(ctx)
  const inGroup = ctx.visitor.group !== undefined
  return {
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(inGroup && ctx.msgId !== undefined
      ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } }
      : {}),
  }
}

/** A chat that is closed to us is let go; every other failure is thrown. */
export function letGo(error: unknown): void {
  if (failureIn(error)?.kind !== 'gone') throw error
}
