import { Composer } from 'grammy'
import { say } from '../../../core/i18n.ts'
import type { OrganizersChat } from '../../../core/organizers/chat.ts'
import { commandOf } from '../addressed.ts'
import type { Ctx } from '../context.ts'
import { afterCommand, readContent, type Download } from '../organizers.ts'
import type { Responder } from '../respond.ts'
import type { RefusalFor } from '../rights.ts'
import { withNotes } from '../with-notes.ts'

/** What organizers are served with. */
export type OrganizerParts = {
  readonly organizersChat: OrganizersChat
  readonly respond: Responder
  readonly refusalFor: RefusalFor
  readonly download: Download
}

/** What organizers ask for by commands. */
export function organizing({ organizersChat, respond, refusalFor, download }: OrganizerParts): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  // A command says that something else is wanted now than what was asked for.
  composer.on('message', async (ctx, next) => {
    if (!ctx.visitor.group && commandOf(ctx.message) !== undefined) await organizersChat.leave(ctx.visitor)
    return next()
  })
  composer.command('help', async (ctx, next) =>
    (await refusalFor(ctx, { do: 'announce' })) ? next() : respond.open(ctx, 'organizersHelp'),
  )
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
    const page = await organizersChat.adopt(ctx.visitor, await readContent(written, download))
    // Of an album Telegram shows the one message that is replied to.
    const isPart = page && written.media_group_id !== undefined
    return respond.show(ctx, isPart ? withNotes(page, [say(page.language, 'organizers.albumPart')]) : page)
  })
  composer.command('cancel', async (ctx) => {
    const refusal = await refusalFor(ctx, { do: 'announce' })
    return refusal ? respond.open(ctx, refusal) : respond.show(ctx, await organizersChat.board(ctx.visitor))
  })
  return composer
}
