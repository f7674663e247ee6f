import {
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type GatewayGuildDeleteDispatchData,
  type GatewayInteractionCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Voice } from '../../core/organizers/progress.ts'
import type { OrganizersChat } from '../../core/organizers/chat.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Action, OrganizerAct, Page, Pressed } from '../../core/pages/page.ts'
import type { Visitor } from '../../core/pages/visitor.ts'
import type { Language } from '../../knowledge/language.ts'
import type { ButtonData } from '../button-data.ts'
import type { EntryKeys } from '../entry-keys.ts'
import { beginning, shorten } from '../shorten.ts'
import { longestQuestion, pageCommands } from './commands.ts'
import { partsOf } from './copy.ts'
import { createPublisher } from './event.ts'
import { questionIn, replyTo } from './mention.ts'
import { fitsModal, readInput, showModal, submittedTexts, textsModal } from './organizers.ts'
import { persist } from './persist.ts'
import { dress, menuId, type Dressed } from './render.ts'
import { respond, type Respondable, type Response } from './respond.ts'
import { authorOf, isAlone, noteChannels, visitorOf } from './visitor.ts'

/** What is shown in place of the page whose button was pressed; the rest stands beside it. */
function replaces(act: OrganizerAct): boolean {
  return !['preview', 'export', 'when', 'file', 'new'].includes(act)
}

export type Parts = {
  readonly client: Client
  readonly desk: Desk
  readonly organizersChat: OrganizersChat
  readonly voice: Voice
  readonly keys: EntryKeys
  readonly data: ButtonData
  readonly log: Logger
  readonly now: () => Date
  /** Told of each answer that could not be given. */
  readonly failed: () => void
}

/** What a choice of the completion sends in place of a question. */
const chosenEntry = 'entry:'

/** discord.com/developers/docs/interactions/receiving-and-responding: names and values of choices. */
const longestChoice = 100

/** Discord's gateway may hand out again what came before a drop. */
const mostSeen = 10_000

/** How many interactions and messages are being answered. */
export type Attended = { readonly underWay: () => number; readonly stop: () => void }

