import type { Api, Filter } from 'grammy'
import type { Logger } from 'pino'
import type { Desk } from '../../core/desk/desk.ts'
import type { Page, Pressed } from '../../core/desk/page.ts'
import type { ButtonData } from '../button-data.ts'
import type { Ctx } from './context.ts'
import { updateChatMenu } from './profile.ts'
import type { Sender } from './send.ts'

type Press = Filter<Ctx, 'callback_query'>

/** Does what a button says. Every press is answered, or the button would go on turning. */
export function pressHandler({ desk, data, sender, organizers, api, log }: {
  desk: Desk
  data: ButtonData
  sender: Sender
  organizers: readonly string[]
  api: Api
  log: Logger
}): (ctx: Press) => Promise<void> {
  return async (ctx) => {
    const pressing = data.unpack(ctx.callbackQuery.data ?? '')
    if (!pressing || ctx.chatId === undefined) return notify(ctx, await desk.open(ctx.visitor, 'stale'))
    const { action, language } = pressing
    ctx.visitor = { ...ctx.visitor, languageTag: ctx.visitor.languageTag ?? language }
    if (action.do === 'speak' && ctx.visitor.group && !(await isAdministrator(ctx))) return notify(ctx, await desk.open(ctx.visitor, 'adminsOnly'))
    const pressed = await desk.press(ctx.visitor, action)
    if (pressed.kind === 'notice') {
      await answerPress(ctx, pressed.text)
      if (action.do === 'report') await removeButton(ctx)
      return
    }
    await answerPress(ctx)
    await carryOut(ctx, pressed)
    if (action.do === 'speak' && !ctx.visitor.group) {
      const menu = organizers.includes(ctx.visitor.person.id) ? 'organizers' : 'private'
      await updateChatMenu(api, ctx.chatId, menu, action.language, log)
    }
  }

  function carryOut(ctx: Press, pressed: Exclude<Pressed, { kind: 'notice' }>): Promise<void> {
    if (pressed.kind === 'file') return sender.sendFile(ctx, pressed.file)
    return pressed.kind === 'message' ? sender.send(ctx, pressed.page) : sender.replace(ctx, pressed.page)
  }

  function notify(ctx: Press, { lines }: Page): Promise<void> {
    return answerPress(ctx, lines.map(({ text }) => text).join('\n'))
  }

  /** Too late to be answered (a press of before we were started) is no reason not to do what was asked. */
  async function answerPress(ctx: Press, text?: string): Promise<void> {
    try {
      await ctx.answerCallbackQuery(text === undefined ? {} : { text, show_alert: true })
    } catch (error) {
      log.info({ err: error }, 'press not answered')
    }
  }

  /** What was pressed once is done. */
  async function removeButton(ctx: Press): Promise<void> {
    const { message, data: pressed } = ctx.callbackQuery
    const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
    const left = rows.map((row) => row.filter((button) => !('callback_data' in button && button.callback_data === pressed))).filter((row) => row.length > 0)
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: left } }).catch((error: unknown) => log.info({ err: error }, 'button not removed'))
  }
}

async function isAdministrator(ctx: Press): Promise<boolean> {
  const { status } = await ctx.api.getChatMember(ctx.chatId!, ctx.from.id)
  return status === 'creator' || status === 'administrator'
}
