import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { commandOf } from '../addressed.ts'
import type { Ctx } from '../context.ts'
import { afterCommand, readContent } from '../organizers.ts'
import { withNotes } from '../with-notes.ts'
import type { OrganizerParts } from './organizing.ts'

/** Messages of organizers that may be a part of an announcement, in private. */
export function takingMessages({ organizersChat, respond, refusalFor, download }: OrganizerParts): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.on('message', async (ctx, next) => {
    await next()
    const { album } = ctx
    if (!album?.page || album.waiting > 1) return
    const before = ctx.answers.length
    await respond.showAgain(ctx, withNotes(album.page, album.lacks), album.shownIn)
    album.page = undefined
    album.shownIn = ctx.answers.slice(before)
  })
  composer.on('message', async (ctx, next) => {
    if (commandOf(ctx.message) !== undefined || (await refusalFor(ctx, { do: 'enter' }))) return next()
    // Under a picture the command is no command to Telegram.
    const written = isCaptionOfCommand(ctx.message) ? afterCommand(ctx.message)! : ctx.message
    if (written !== ctx.message) await organizersChat.leave(ctx.visitor)
    const forwarded = written !== ctx.message || ctx.message.forward_origin !== undefined
    if (!forwarded && !(await organizersChat.awaits(ctx.visitor, ctx.message.media_group_id))) return next()
    await ctx.beginning.begin()
    const input = { ...(await readContent(written, download)), source: String(ctx.msg.message_id) }
    const taken = await organizersChat.take(ctx.visitor, input, forwarded)
    // What asks something is answered, whatever else it may be.
    if (!taken || taken.asks) await next()
    if (!taken) return undefined
    const { album } = ctx
    if (!album) return respond.show(ctx, taken.page)
    album.page = taken.page
    if (taken.lacks !== undefined) album.lacks.add(taken.lacks)
    return undefined
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

function isCaptionOfCommand({ caption = '' }: Message): boolean {
  return /^\/announce(?:ments)?(?:@\w+)?(?:\s|$)/i.test(caption)
}
