import { Composer, type Filter } from 'grammy'
import type { Logger } from 'pino'
import type { Desk } from '../../../core/desk/desk.ts'
import type { OrganizersChat } from '../../../core/organizers/chat.ts'
import type { Place } from '../../../core/organizers/watch.ts'
import type { Action, Page, Pressed } from '../../../core/pages/page.ts'
import type { ButtonData, Sharing } from '../../button-data.ts'
import { shorten } from '../../shorten.ts'
import type { Ctx } from '../context.ts'
import type { Profile } from '../profile.ts'
import type { Keyboards } from '../render.ts'
import type { RefusalFor } from '../rights.ts'
import type { Sender } from '../send.ts'

/** What presses need. */
type Parts = {
  readonly desk: Pick<Desk, 'open' | 'press'>
  readonly organizersChat: Pick<OrganizersChat, 'press' | 'watch'>
  readonly refusalFor: RefusalFor
  readonly data: ButtonData
  readonly keyboards: Keyboards
  readonly sender: Sender
  readonly profile: Pick<Profile, 'speakInChat'>
  readonly log: Logger
}

/** core.telegram.org/bots/api#answercallbackquery */
const longestNotice = 200

type Press = Filter<Ctx, 'callback_query'>

/** Shows a notice, if there is one, to be closed or to pass by itself, and stops the button from turning. */
type Answer = (notice?: Page, manner?: 'in passing') => Promise<void>

/** Does what a button says. Every press is answered, whatever happens, or the button would go on turning. */
export function pressing(parts: Parts): Composer<Ctx> {
  const { desk, data, log } = parts
  const composer = new Composer<Ctx>()
  composer.on('callback_query', async (ctx) => {
    let answered = false
    const answer: Answer = (notice, manner) => {
      answered = true
      return answerPress(ctx, notice, manner !== 'in passing', log)
    }
    try {
      // What a button does is not to be done twice.
      await ctx.beginning.begin()
      const pressed = data.unpack(ctx.callbackQuery.data ?? '')
      if (!pressed || ctx.chatId === undefined) return await answer(await desk.open(ctx.visitor, 'stale'))
      ctx.visitor = { ...ctx.visitor, languageTag: ctx.visitor.languageTag ?? pressed.language }
      await act(ctx, pressed.action, answer, parts)
    } finally {
      if (!answered) await answer()
    }
  })
  return composer
}

async function act(ctx: Press, action: Action | Sharing, answer: Answer, parts: Parts): Promise<void> {
  const { desk, organizersChat, refusalFor, profile } = parts
  const { visitor } = ctx
  // Shared here by links, which are no presses.
  const refusal = action.do === 'share' ? 'stale' : await refusalFor(ctx, action)
  if (refusal || action.do === 'share') return answer(await desk.open(visitor, refusal ?? 'stale'))
  const pressed =
    action.do === 'organize'
      ? await organizersChat.press(visitor, action.act, action.subject, action.value, placeOf(ctx))
      : await desk.press(visitor, action)
  if (!pressed) return answer(await desk.open(visitor, 'stale'))
  if (pressed.kind === 'notice') return answer(pressed.page)
  if (pressed.kind === 'changed') {
    await answer(pressed.page, 'in passing')
    return changeButtons(ctx, pressed, parts)
  }
  await answer()
  await carryOut(ctx, pressed, parts)
  if (action.do === 'speak' && action.to === 'person' && !visitor.group)
    await profile.speakInChat(ctx.chatId!, action.language)
}

/** Too late to be answered (a press of before we were started) is no reason not to do what was asked. */
async function answerPress(ctx: Press, notice: Page | undefined, show_alert: boolean, log: Logger): Promise<void> {
  const text = notice?.lines.map((line) => line.text).join('\n')
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text: shorten(text, longestNotice), show_alert })
  } catch (error) {
    log.info({ err: error }, 'press not answered')
  }
}

async function carryOut(
  ctx: Press,
  pressed: Exclude<Pressed, { kind: 'notice' | 'changed' }>,
  { sender, organizersChat }: Pick<Parts, 'sender' | 'organizersChat'>,
): Promise<void> {
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
      const place = placeOf(ctx)
      return pressed.watch !== undefined && place ? organizersChat.watch(ctx.visitor, pressed.watch, place) : undefined
    }
    default:
      return pressed satisfies never
  }
}

/** The message whose button was pressed. */
function placeOf({ callbackQuery: { message } }: Press): Place | undefined {
  return message && { chat: String(message.chat.id), message: String(message.message_id) }
}

/** Puts other buttons in the place of some, under the message pressed; its text stays as it is. */
async function changeButtons(
  ctx: Press,
  { page: { language }, swaps }: Extract<Pressed, { kind: 'changed' }>,
  { data, keyboards, log }: Pick<Parts, 'data' | 'keyboards' | 'log'>,
): Promise<void> {
  const { message } = ctx.callbackQuery
  const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
  // A message that is too old to be seen is left as it is.
  if (!rows) return
  const changed = rows
    .map((row) =>
      row.flatMap((button) => {
        const pressed = 'callback_data' in button ? data.unpack(button.callback_data) : undefined
        const swap =
          pressed && swaps.find(({ from }) => data.pack(from, language) === data.pack(pressed.action, language))
        return swap ? keyboards(swap.to ? [[swap.to]] : [], pressed.language).flat() : [button]
      }),
    )
    .filter((row) => row.length > 0)
  if (JSON.stringify(changed) === JSON.stringify(rows)) return
  await ctx
    .editMessageReplyMarkup({ reply_markup: { inline_keyboard: changed } })
    .catch((error: unknown) => log.info({ err: error }, 'buttons not changed'))
}
