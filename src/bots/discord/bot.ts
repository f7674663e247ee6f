import {
  Events, GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, MessageFlags, PermissionFlagsBits,
  type AutocompleteInteraction, type ChatInputCommandInteraction, type Client, type Guild, type Interaction, type Message,
  type MessageComponentInteraction, type MessageContextMenuCommandInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Desk, Screen } from '../../core/desk/desk.ts'
import type { Page } from '../../core/desk/page.ts'
import type { Visitor } from '../../core/desk/visitor.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { buttonData } from '../button-data.ts'
import { entryKeys } from '../entry-keys.ts'
import { shorten } from '../shorten.ts'
import { pageCommands } from './commands.ts'
import { questionIn } from './mention.ts'
import { dress, menuId } from './render.ts'
import { respond, type Respondable, type Response } from './respond.ts'
import { authorOf, visitorOf } from './visitor.ts'

export type Parts = { readonly client: Client; readonly desk: Desk; readonly pack: Pack; readonly log: Logger; readonly now: () => Date }

/** What a choice of the completion sends in place of a question. */
const chosenEntry = 'entry:'

/** discord.com/developers/docs: choices of an autocompletion, scheduled events. */
const longest = { choice: 100, event: { name: 100, description: 1000, location: 100 } }
const mostChoices = 25

/** A completion can't be deferred; a database that is slow must not make it late. */
const completionPatienceMs = 1500

/** Discord's gateway may hand out again what came before a drop. */
const mostSeen = 10_000

/** How many interactions and messages are being answered. */
export type Attended = { readonly underWay: () => number; readonly stop: () => void }

