import { Bot, type Api, type ApiClientOptions } from 'grammy'
import type { Message, UserFromGetMe } from 'grammy/types'
import { sequentialize } from '@grammyjs/runner'
import type { Logger } from 'pino'
import type { Desk, Answered, Screen } from '../../core/desk/desk.ts'
import type { Feedback } from '../../core/people/feedback.ts'
import { say } from '../../core/i18n.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { buttonData } from '../button-data.ts'
import { entryKeys } from '../entry-keys.ts'
import { readAddress } from './addressed.ts'
import { visitorOf, type Ctx } from './context.ts'
import { readDeepLink } from './deep-link.ts'
import { openFloodGate } from './flood.ts'
import { answerInline } from './inline.ts'
import { outgoing, type CallSignal } from './outgoing.ts'
import { Stopped, type Pace } from './pace.ts'
import { removeChatMenu } from './profile.ts'
import { pressHandler } from './press.ts'
import { keyboardsFor } from './render.ts'
import { createSender } from './send.ts'
import { AlreadyBegun, type Inbox } from './updates.ts'

/** What the bot is made of. */
export type Parts = {
  readonly token: string
  readonly client: ApiClientOptions
  readonly me: UserFromGetMe
  readonly desk: Desk
  readonly pack: Pack
  readonly inbox: Inbox
  readonly pace: Pace
  /** For calls that belong to no update. */
  readonly api: Api
  readonly organizers: readonly string[]
  readonly latestFeedback: (most: number) => Promise<Feedback[]>
  readonly log: Logger
  readonly now: () => Date
  /** Aborted when the process is to stop: what has not begun stays in the store for the next start. */
  readonly stopping: AbortSignal
  /** Aborted when calls under way are waited for no longer. */
  readonly cutOff: CallSignal
}

/** Commands that open a page and need nothing else. */
const screens = { topics: 'topics', language: 'language', help: 'help', settings: 'language', about: 'about', privacy: 'privacy' } as const satisfies Record<string, Screen>

const mostFeedback = 10

