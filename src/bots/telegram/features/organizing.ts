import { Composer } from 'grammy'
import type { OrganizersChat } from '../../../core/organizers/chat.ts'
import { commandOf } from '../addressed.ts'
import type { Ctx } from '../context.ts'
import { afterCommand, readContent, type Download } from '../organizers.ts'
import type { Responder } from '../respond.ts'
import type { RefusalFor } from '../rights.ts'

/** What organizers write, by commands and where they were asked for something. */
export function organizing({
  organizersChat,
  respond,
  refusalFor,
  download,
}: {
  readonly organizersChat: OrganizersChat
  readonly respond: Responder
  readonly refusalFor: RefusalFor
  readonly download: Download
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  // A command says that something else is wanted now than what was asked for.
  composer.on('message', async (ctx, next) => {
    if (!ctx.visitor.group && commandOf(ctx.message) !== undefined) await organizersChat.leave(ctx.visitor)
    return next()
  })
  composer.command('feedback', async (ctx) =>
    respond.open(ctx, (await refusalFor(ctx, { do: 'feedback' })) ?? 'feedback'),
  )
  composer.command(['announce', 'announcements'], async (ctx) => {
    const refusal = await refusalFor(ctx, { do: 'announce' })
    if (refusal) return respond.open(ctx, refusal)
    const written = ctx.msg.reply_to_message ?? afterCommand(ctx.msg)
    if (!written) return respond.show(ctx, await organizersChat.board(ctx.visitor))
    // What makes a draft is not to be done twice.
    await ctx.beginning.begin()
    return respond.show(ctx, await organizersChat.adopt(ctx.visitor, await readContent(written, download)))
  })
  composer.command('cancel', async (ctx) => {
    const refusal = await refusalFor(ctx, { do: 'announce' })
    return refusal ? respond.open(ctx, refusal) : respond.show(ctx, await organizersChat.board(ctx.visitor))
  })
  composer.on('message', async (ctx, next) => {
    if (commandOf(ctx.message) !== undefined || (await refusalFor(ctx, { do: 'enter' }))) return next()
    const awaited = await organizersChat.awaits(ctx.visitor)
    if (!awaited && !ctx.message.forward_origin) return next()
    await ctx.beginning.begin()
    const input = { ...(await readContent(ctx.message, download)), source: String(ctx.msg.message_id) }
    const taken = awaited ? await organizersChat.enter(ctx.visitor, input) : undefined
    const page = taken?.page ?? (ctx.message.forward_origin && (await organizersChat.pick(ctx.visitor, input)))
    // What asks something is answered, whatever else it may be.
    if (!page || taken?.asks) await next()
    return page && respond.show(ctx, page)
  })
  composer.on('edited_message', async (ctx, next) => {
    const source = String(ctx.editedMessage.message_id)
    if ((await refusalFor(ctx, { do: 'enter' })) || !organizersChat.took(ctx.visitor, source)) return next()
    await ctx.beginning.begin()
    const input = { ...(await readContent(ctx.editedMessage, download)), source }
    return respond.show(ctx, (await organizersChat.enter(ctx.visitor, input))?.page)
  })
  return composer
}
