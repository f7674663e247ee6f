import { sequentialize } from '@grammyjs/runner'
import { Bot, type Api, type ApiClientOptions, type MiddlewareFn, type NextFunction } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Answered } from '../../core/desk/asking.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Screen } from '../../core/desk/screens.ts'
import type { Page } from '../../core/pages/page.ts'
import type { DestinationStore } from '../../core/mailing/destination.ts'
import type { Who } from '../../core/mailing/announcement.ts'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { ButtonData } from '../button-data.ts'
import type { EntryKeys } from '../entry-keys.ts'
import { commandOf, concernsUs, readAddress } from './addressed.ts'
import { laneOf, visitorOf, type Ctx } from './context.ts'
import { readDeepLink } from './deep-link.ts'
import { failureIn } from './errors.ts'
import { limitTo, openFloodGate } from './flood.ts'
import { answerInline } from './inline.ts'
import { readContent, awaitsEntry, type Download } from './organizers.ts'
import { outgoing, type Outgoing } from './outgoing.ts'
import { Stopped } from './pace.ts'
import { pressHandler } from './press.ts'
import { membershipHandler } from './membership.ts'
import type { Profile } from './profile.ts'
import { renderLines, type Keyboards } from './render.ts'
import { isAdministratorIn } from './rights.ts'
import { createSender, whereOf } from './send.ts'
import { AlreadyBegun, type Inbox } from './updates.ts'

/** What the bot is made of. */
export type Parts = Pick<Outgoing, 'pace' | 'log' | 'cutOff' | 'failed'> & {
  readonly token: string
  readonly client: ApiClientOptions
  readonly me: UserFromGetMe
  readonly desk: Desk
  readonly inbox: Inbox
  readonly profile: Profile
  /** For calls that belong to no update. */
  readonly api: Api
  readonly organizers: readonly string[]
  readonly keys: EntryKeys
  readonly data: ButtonData
  readonly keyboards: Keyboards
  readonly organizersChat: OrganizersChat
  readonly download: Download
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly destinations: DestinationStore
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  readonly now: () => Date
  /** Aborted when the process is to stop: what has not begun stays in the store for the next start. */
  readonly stopping: AbortSignal
}

/** Commands that open a page and need nothing else. */
const screens = {
  topics: 'topics',
  language: 'language',
  settings: 'language',
  help: 'help',
  about: 'about',
  privacy: 'privacy',
} as const satisfies Record<string, Screen>

/** Messages of one chat that wait; a group gets twenty answers a minute, so that the last of these waits for five. */
const mostInChat = 100

/** A query comes with every letter typed: more than anyone types, in ten seconds. */
const inlineQueries = { most: 60, seconds: 10 }

