import { InputFile, type Api } from 'grammy'
import type { InlineKeyboardButton, ReplyParameters } from 'grammy/types'
import type { Copy } from '../../core/mailing/copy.ts'
import type { Attachment, Page } from '../../core/pages/page.ts'
import { threadOf, type Ctx } from './context.ts'
import { partsOf } from './copy.ts'
import { captioned, sendUpload } from './upload.ts'
import { failureIn } from './errors.ts'
import { renderLines, type Keyboards, type MessagePart } from './render.ts'

/** Telegram's limit: core.telegram.org/bots/api#senddocument. */
const longestCaption = 1024

/** Puts pages into the chat of an update. What can't be sent because the chat is closed to us is let go. */
export type Sender = {
  /** A new message; in a group as a reply, in the topic of the question. */
  readonly send: (ctx: Ctx, page: Page) => Promise<void>
  /** In place of the message whose button was pressed, or as a new one if that can't be changed. */
  readonly replace: (ctx: Ctx, page: Page) => Promise<void>
  /** In place of what answered before; what is more is sent, what is less is removed. */
  readonly answerAnew: (ctx: Ctx, page: Page, before: readonly number[]) => Promise<void>
  /** An announcement as its readers will see it, with its file. */
  readonly sendCopy: (ctx: Ctx, copy: Copy) => Promise<void>
  readonly sendFile: (ctx: Ctx, file: Attachment) => Promise<void>
}

type OnMoved = (from: number, to: number) => Promise<void>

/** `attachment` gives the content of a stored file; `onMoved` is told when a group turns out to go on under another id. */
export function createSender(
  keyboards: Keyboards,
  onMoved: OnMoved,
  attachment: (id: string) => Promise<Uint8Array | undefined>,
): Sender {
  return {
    async send(ctx, page) {
      await sendParts(ctx, renderLines(page.lines), markupOf(page), onMoved)
    },
    async replace(ctx, page) {
      const message = ctx.callbackQuery?.message
      const [part, ...more] = renderLines(page.lines)
      if (
        part &&
        message &&
        message.date !== 0 &&
        more.length === 0 &&
        (await edit(ctx.api, message.chat.id, message.message_id, part, markupOf(page)))
      )
        return
      await sendParts(ctx, renderLines(page.lines), markupOf(page), onMoved)
    },
    async answerAnew(ctx, page, before) {
      const parts = renderLines(page.lines)
      const chat = ctx.chatId!
      const kept: number[] = []
      for (const [at, message] of before.slice(0, parts.length).entries()) {
        const markup = at === parts.length - 1 ? markupOf(page) : []
        if (!(await edit(ctx.api, chat, message, parts[at]!, markup))) break
        kept.push(message)
      }
      ctx.answers.push(...kept)
      if (kept.length < parts.length) await sendParts(ctx, parts.slice(kept.length), markupOf(page), onMoved)
      else if (before.length > parts.length) await remove(ctx.api, chat, before.slice(parts.length))
    },
    async sendCopy(ctx, copy) {
      for (const { kind, html } of partsOf(copy)) {
        const file = copy.attachment
        const bytes = kind === 'file' && file ? await attachment(file.id) : undefined
        if (kind === 'text') await sendParts(ctx, [{ html, plain: html }], [], onMoved)
        else if (file && bytes)
          await sendUpload(ctx.api, ctx.chatId!, file, new InputFile(bytes, file.name), captioned(html)).catch(letGo)
      }
    },
    async sendFile(ctx, { name, content, page }) {
      const [caption] = renderLines(page.lines, longestCaption)
      const file = new InputFile(Buffer.from(content), name)
      const where = whereOf(ctx)
      await ctx.api
        .sendDocument(ctx.chatId!, file, { ...where, caption: caption?.html ?? '', parse_mode: 'HTML' })
        .catch((error: unknown) => {
          if (failureIn(error)?.kind !== 'markup') throw error
          return ctx.api.sendDocument(ctx.chatId!, new InputFile(Buffer.from(content), name), {
            ...where,
            caption: caption?.plain ?? '',
          })
        })
        .catch(letGo)
    },
  }

  function markupOf({ buttons, language }: Page): InlineKeyboardButton[][] {
    return keyboards(buttons, language)
  }
}

/** The buttons stand under the last part. */
async function sendParts(
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
async function edit(
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
async function remove(api: Api, chat: number, messages: number[]): Promise<void> {
  try {
    await api.deleteMessages(chat, messages)
  } catch (error) {
    if (failureIn(error)?.kind !== 'refused') letGo(error)
  }
}

/** As HTML; as plain text if Telegram can't read the mark-up. */
async function dressedOrPlain<T>(
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

function letGo(error: unknown): void {
  if (failureIn(error)?.kind !== 'gone') throw error
}
