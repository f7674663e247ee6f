import type { MiddlewareFn } from 'grammy'
import type { Logger } from 'pino'
import type { Ctx } from './context.ts'
import { failureIn } from './errors.ts'
import { Stopped } from './pace.ts'
import { AlreadyBegun, type Inbox } from './updates.ts'

/**
 * Settles an update once it is handled, within the turn of the chat, so that whoever comes next finds what was
 * answered. Rejects with what failed before anything was sent and may succeed in a moment.
 */
export function settle(inbox: Inbox, log: Logger): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      // Whoever answers it will settle it.
      if (error instanceof AlreadyBegun || error instanceof Stopped) return inbox.giveUp(ctx.update)
      // Nothing was sent, and not because of Telegram: the store may be back in a moment.
      if (!ctx.beginning.begun() && !failureIn(error)) throw error
      log.error({ err: error }, 'update failed')
    }
    await inbox.settle(ctx.update, ctx.answers)
  }
}
