import type { Context } from 'grammy'
import type { Logger } from 'pino'
import { refusalOf, requiredRole, type Operation, type Refusal } from '../../core/desk/permissions.ts'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { Ctx } from './context.ts'

/** What to show whoever may not do something where they are; undefined if they may. */
export type RefusalFor = (ctx: Ctx, operation: Operation) => Promise<Refusal | undefined>

/** Asks Telegram for somebody's rights where they count. */
export function refusals(organizersChat: Pick<OrganizersChat, 'isOrganizer'>, log: Logger): RefusalFor {
  return async (ctx, operation) => {
    const { here } = ctx.visitor
    return refusalOf(operation, {
      here,
      privately: ctx.chat?.type === 'private',
      isOrganizer: organizersChat.isOrganizer(ctx.visitor),
      managesGroup: requiredRole(operation, here) === 'manager' && (await isAdministratorIn(ctx, log)),
    })
  }
}

/** Whether whoever acts is an administrator of the chat. Whose rights can't be seen has none. */
async function isAdministratorIn(ctx: Context, log: Logger): Promise<boolean> {
  const { chatId, msg, from, callbackQuery } = ctx
  // Whoever writes in the name of the group is one.
  if (!callbackQuery && msg?.sender_chat?.id === chatId) return true
  if (chatId === undefined || !from) return false
  try {
    const { status } = await ctx.api.getChatMember(chatId, from.id)
    return status === 'creator' || status === 'administrator'
  } catch (error) {
    log.info({ err: error }, 'rights of a member not known')
    return false
  }
}
