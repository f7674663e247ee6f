import type { Context } from 'grammy'
import type { Logger } from 'pino'

/** Whether whoever acts is an administrator of the chat. Whose rights can't be seen has none. */
export async function isAdministratorIn(ctx: Context, log: Logger): Promise<boolean> {
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
