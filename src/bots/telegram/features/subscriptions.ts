import { Composer } from 'grammy'
import type { Desk } from '../../../core/desk/desk.ts'
import type { Ctx } from '../context.ts'
import type { Responder } from '../respond.ts'
import type { RefusalFor } from '../rights.ts'
import type { Sender } from '../send.ts'

/** The commands by which announcements come to a chat, or come no more. */
export function subscriptions({
  desk,
  sender,
  respond,
  refusalFor,
}: {
  readonly desk: Pick<Desk, 'subscribe' | 'unsubscribe'>
  readonly sender: Pick<Sender, 'send'>
  readonly respond: Responder
  readonly refusalFor: RefusalFor
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.command('subscribe', async (ctx) => {
    const refusal = await refusalFor(ctx, { do: 'subscribe' })
    return refusal ? respond.open(ctx, refusal) : sender.send(ctx, await desk.subscribe(ctx.visitor, ctx.match))
  })
  composer.command('unsubscribe', async (ctx) => {
    const refusal = await refusalFor(ctx, { do: 'unsubscribe' })
    return refusal ? respond.open(ctx, refusal) : sender.send(ctx, await desk.unsubscribe(ctx.visitor))
  })
  return composer
}
