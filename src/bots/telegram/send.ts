import { InputFile } from 'grammy'
import type { Copy } from '../../core/mailing/copy.ts'
import type { Attachment, Page } from '../../core/pages/page.ts'
import type { Ctx } from './context.ts'
import { partsOf, together, type CopyPart } from './copy.ts'
import { dressedOrPlain, editMessage, letGo, removeMessages, sendParts, whereOf, type OnMoved } from './messages.ts'
import { renderLines, type Keyboards } from './render.ts'
import { sendFiles, type Handed } from './upload.ts'

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
  /** An announcement as its readers will see it, with its files. */
  readonly sendCopy: (ctx: Ctx, copy: Copy) => Promise<void>
  readonly sendFile: (ctx: Ctx, file: Attachment) => Promise<void>
}

/**
 * `attachment` gives the content of a stored file; `onMoved` is told when a group turns out to go on under another id.
 */
export function createSender(
  keyboards: Keyboards,
  onMoved: OnMoved,
  attachment: (id: string) => Promise<Uint8Array | undefined>,
): Sender {
  return {
    send,
    async replace(ctx, page) {
      const message = ctx.callbackQuery?.message
      const [part, ...more] = renderLines(page.lines)
      const changeable = part && message && message.date !== 0 && more.length === 0
      const replaced =
        changeable &&
        (await editMessage(ctx.api, message.chat.id, message.message_id, part, keyboards(page.buttons, page.language)))
      if (!replaced) await send(ctx, page)
    },
    async answerAnew(ctx, page, before) {
      const parts = renderLines(page.lines)
      const buttons = keyboards(page.buttons, page.language)
      const chat = ctx.chatId!
      const kept: number[] = []
      for (const [at, message] of before.slice(0, parts.length).entries()) {
        if (!(await editMessage(ctx.api, chat, message, parts[at]!, at === parts.length - 1 ? buttons : []))) break
        kept.push(message)
      }
      ctx.answers.push(...kept)
      if (kept.length < parts.length) await sendParts(ctx, parts.slice(kept.length), buttons, onMoved)
      else if (before.length > parts.length) await removeMessages(ctx.api, chat, before.slice(parts.length))
    },
    async sendCopy(ctx, copy) {
      for (let left: readonly CopyPart[] = partsOf(copy); left.length > 0; left = left.slice(together(left))) {
        const now = left.slice(0, together(left))
        const [{ kind, html }] = now as [CopyPart]
        if (kind === 'text') await sendParts(ctx, [{ html, plain: html }], [], onMoved)
        else await sendFilesOf(ctx, now)
      }
    },
    sendFile: (ctx, file) => sendFile(ctx, file, keyboards),
  }

  /** Files that are not stored any more are left out. */
  async function sendFilesOf(ctx: Ctx, parts: readonly CopyPart[]): Promise<void> {
    const handed = await Promise.all(
      parts.map(async (part): Promise<(Handed & { readonly caption: string }) | undefined> => {
        const bytes = part.kind === 'file' ? await attachment(part.file.id) : undefined
        if (part.kind !== 'file' || !bytes) return undefined
        return { file: part.file, content: new InputFile(bytes, part.file.name), caption: part.html }
      }),
    )
    const files = handed.filter((one) => one !== undefined)
    const captions = files.map(({ caption }) => caption)
    if (files.length > 0) await sendFiles(ctx.api, ctx.chatId!, files, captions, {}).catch(letGo)
  }

  function send(ctx: Ctx, page: Page): Promise<void> {
    return sendParts(ctx, renderLines(page.lines), keyboards(page.buttons, page.language), onMoved)
  }
}

async function sendFile(ctx: Ctx, { name, content, page }: Attachment, keyboards: Keyboards): Promise<void> {
  const [caption] = renderLines(page.lines, longestCaption)
  const buttons = keyboards(page.buttons, page.language)
  await dressedOrPlain(caption ?? { html: '', plain: '' }, (text, mode) =>
    // A stream of its own for each attempt.
    ctx.api.sendDocument(ctx.chatId!, new InputFile(Buffer.from(content), name), {
      ...whereOf(ctx),
      caption: text,
      ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
      ...mode,
    }),
  ).catch(letGo)
}
