import type { Answered } from '../../core/desk/asking.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Screen } from '../../core/desk/screens.ts'
import type { Page } from '../../core/pages/page.ts'
import { messageKey, type Ctx } from './context.ts'
import type { Sender } from './send.ts'

/** Answers an update with what the core has to say. */
export type Responder = {
  readonly open: (ctx: Ctx, screen: Screen) => Promise<void>
  readonly tell: (ctx: Ctx, answered: Answered) => Promise<void>
  /** A page of organizers; whoever may not see it, or no more, sees what everybody does. */
  readonly show: (ctx: Ctx, page: Page | undefined) => Promise<void>
  /** In place of messages that showed it before; a new one where there are none. */
  readonly showAgain: (ctx: Ctx, page: Page, before: readonly number[]) => Promise<void>
}

/** `desk` is asked for the screens, in the language of whoever sent the update. */
export function createResponder(
  desk: Pick<Desk, 'open' | 'told'>,
  sender: Pick<Sender, 'send' | 'answerAnew'>,
): Responder {
  return {
    open,
    async tell(ctx, { page, reply, offer }) {
      await sender.send(ctx, page)
      desk.told(
        ctx.answers.map((message) => messageKey(ctx.chatId, message)),
        reply,
      )
      if (!offer) return
      // The offer is no part of the answer: an edited question leaves it alone.
      const answers = [...ctx.answers]
      await sender.send(ctx, offer)
      ctx.answers = answers
    },
    show: async (ctx, page) => (page ? sender.send(ctx, page) : open(ctx, 'unknownCommand')),
    showAgain: (ctx, page, before) =>
      before.length > 0 ? sender.answerAnew(ctx, page, before) : sender.send(ctx, page),
  }

  async function open(ctx: Ctx, screen: Screen): Promise<void> {
    await sender.send(ctx, await desk.open(ctx.visitor, screen))
  }
}
