import { Composer } from 'grammy'
import type { Desk } from '../../../core/desk/desk.ts'
import { commandOf, readAddress } from '../addressed.ts'
import type { Ctx } from '../context.ts'
import type { Sender } from '../send.ts'
import type { Inbox } from '../updates.ts'

/** A question that is edited gets another answer, in place of the one before. */
export function editing({
  desk,
  inbox,
  sender,
}: {
  readonly desk: Pick<Desk, 'ask'>
  readonly inbox: Pick<Inbox, 'answersTo'>
  readonly sender: Pick<Sender, 'send' | 'answerAnew'>
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.on('edited_message', async (ctx) => {
    const asked = /^\/ask(?:@\w+)?\s+(.+)$/s.exec(ctx.editedMessage.text ?? '')
    const addressed = asked ? { text: asked[1]! } : readAddress(ctx, ctx.editedMessage)
    if (typeof addressed === 'string' || (!asked && commandOf(ctx.editedMessage) !== undefined)) return
    const before = await inbox.answersTo(ctx.chat.id, ctx.editedMessage.message_id)
    const { page } = await desk.ask(ctx.visitor, addressed.text, { again: true })
    await (before.length > 0 ? sender.answerAnew(ctx, page, before) : sender.send(ctx, page))
  })
  return composer
}
