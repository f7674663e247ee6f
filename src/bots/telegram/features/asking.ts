import { Composer } from 'grammy'
import type { Desk } from '../../../core/desk/desk.ts'
import { commandOf, isSpoken, readAddress } from '../addressed.ts'
import { messageKey, type Ctx } from '../context.ts'
import type { Responder } from '../respond.ts'

/** Questions: by /ask, or in one's own words. Takes every message that nothing else took. */
export function asking({
  desk,
  respond,
}: {
  readonly desk: Pick<Desk, 'ask'>
  readonly respond: Responder
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.command('ask', async (ctx) => {
    const replied = ctx.msg.reply_to_message
    const others = replied?.from?.id === ctx.me.id ? undefined : (replied?.text ?? replied?.caption)
    const text = ctx.match.trim() || (others ?? '')
    return text === ''
      ? respond.open(ctx, 'help')
      : respond.tell(ctx, await desk.ask(ctx.visitor, text, { replyTo: repliedTo(ctx) }))
  })
  composer.on('message', async (ctx) => {
    if (commandOf(ctx.message) !== undefined) return respond.open(ctx, 'unknownCommand')
    const addressed = readAddress(ctx, ctx.message)
    if (addressed === 'not us') return undefined
    if (addressed === 'nothing')
      return respond.open(ctx, ctx.visitor.group ? 'help' : isSpoken(ctx.message) ? 'voice' : 'textOnly')
    return respond.tell(ctx, await desk.ask(ctx.visitor, addressed.text, { replyTo: repliedTo(ctx) }))
  })
  return composer
}

/** The message of ours that this one replies to. */
function repliedTo(ctx: Ctx): string | undefined {
  const replied = ctx.msg?.reply_to_message
  return replied?.from?.id === ctx.me.id ? messageKey(ctx.chatId, replied.message_id) : undefined
}
