import type { Api, MiddlewareFn } from 'grammy'
import type { Logger } from 'pino'
import type { Desk } from '../../core/desk/desk.ts'
import type { Ctx } from './context.ts'
import { openFloodGate } from '../flood.ts'
import { whereOf } from './messages.ts'
import { renderLines } from './render.ts'
import type { Inbox } from './updates.ts'

/** Lets in what one person sends at the speed at which people write, and tells who is faster. */
export function personGate({
  desk,
  inbox,
  api,
  stopping,
  log,
}: {
  readonly desk: Pick<Desk, 'open'>
  readonly inbox: Pick<Inbox, 'settle'>
  /** For the notice, which is no answer to an update. */
  readonly api: Api
  readonly stopping: AbortSignal
  readonly log: Logger
}): MiddlewareFn<Ctx> {
  const gate = openFloodGate(stopping)
  return async (ctx, next) => {
    const person = `${ctx.callbackQuery ? 'press' : 'message'} ${ctx.visitor.person.id}`
    const behind = ctx.album?.admission
    const admission = behind ?? gate.enter(person, () => void tellTooFast(ctx))
    if (ctx.album) ctx.album.admission = admission
    if ((await admission) === 'skip') {
      if (ctx.callbackQuery) await ctx.answerCallbackQuery()
      return inbox.settle(ctx.update, [])
    }
    try {
      return await next()
    } finally {
      if (!behind) gate.leave(person)
    }
  }

  /** Beside the answers, which go on; that it may fail is no reason to stop them. */
  async function tellTooFast(ctx: Ctx): Promise<void> {
    if (ctx.callbackQuery) return
    log.warn({ person: ctx.visitor.person.id }, 'slowed down')
    try {
      const [part] = renderLines((await desk.open(ctx.visitor, 'tooFast')).lines)
      await api.sendMessage(ctx.chatId!, part!.plain, whereOf(ctx))
    } catch (error) {
      log.info({ err: error }, 'notice not sent')
    }
  }
}
