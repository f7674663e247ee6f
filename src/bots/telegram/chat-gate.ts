import type { MiddlewareFn } from 'grammy'
import { laneOf, type Ctx } from './context.ts'
import type { Inbox } from './updates.ts'

/** Messages of one chat that wait; a group gets twenty answers a minute, so that the last of these waits for five. */
const mostInChat = 100

/**
 * Leaves unanswered what comes while too many wait: a chat that Telegram holds back must not take the places of all
 * others.
 */
export function chatGate(inbox: Inbox): MiddlewareFn<Ctx> {
  const inside = new Map<string, number>()
  return async (ctx, next) => {
    const lane = laneOf(ctx)
    const waiting = inside.get(lane) ?? 0
    if (waiting >= mostInChat) return inbox.settle(ctx.update, [])
    inside.set(lane, waiting + 1)
    try {
      return await next()
    } finally {
      const left = inside.get(lane)! - 1
      if (left > 0) inside.set(lane, left)
      else inside.delete(lane)
    }
  }
}
