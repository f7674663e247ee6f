import type { MiddlewareFn } from 'grammy'
import { concernsUs } from './addressed.ts'
import type { Calls } from './connection.ts'
import { laneOf, visitorOf, type Ctx } from './context.ts'
import { outgoing } from './outgoing.ts'
import type { Inbox } from './updates.ts'

/** Gives an update what it needs on its way. One that is not for us ends here. */
export function prepare(inbox: Inbox, calls: Calls, now: () => Date): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const visitor = visitorOf(ctx, now())
    if (!visitor || !concernsUs(ctx)) return inbox.settle(ctx.update, [])
    ctx.visitor = visitor
    ctx.answers = []
    ctx.beginning = inbox.beginningOf(ctx.update)
    ctx.api.config.use(outgoing({ ...calls, lane: laneOf(ctx), beginning: ctx.beginning }))
    return next()
  }
}