/** The order in which an update passes: whether it is for us, the person's turn, the turn of the chat, and what it asks for. */
export function createBot(parts: Parts): Bot<Ctx> {
  const {
    token,
    client,
    me,
    desk,
    inbox,
    profile,
    pace,
    cutOff,
    failed,
    api,
    organizers,
    organizersChat,
    download,
    destinations,
    tellOfDestination,
    log,
    now,
    stopping,
  } = parts
  const { keys, data, keyboards } = parts
  const sender = createSender(keyboards, moveGroup, parts.attachment)
  const gate = openFloodGate(stopping)
  const mayQuery = limitTo(inlineQueries.most, inlineQueries.seconds)
  const bot = new Bot<Ctx>(token, { client, botInfo: me })

  bot.use(async (ctx, next) => {
    const visitor = visitorOf(ctx, now())
    if (!visitor || !concernsUs(ctx)) return inbox.settle(ctx.update, [])
    ctx.visitor = visitor
    ctx.answers = []
    ctx.beginning = inbox.beginningOf(ctx.update)
    ctx.api.config.use(outgoing({ pace, log, cutOff, failed, lane: laneOf(ctx), beginning: ctx.beginning }))
    return next()
  })

  bot.on(
    'my_chat_member',
    settle,
    membershipHandler({
      desk,
      destinations,
      tellOfDestination,
      organizers,
      now,
      hint: ({ id, language_code: languageTag }) =>
        desk.languageFor({ person: { platform: 'telegram', id: String(id) }, languageTag, session: '', now: now() }),
    }),
  )

  // In no order: what counts is the last one, and the others are gone when it comes.
  bot.on('inline_query', settle, async (ctx) => {
    if (!(await mayQuery(ctx.visitor.person.id))) return
    const articles = await desk.articles(ctx.visitor, ctx.inlineQuery.query)
    await answerInline(ctx, articles, articles[0]?.page.language ?? (await desk.languageFor(ctx.visitor)), keys)
  })

  bot.use(async (ctx, next) => {
    const person = `${ctx.callbackQuery ? 'press' : 'message'} ${ctx.visitor.person.id}`
    if ((await gate.enter(person, () => void tellTooFast(ctx))) === 'skip') {
      if (ctx.callbackQuery) await ctx.answerCallbackQuery()
      return inbox.settle(ctx.update, [])
    }
    try {
      return await next()
    } finally {
      gate.leave(person)
    }
  })

  bot.use(crowdGate(laneOf), sequentialize(laneOf), settle)

  bot.on('callback_query', pressHandler({ desk, organizersChat, data, sender, profile, log }))

  bot.on('message:migrate_to_chat_id', (ctx) => moveGroup(ctx.chat.id, ctx.message.migrate_to_chat_id))

  // A command says that something else is wanted now than what was asked for.
  bot.on('message', async (ctx, next) => {
    if (!ctx.visitor.group && commandOf(ctx.message) !== undefined) await organizersChat.leave(ctx.visitor)
    return next()
  })

  bot.command('start', async (ctx) => {
    const link = readDeepLink(ctx.match, keys)
    const answered = link.entry === undefined ? undefined : await desk.show(ctx.visitor, link.entry, link.language)
    if (answered) return tell(ctx, answered)
    const visitor = link.language === undefined ? ctx.visitor : { ...ctx.visitor, languageTag: link.language }
    return sender.send(ctx, await desk.open(visitor, ctx.match === 'language' ? 'language' : 'welcome'))
  })
  for (const [command, screen] of Object.entries(screens)) {
    bot.command(command, async (ctx) => sender.send(ctx, await desk.open(ctx.visitor, screen)))
  }
  bot.command('calendar', async (ctx) => {
    const file = await desk.calendar(ctx.visitor)
    return file ? sender.sendFile(ctx, file) : sender.send(ctx, await desk.open(ctx.visitor, 'noDates'))
  })
  bot.command('forget', async (ctx) => {
    const page = await desk.forget(ctx.visitor)
    if (!ctx.visitor.group) await profile.resetChat(ctx.chat.id)
    return sender.send(ctx, page)
  })
  bot.command('subscribe', async (ctx) => {
    if (ctx.visitor.group && !(await isAdministrator(ctx)))
      return sender.send(ctx, await desk.open(ctx.visitor, 'adminsSubscribe'))
    return sender.send(ctx, await desk.subscribe(ctx.visitor, ctx.match))
  })
  bot.command('unsubscribe', async (ctx) => {
    if (ctx.visitor.group && !(await isAdministrator(ctx)))
      return sender.send(ctx, await desk.open(ctx.visitor, 'adminsSubscribe'))
    return sender.send(ctx, await desk.unsubscribe(ctx.visitor))
  })
  bot.command('feedback', async (ctx, next) => {
    if (ctx.visitor.group || !organizers.includes(ctx.visitor.person.id)) return next()
    return sender.send(ctx, await desk.open(ctx.visitor, 'feedback'))
  })
  bot.command(['announce', 'announcements'], async (ctx, next) => {
    if (ctx.visitor.group || !organizersChat.isOrganizer(ctx.visitor)) return next()
    const replied = ctx.msg.reply_to_message
    if (!replied) return show(ctx, await organizersChat.board(ctx.visitor))
    // What makes a draft is not to be done twice.
    await ctx.beginning.begin()
    return show(ctx, await organizersChat.adopt(ctx.visitor, await readContent(replied, download)))
  })
  bot.command('cancel', async (ctx, next) =>
    ctx.visitor.group || !organizersChat.isOrganizer(ctx.visitor)
      ? next()
      : show(ctx, await organizersChat.board(ctx.visitor)),
  )
  bot.command('ask', async (ctx) => {
    const replied = ctx.msg.reply_to_message
    const text = ctx.match.trim() || (replied?.from?.id === me.id ? '' : (replied?.text ?? replied?.caption ?? ''))
    return text === ''
      ? sender.send(ctx, await desk.open(ctx.visitor, 'help'))
      : tell(ctx, await desk.ask(ctx.visitor, text))
  })

  bot.on('message', async (ctx, next) => {
    if (!(await awaitsEntry(ctx, organizersChat))) return next()
    await ctx.beginning.begin()
    return show(
      ctx,
      await organizersChat.enter(ctx.visitor, {
        ...(await readContent(ctx.message, download)),
        source: String(ctx.msg.message_id),
      }),
    )
  })

  bot.on('message', async (ctx) => {
    if (commandOf(ctx.message) !== undefined) return sender.send(ctx, await desk.open(ctx.visitor, 'unknownCommand'))
    const addressed = readAddress(ctx, ctx.message)
    if (addressed === 'not us') return undefined
    if (addressed === 'nothing')
      return sender.send(ctx, await desk.open(ctx.visitor, ctx.visitor.group ? 'help' : 'textOnly'))
    return tell(ctx, await desk.ask(ctx.visitor, addressed.text))
  })

  bot.on('edited_message', async (ctx, next) => {
    const source = String(ctx.editedMessage.message_id)
    if (ctx.visitor.group || !organizersChat.took(ctx.visitor, source)) return next()
    await ctx.beginning.begin()
    return show(
      ctx,
      await organizersChat.enter(ctx.visitor, { ...(await readContent(ctx.editedMessage, download)), source }),
    )
  })

  bot.on('edited_message', async (ctx) => {
    const asked = /^\/ask(?:@\w+)?\s+(.+)$/s.exec(ctx.editedMessage.text ?? '')
    const addressed = asked ? { text: asked[1]! } : readAddress(ctx, ctx.editedMessage)
    if (typeof addressed === 'string' || (!asked && commandOf(ctx.editedMessage) !== undefined)) return
    const before = await inbox.answersTo(ctx.chat.id, ctx.editedMessage.message_id)
    const { page } = await desk.ask(ctx.visitor, addressed.text, { again: true })
    await (before.length > 0 ? sender.answerAnew(ctx, page, before) : sender.send(ctx, page))
  })

  return bot

  function isAdministrator(ctx: Ctx): Promise<boolean> {
    return isAdministratorIn(ctx, log)
  }

  function moveGroup(from: number, to: number): Promise<void> {
    return desk.moveGroup({ platform: 'telegram', id: String(from) }, String(to), now())
  }

  /** Whoever may not see it, or no more, sees what everybody does. */
  async function show(ctx: Ctx, page: Page | undefined): Promise<void> {
    await sender.send(ctx, page ?? (await desk.open(ctx.visitor, 'unknownCommand')))
  }

  /** A chat that Telegram holds back must not take the places of all others. */
  function crowdGate(lane: (ctx: Ctx) => string): MiddlewareFn<Ctx> {
    const inside = new Map<string, number>()
    return async (ctx, next) => {
      const name = lane(ctx)
      const waiting = inside.get(name) ?? 0
      if (waiting >= mostInChat) return inbox.settle(ctx.update, [])
      inside.set(name, waiting + 1)
      try {
        return await next()
      } finally {
        const left = inside.get(name)! - 1
        if (left > 0) inside.set(name, left)
        else inside.delete(name)
      }
    }
  }

  /** Within the turn of the chat, so that whoever comes next finds what was answered. */
  async function settle(ctx: Ctx, next: NextFunction): Promise<void> {
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

  async function tell(ctx: Ctx, { page, offer }: Answered): Promise<void> {
    await sender.send(ctx, page)
    if (!offer) return
    // The offer is no part of the answer: an edited question leaves it alone.
    const answers = [...ctx.answers]
    await sender.send(ctx, offer)
    ctx.answers = answers
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
