import type { Filter } from 'grammy'
import type { Logger } from 'pino'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Action, Page, Pressed } from '../../core/pages/page.ts'
import type { ButtonData, Pressing, Sharing } from '../button-data.ts'
import { shorten } from '../shorten.ts'
import type { Ctx } from './context.ts'
import type { Profile } from './profile.ts'
import { isAdministratorIn } from './rights.ts'
import type { Sender } from './send.ts'

/** core.telegram.org/bots/api#answercallbackquery */
const longestNotice = 200

type Press = Filter<Ctx, 'callback_query'>

/** Does what a button says. Every press is answered, whatever happens, or the button would go on turning. */
export function pressHandler({
  desk,
  organizersChat,
  data,
  sender,
  profile,
  log,
}: {
  desk: Desk
  organizersChat: OrganizersChat
  data: ButtonData
  sender: Sender
  profile: Profile
  log: Logger
}): (ctx: Press) => Promise<void> {
  return async (ctx) => {
    let answered = false
    try {
      // What a button does is not to be done twice.
      await ctx.beginning.begin()
      const pressing = data.unpack(ctx.callbackQuery.data ?? '')
      if (!pressing || ctx.chatId === undefined) return await answer(await desk.open(ctx.visitor, 'stale'))
      ctx.visitor = { ...ctx.visitor, languageTag: ctx.visitor.languageTag ?? pressing.language }
      await act(ctx, pressing)
    } finally {
      if (!answered) await answer()
    }

    async function act(press: Press, { action }: Pressing): Promise<void> {
      // Shared here by links, which are no presses.
      if (action.do === 'share') return answer(await desk.open(press.visitor, 'stale'))
      if (isForAdministrators(action, press) && !(await isAdministratorIn(press, log)))
        return answer(await desk.open(press.visitor, 'adminsOnly'))
      const pressed =
        action.do === 'organize' && press.chat?.type === 'private'
          ? await organizersChat.press(press.visitor, action.act, action.subject, action.value)
          : await desk.press(press.visitor, action)
      if (!pressed) return answer(await desk.open(press.visitor, 'stale'))
      if (pressed.kind === 'notice') {
        await answer(pressed.page)
        if (action.do === 'report') await removeButton(press)
        return
      }
      await answer()
      await carryOut(press, pressed)
      if (action.do === 'speak' && action.to === 'person' && !press.visitor.group)
        await profile.speakInChat(press.chatId!, action.language)
    }

    /** Too late to be answered (a press of before we were started) is no reason not to do what was asked. */
    async function answer(page?: Page): Promise<void> {
      answered = true
      try {
        await ctx.answerCallbackQuery(
          page ? { text: shorten(page.lines.map(({ text }) => text).join('\n'), longestNotice), show_alert: true } : {},
        )
      } catch (error) {
        log.info({ err: error }, 'press not answered')
      }
    }
  }

  async function carryOut(ctx: Press, pressed: Exclude<Pressed, { kind: 'notice' }>): Promise<void> {
    switch (pressed.kind) {
      case 'file':
        return sender.sendFile(ctx, pressed.file)
      case 'message':
        return sender.send(ctx, pressed.page)
      case 'preview':
        for (const copy of pressed.copies) await sender.sendCopy(ctx, copy)
        return sender.send(ctx, pressed.page)
      case 'replacement': {
        await sender.replace(ctx, pressed.page)
        const { message } = ctx.callbackQuery
        if (pressed.watch !== undefined && message)
          await organizersChat.watch(ctx.visitor, pressed.watch, {
            chat: String(message.chat.id),
            message: String(message.message_id),
          })
        return
      }
      default:
        return pressed satisfies never
    }
  }

  /** What was pressed once is done. */
  async function removeButton(ctx: Press): Promise<void> {
    const { message, data: pressed } = ctx.callbackQuery
    const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
    // A message that is too old to be seen is left as it is.
    if (!rows) return
    const left = rows
      .map((row) => row.filter((button) => !('callback_data' in button && button.callback_data === pressed)))
      .filter((row) => row.length > 0)
    await ctx
      .editMessageReplyMarkup({ reply_markup: { inline_keyboard: left } })
      .catch((error: unknown) => log.info({ err: error }, 'button not removed'))
  }
}

/** What is decided for a whole group. */
function isForAdministrators(action: Action | Sharing, { visitor }: Press): boolean {
  if (action.do === 'speak') return action.to === 'group'
  return (
    visitor.here?.kind !== 'person' &&
    (action.do === 'subscribe' || action.do === 'unsubscribe' || action.do === 'receive')
  )
}