/** Answers what people ask of the client. */
export function attend({ client, desk, pack, log, now }: Parts): Attended {
  const keys = entryKeys(pack.entries)
  const data = buttonData(keys)
  const seen = new Set<string>()
  let underWay = 0
  let stopped = false

  client.on(Events.InteractionCreate, (interaction) => void attendTo(interaction.id, () => answerInteraction(interaction)))
  client.on(Events.MessageCreate, (message) => void attendTo(message.id, () => answerMessage(message)))
  return { underWay: () => underWay, stop: () => (stopped = true) }

  /** Once for each id, never rejecting. */
  async function attendTo(id: string, answer: () => Promise<void>): Promise<void> {
    if (stopped || seen.has(id)) return
    seen.add(id)
    if (seen.size > mostSeen) seen.delete(seen.values().next().value!)
    underWay++
    try {
      await answer()
    } catch (error) {
      log.error({ platform: 'discord', err: error }, 'not answered')
    } finally {
      underWay--
    }
  }

  async function answerInteraction(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) return complete(interaction)
    if (interaction.isChatInputCommand()) return answerCommand(interaction)
    if (interaction.isMessageContextMenuCommand()) return answerAbout(interaction)
    if (interaction.isMessageComponent()) return answerPress(interaction)
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const visitor = visitorOf(interaction, now())
    const found = await inTime(desk.articles(visitor, interaction.options.getFocused()), completionPatienceMs)
    const choices = (found ?? []).slice(0, mostChoices).map(({ id, title }) => ({
      name: shorten(title, longest.choice),
      value: `${chosenEntry}${keys.inButton(id, longest.choice - chosenEntry.length)}`,
    }))
    await interaction.respond(choices).catch((error: unknown) => log.info({ platform: 'discord', err: error }, 'completion came too late'))
  }

  async function answerCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const visitor = visitorOf(interaction, now())
    await say(interaction, visitor, commandResponse(interaction, visitor))
  }

  async function commandResponse(interaction: ChatInputCommandInteraction, visitor: Visitor): Promise<Response> {
    const screen = pageCommands.find((name) => name === interaction.commandName)
    if (screen) return shown(await desk.open(visitor, screen))
    switch (interaction.commandName) {
      case 'ask': return ask(visitor, interaction.options.getString('question', true))
      case 'calendar': {
        const file = await desk.calendar(visitor)
        return file ? { ...shown(file.page), file } : shown(await desk.open(visitor, 'noDates'))
      }
      case 'forget': return shown(await desk.forget(visitor))
      case 'event': return shown(await desk.open(visitor, await publish(interaction, visitor)))
      default: return shown(await desk.open(visitor, 'unknownCommand'))
    }
  }

  async function ask(visitor: Visitor, question: string): Promise<Response> {
    const chosen = question.startsWith(chosenEntry) ? keys.find(question.slice(chosenEntry.length)) : undefined
    const shownEntry = chosen === undefined ? undefined : await desk.show(visitor, chosen)
    const { page, offer } = shownEntry ?? (await desk.ask(visitor, question))
    return { messages: [...dress(page, data), ...(offer ? dress(offer, data) : [])] }
  }

  /** Publishes what the pack is about as an event of the server, once. */
  async function publish({ guild, memberPermissions, client: { user } }: ChatInputCommandInteraction, visitor: Visitor): Promise<Screen> {
    if (!guild || !memberPermissions?.has(PermissionFlagsBits.ManageEvents)) return 'notAllowed'
    const occasion = await desk.occasion(visitor)
    if (!occasion) return 'over'
    const name = shorten(occasion.name, longest.event.name)
    try {
      const events = await guild.scheduledEvents.fetch()
      if (events.some((event) => event.name === name && event.creatorId === user.id)) return 'published'
      await createEvent(guild, { ...occasion, name }, now())
      return 'published'
    } catch (error) {
      log.info({ platform: 'discord', err: error }, 'event not published')
      return 'notAllowed'
    }
  }

  /** "Answer this", said of somebody's message, for the one who asks. */
  async function answerAbout(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const visitor = visitorOf(interaction, now())
    const { content } = interaction.targetMessage
    await say(interaction, visitor, content.trim() === '' ? desk.open(visitor, 'textOnly').then(shown) : ask(visitor, content))
  }

  async function answerPress(interaction: MessageComponentInteraction): Promise<void> {
    const chosen = interaction.isStringSelectMenu() && interaction.customId.startsWith(menuId) ? interaction.values[0] : interaction.customId
    const pressing = data.unpack(chosen ?? '')
    const visitor = { ...visitorOf(interaction, now()), ...(pressing && interaction.locale === undefined ? { languageTag: pressing.language } : {}) }
    if (!pressing) return say(interaction, visitor, desk.open(visitor, 'stale').then(shown))
    const { action } = pressing
    if (action.do === 'share') return say(interaction, visitor, share(visitor, action.entry), { everyone: true, inPlace: false })
    if (action.do === 'speak' && action.to === 'group' && !visitor.managesGroup) return say(interaction, visitor, desk.open(visitor, 'adminsOnly').then(shown))
    // What others see too is not turned over for one of them.
    const own = !interaction.inGuild() || interaction.message.flags.has(MessageFlags.Ephemeral)
    const inPlace = own && (action.do === 'speak' || action.do === 'browse' || action.do === 'open')
    const pressed = desk.press(visitor, action)
    await say(interaction, visitor, pressed.then((result) => (result.kind === 'file' ? { ...shown(result.file.page), file: result.file } : shown(result.page))), { everyone: false, inPlace })
  }

  async function share(visitor: Visitor, entry: string): Promise<Response> {
    const answered = await desk.show(visitor, entry)
    const page = answered?.page ?? (await desk.open(visitor, 'stale'))
    return shown({ ...page, buttons: [] })
  }

  /** In servers for the one who asks alone; in private there is nobody else. */
  async function say(interaction: Respondable, visitor: Visitor, work: Promise<Response>, manner = { everyone: false, inPlace: false }): Promise<void> {
    const everyone = manner.everyone || visitor.group === undefined
    const answered = work.catch((error: unknown): Promise<Response> => {
      log.error({ platform: 'discord', err: error }, 'not answered')
      return desk.open(visitor, 'trouble').then(shown)
    })
    await respond(interaction, { everyone, inPlace: manner.inPlace }, answered, log)
  }

  async function answerMessage(message: Message): Promise<void> {
    const question = questionIn(message, client.user!.id)
    if (question === undefined) return
    const visitor = authorOf(message, now())
    const { messages } = question === '' ? shown(await desk.open(visitor, 'help')) : await ask(visitor, question)
    for (const [at, part] of messages.entries()) {
      // The nonce makes a repeated send of the same part the same message.
      await message.reply({ ...part, nonce: `${message.id}${at}`, enforceNonce: true })
    }
  }

  function shown(page: Page): Response {
    return { messages: dress(page, data) }
  }
}

async function createEvent(guild: Guild, { name, description, location, start, end }: { name: string; description: string; location: string; start: Date; end: Date }, now: Date): Promise<void> {
  // Discord takes no beginning in the past: an event under way begins in a minute.
  const soon = new Date(now.getTime() + 60_000)
  await guild.scheduledEvents.create({
    name,
    description: shorten(description, longest.event.description),
    scheduledStartTime: start > soon ? start : soon,
    scheduledEndTime: end,
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: shorten(location, longest.event.location) },
  })
}

/** The result, or undefined if it takes too long. */
function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer)).catch(() => {})
  })
}