/** Answers what people ask of the client. */
export function attend({ client, desk, organizersChat, voice, log, now, failed, keys, data }: Parts): Attended {
  const publish = createPublisher()
  const channels = noteChannels()
  const seen = new LRUCache<string, true>({ max: mostSeen })
  let underWay = 0
  let stopped = false

  client.on(
    Events.InteractionCreate,
    (interaction) => void attendTo(interaction.id, () => answerInteraction(interaction)),
  )
  client.ws.on(
    GatewayDispatchEvents.MessageCreate,
    (message: GatewayMessageCreateDispatchData) => void attendTo(message.id, () => answerMessage(message)),
  )
  // Not discord.js's own events: it says nothing of channels and threads that it has not seen.
  client.ws.on(
    GatewayDispatchEvents.InteractionCreate,
    ({ channel }: GatewayInteractionCreateDispatchData) => channel && channels.note(channel),
  )
  client.ws.on(
    GatewayDispatchEvents.ChannelDelete,
    ({ id }: { id: string }) =>
      void noted(desk.leave({ platform: 'discord', chat: id }, 'the channel was deleted', now())),
  )
  client.ws.on(
    GatewayDispatchEvents.ThreadDelete,
    ({ id }: { id: string }) =>
      void noted(desk.leave({ platform: 'discord', chat: id }, 'the thread was deleted', now())),
  )
  // A server that is merely out of reach comes back.
  client.ws.on(
    GatewayDispatchEvents.GuildDelete,
    ({ id, unavailable }: GatewayGuildDeleteDispatchData) =>
      void (!unavailable && noted(desk.leaveGroup({ platform: 'discord', id }, 'the bot was removed', now()))),
  )
  return { underWay: () => underWay, stop: () => (stopped = true) }

  /** Once for each id, never rejecting. */
  async function attendTo(id: string, answer: () => Promise<void>): Promise<void> {
    if (stopped || seen.has(id)) return
    seen.set(id, true)
    underWay++
    try {
      await answer()
    } catch (error) {
      failed()
      // Where we may not write, or what is gone, is nothing to look at.
      const refused = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)
      log[refused ? 'info' : 'error']({ platform: 'discord', err: error }, 'not answered')
    } finally {
      underWay--
    }
  }

  async function noted(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) =>
      log.error({ platform: 'discord', err: error }, 'a lost channel or server not noted'),
    )
  }

  async function answerInteraction(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return complete(interaction)
    if (interaction.isChatInputCommand()) return answerCommand(interaction)
    if (interaction.isMessageContextMenuCommand()) return answerAbout(interaction)
    if (interaction.isMessageComponent()) return answerPress(interaction)
    if (interaction.isModalSubmit()) return answerModal(interaction)
  }

  /** A choice sends the id of an entry; the answer to what was typed is asked for as it was typed. */
  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const typed = interaction.options.getFocused()
    const articles = await desk.articles(visitorOf(interaction, channels, now()), typed)
    const choices = articles.flatMap(({ id, entry, title, preview }) => {
      if (entry !== undefined)
        return [
          {
            name: shorten(title, longestChoice),
            value: `${chosenEntry}${keys.inButton(entry, longestChoice - chosenEntry.length)}`,
          },
        ]
      const name = keys.find(id) === undefined ? preview : title
      return typed.length <= longestChoice ? [{ name: shorten(name, longestChoice), value: typed }] : []
    })
    await persist(() => interaction.respond(choices))
  }

  async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const visitor = visitorOf(interaction, channels, now())
    if (interaction.commandName === 'announce' && organizersChat.isOrganizer(visitor))
      return showModal(interaction, textsModal(await languageSoon(visitor)))
    await say(interaction, visitor, commandResponse(interaction, visitor))
  }

  /** A modal can't be deferred: whoever's language is not known in time sees it in the app's. */
  function languageSoon(visitor: Visitor): Promise<Language> {
    return desk.languageFor(visitor, { soon: true })
  }

  async function answerModal(interaction: ModalSubmitInteraction): Promise<void> {
    const visitor = visitorOf(interaction, channels, now())
    const submitted = submittedTexts(interaction)
    const page =
      submitted &&
      (submitted.announcement === undefined
        ? organizersChat.adopt(visitor, submitted.texts)
        : organizersChat.rewrite(visitor, submitted.announcement, submitted.texts))
    await say(interaction, visitor, (async () => shown((await page) ?? (await desk.open(visitor, 'stale'))))())
  }

  async function commandResponse(interaction: ChatInputCommandInteraction, visitor: Visitor): Promise<Response> {
    const screen = pageCommands.find((name) => name === interaction.commandName)
    if (screen) return shown(await desk.open(visitor, screen))
    switch (interaction.commandName) {
      case 'ask':
        return ask(visitor, interaction.options.getString('question', true))
      case 'calendar': {
        const file = await desk.calendar(visitor)
        return file ? { ...shown(file.page), file } : shown(await desk.open(visitor, 'noDates'))
      }
      case 'subscribe':
        return shown(await desk.subscribe(visitor, interaction.options.getString('topics') ?? ''))
      case 'announcements':
        return shown((await organizersChat.board(visitor)) ?? (await desk.open(visitor, 'unknownCommand')))
      case 'unsubscribe':
        return shown(await desk.unsubscribe(visitor))
      case 'forget':
        return shown(await desk.forget(visitor))
      case 'event': {
        // The whole server reads it.
        const event = await desk.publishedEvent({ ...visitor, groupLeads: true })
        return shown(await desk.open(visitor, await publish(interaction, event, now())))
      }
      default:
        return shown(await desk.open(visitor, 'unknownCommand'))
    }
  }

  async function ask(visitor: Visitor, question: string): Promise<Response> {
    if (!question.startsWith(chosenEntry)) return told(await desk.ask(visitor, question))
    const entry = keys.find(question.slice(chosenEntry.length))
    const answered = entry === undefined ? undefined : await desk.show(visitor, entry)
    return answered ? told(answered) : shown(await desk.open(visitor, 'stale'))
  }

  /** "Answer this", said of somebody's message, for the one who asks. */
  async function answerAbout(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const visitor = visitorOf(interaction, channels, now())
    const { content, author } = interaction.targetMessage
    const own = author.id === interaction.user.id
    await say(
      interaction,
      visitor,
      content.trim() === ''
        ? desk.open(visitor, 'textOnly').then(shown)
        : desk.ask(visitor, beginning(content, longestQuestion), { own }).then(told),
    )
  }

  async function answerPress(interaction: MessageComponentInteraction): Promise<void> {
    const chosen =
      interaction.isStringSelectMenu() && interaction.customId.startsWith(menuId)
        ? interaction.values[0]
        : interaction.customId
    const pressing = data.unpack(chosen ?? '')
    if (!pressing) {
      const visitor = visitorOf(interaction, channels, now())
      return say(interaction, visitor, desk.open(visitor, 'stale').then(shown))
    }
    // Whoever chose no language gets on in that of the page.
    const visitor = { ...visitorOf(interaction, channels, now()), languageTag: pressing.language }
    const { action } = pressing
    if (action.do === 'organize') return organize(interaction, visitor, action)
    if (action.do === 'share')
      return say(interaction, visitor, share(visitor, action.entry), { everyone: true, inPlace: false })
    const forManagers = (action.do === 'speak' && action.to === 'group') || action.do === 'receive'
    if (forManagers && !visitor.managesGroup)
      return say(interaction, visitor, desk.open(visitor, 'adminsOnly').then(shown))
    // What others see too is not turned over for one of them.
    const own = isAlone(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral)
    const inPlace =
      own && (action.do === 'speak' || action.do === 'browse' || action.do === 'open' || action.do === 'receive')
    await say(interaction, visitor, desk.press(visitor, action).then(pressedResponse), { everyone: false, inPlace })
  }

  function pressedResponse(pressed: Pressed): Response {
    if (pressed.kind === 'file') return { ...shown(pressed.file.page), file: pressed.file }
    if (pressed.kind !== 'preview') return shown(pressed.page)
    const copies = pressed.copies.flatMap((copy) => partsOf({ ...copy, attachment: undefined, callEveryone: false }))
    return {
      messages: [
        ...copies.map(({ content, embeds }): Dressed => ({ content, embeds: [...embeds], components: [] })),
        ...dress(pressed.page, data),
      ],
    }
  }

  /** What organizers do with announcements. Texts are written in a modal; progress is shown in private. */
  async function organize(
    interaction: MessageComponentInteraction,
    visitor: Visitor,
    { act, subject, value }: Extract<Action, { do: 'organize' }>,
  ): Promise<void> {
    if (organizersChat.isOrganizer(visitor) && act === 'new')
      return showModal(interaction, textsModal(await languageSoon(visitor)))
    if (act === 'write' || act === 'correct') {
      const texts = await organizersChat.texts(visitor, subject)
      // What a form can't hold would be cut.
      if (texts && fitsModal(texts))
        return showModal(interaction, textsModal(await languageSoon(visitor), texts, subject))
    }
    const inPlace = isAlone(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral)
    await say(
      interaction,
      visitor,
      (async () => {
        const pressed = await organizersChat.press(visitor, act, subject, value)
        if (!pressed) return shown(await desk.open(visitor, 'stale'))
        // What is asked for is written in private.
        if (pressed.kind === 'message' && !isAlone(interaction) && (await voice.say(visitor.person.id, pressed.page)))
          return shown(await desk.open(visitor, 'askedInPrivate'))
        if (pressed.kind === 'replacement' && pressed.watch !== undefined)
          await follow(visitor, pressed.watch, pressed.page)
        return pressedResponse(pressed)
      })(),
      { everyone: false, inPlace: inPlace && replaces(act) },
    )
  }

  /** A message that can be changed for longer than an answer to an interaction. */
  async function follow(visitor: Visitor, announcement: string, page: Page): Promise<void> {
    const where = await voice.say(visitor.person.id, page)
    if (where) await organizersChat.watch(visitor, announcement, where)
  }

  async function share(visitor: Visitor, entry: string): Promise<Response> {
    const answered = await desk.show(visitor, entry)
    const page = answered?.page ?? (await desk.open(visitor, 'stale'))
    return shown({ ...page, buttons: [] })
  }

  /** For the one who asks alone, unless there is nobody else or everyone is meant. */
  async function say(
    interaction: Respondable,
    visitor: Visitor,
    work: Promise<Response>,
    manner = { everyone: false, inPlace: false },
  ): Promise<void> {
    const answered = work.catch((error: unknown): Promise<Response> => {
      failed()
      log.error({ platform: 'discord', err: error }, 'not answered')
      return desk.open(visitor, 'trouble').then(shown)
    })
    await respond(
      interaction,
      { everyone: manner.everyone || isAlone(interaction), inPlace: manner.inPlace },
      answered,
      log,
    )
  }

  async function answerMessage(message: GatewayMessageCreateDispatchData): Promise<void> {
    const question = questionIn(message, client.user!.id)
    if (question === undefined) return
    const visitor = authorOf(message, now())
    if (message.guild_id === undefined && (await organizersChat.awaits(visitor))) {
      const input = await readInput(message)
      const page = input && (await organizersChat.enter(visitor, input))
      if (page) return replyTo(client.rest, message, dress(page, data))
    }
    const { messages } = question === '' ? shown(await desk.open(visitor, 'help')) : await ask(visitor, question)
    await replyTo(client.rest, message, messages)
  }

  function told({ page, offer }: { page: Page; offer: Page | undefined }): Response {
    return { messages: [...dress(page, data), ...(offer ? dress(offer, data) : [])] }
  }

  function shown(page: Page): Response {
    return { messages: dress(page, data) }
  }
}