/** The order in which an update passes: who it is from, their turn, the turn of the chat, and what it asks for. */
export function createBot(parts: Parts): Bot<Ctx> {
  const { token, client, me, desk, pack, inbox, pace, api, organizers, log, now, stopping, cutOff } = parts
  const keys = entryKeys(pack.entries)
  const data = buttonData(keys)
  const sender = createSender(keyboardsFor(me.username, data, keys))
  const gate = openFloodGate(log, stopping)
  const bot = new Bot<Ctx>(token, { client, botInfo: me })

  bot.use(async (ctx, next) => {
    const visitor = visitorOf(ctx, now())
    if (!visitor || isOwnOrMachine(ctx)) return inbox.settle(ctx.update, [])
    ctx.visitor = visitor
    ctx.answers = []
    ctx.api.config.use(outgoing({ pace, log, cutOff, begin: () => inbox.begin(ctx.update) }))
    try {
      await next()
    } catch (error) {
      // Stopped before it began, or begun elsewhere: whoever answers it will settle it.
      if (error instanceof AlreadyBegun || (stopping.aborted && isStop(error))) return
      await inbox.settle(ctx.update, ctx.answers)
      throw error
    }
    await inbox.settle(ctx.update, ctx.answers)
  })

  // Inline queries come with every letter typed, and what counts is the last one: their order is not kept.
  bot.on('inline_query', async (ctx) => {
    const articles = await desk.articles(ctx.visitor, ctx.inlineQuery.query)
    const language = await desk.languageFor(ctx.visitor)
    await answerInline(ctx, articles, articles[0]?.page.language ?? language, keys)
  })

  bot.use(async (ctx, next) => {
    const kind = ctx.callbackQuery ? 'press' : 'message'
    const person = `${kind}:${ctx.visitor.person.id}`
    const mayPass = await gate.enter(person, async () => {
      if (kind === 'press') return
      const page = await desk.open(ctx.visitor, 'tooFast')
      await api.sendMessage(ctx.chatId!, page.lines.map(({ text }) => text).join('\n'))
    })
    if (mayPass === 'skip') return
    try {
      await next()
    } finally {
      gate.leave(person)
    }
  })

  bot.use(sequentialize((ctx) => String(ctx.chatId ?? ctx.from?.id)))

  bot.on('callback_query', pressHandler({ desk, data, sender, organizers, api, log }))

  bot.on('message:migrate_to_chat_id', (ctx) =>
    desk.moveGroup({ platform: 'telegram', id: String(ctx.chat.id) }, String(ctx.message.migrate_to_chat_id)))

  bot.command('start', async (ctx) => {
    const link = readDeepLink(ctx.match, keys)
    const answered = link.entry === undefined ? undefined : await desk.show(ctx.visitor, link.entry, link.language)
    if (answered) return tell(ctx, answered)
    const screen = ctx.match === 'language' ? 'language' : 'welcome'
    const visitor = link.language === undefined ? ctx.visitor : { ...ctx.visitor, languageTag: link.language }
    return sender.send(ctx, await desk.open(visitor, screen))
  })
  for (const [command, screen] of Object.entries(screens)) {
    bot.command(command, async (ctx) => sender.send(ctx, await desk.open(ctx.visitor, screen)))
  }
  bot.command('calendar', async (ctx) => {
    const file = await desk.calendar(ctx.visitor)
    return file ? sender.sendFile(ctx, file) : sender.send(ctx, await desk.open(ctx.visitor, 'stale'))
  })
  bot.command('forget', async (ctx) => {
    const page = await desk.forget(ctx.visitor)
    if (ctx.chat.type === 'private') await removeChatMenu(api, ctx.chat.id, log)
    return sender.send(ctx, page)
  })
  bot.command('feedback', async (ctx, next) => {
    if (ctx.chat.type !== 'private' || !organizers.includes(ctx.visitor.person.id)) return next()
    const language = await desk.languageFor(ctx.visitor)
    const list = await parts.latestFeedback(mostFeedback)
    const items = list.map(({ question, entry, at }) => ({ kind: 'item' as const, text: `${at.toISOString().slice(0, 10)} ${question ?? say(language, 'feedback.unknown')} → ${entry}` }))
    const title = say(language, items.length > 0 ? 'feedback.title' : 'feedback.none')
    return sender.send(ctx, { language, lines: [{ kind: 'fact', text: title }, ...items], buttons: [] })
  })
  bot.command('ask', async (ctx) => {
    const replied = ctx.msg.reply_to_message
    const text = ctx.match.trim() || (replied?.from?.id === me.id ? '' : (replied?.text ?? replied?.caption ?? ''))
    return text === '' ? sender.send(ctx, await desk.open(ctx.visitor, 'help')) : answer(ctx, text)
  })

  bot.on('message', async (ctx) => {
    if (isCommand(ctx.message)) {
      return ctx.chat.type === 'private' ? sender.send(ctx, await desk.open(ctx.visitor, 'unknownCommand')) : undefined
    }
    const addressed = readAddress(ctx, ctx.message)
    if (addressed === 'not us') return undefined
    return addressed === 'nothing' ? sender.send(ctx, await desk.open(ctx.visitor, ctx.chat.type === 'private' ? 'textOnly' : 'help')) : answer(ctx, addressed.text)
  })

  bot.on('edited_message', async (ctx) => {
    const asked = /^\/ask(?:@\w+)?\s+(.+)$/s.exec(ctx.editedMessage.text ?? '')
    const addressed = asked ? { text: asked[1]! } : isCommand(ctx.editedMessage) ? 'not us' : readAddress(ctx, ctx.editedMessage)
    if (typeof addressed === 'string') return undefined
    return answer(ctx, addressed.text, await inbox.answersTo(ctx.chat.id, ctx.editedMessage.message_id))
  })

  return bot

  async function answer(ctx: Ctx, text: string, before: readonly number[] = []): Promise<void> {
    const start = performance.now()
    const answered = await desk.ask(ctx.visitor, text)
    const { status, language, entries, confidence } = answered.reply
    log.info({ platform: 'telegram', status, language, entries, confidence, ms: Math.round(performance.now() - start) }, 'answered')
    await tell(ctx, answered, before)
  }

  async function tell(ctx: Ctx, { page, offer }: Answered, before: readonly number[] = []): Promise<void> {
    await (before.length > 0 ? sender.answerAnew(ctx, page, before) : sender.send(ctx, page))
    if (offer) {
      // The offer is no part of the answer: an edited question leaves it alone.
      const answers = [...ctx.answers]
      await sender.send(ctx, offer)
      ctx.answers = answers
    }
  }

  /** What other bots say, and what we ourselves said by way of somebody ("via @us"). */
  function isOwnOrMachine({ from, msg, callbackQuery }: Ctx): boolean {
    if (callbackQuery) return false
    return (from?.is_bot === true && msg?.sender_chat === undefined) || msg?.via_bot?.id === me.id || msg?.is_automatic_forward === true
  }
}

function isStop(error: unknown): boolean {
  return error instanceof Stopped || (error instanceof Error && error.name === 'AbortError')
}

function isCommand({ entities }: Message): boolean {
  return entities?.[0]?.type === 'bot_command' && entities[0].offset === 0
}
