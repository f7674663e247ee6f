import type { ChatInputCommandInteraction } from 'discord.js'
import type { Operation } from '../../../core/desk/permissions.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { answerWith } from '../answer-with.ts'
import { wheres, type CommandName } from '../commands.ts'
import type { Context } from '../context.ts'
import { refusalFor } from '../refusal.ts'
import type { Response } from '../responses.ts'
import { isAlone, visitorOf, type Where } from '../visitor.ts'
import { ask } from './ask.ts'
import { publishEvent } from './event.ts'
import { showBoard, writeAnnouncement } from './organizers.ts'
import { forget, opens, sendCalendar } from './pages.ts'
import { subscribe, unsubscribe } from './subscriptions.ts'

/** What a command is answered with. */
type Answer = (context: Context, visitor: Visitor, interaction: ChatInputCommandInteraction) => Promise<Response>

/** What is not for everyone. */
const operations: ReadonlyMap<string, Operation> = new Map<CommandName, Operation>([
  ['subscribe', { do: 'subscribe' }],
  ['unsubscribe', { do: 'unsubscribe' }],
  ['event', { do: 'publish' }],
  ['announce', { do: 'announce' }],
  ['announcements', { do: 'announce' }],
  ['feedback', { do: 'feedback' }],
])

/** Every command that is registered, but for the one that is answered with a form. */
const answers: Readonly<Record<Exclude<CommandName, 'announce'>, Answer>> = {
  ask: (context, visitor, interaction) =>
    ask(context, visitor, interaction.options.getString('question', true), { inOpen: isAlone(interaction) }),
  topics: opens('topics'),
  my: opens('mine'),
  language: opens('language'),
  help: (context, visitor) =>
    opens(context.organizersChat.isOrganizer(visitor) ? 'organizersHelp' : 'help')(context, visitor),
  about: opens('about'),
  privacy: opens('privacy'),
  calendar: sendCalendar,
  forget,
  subscribe: (context, visitor, interaction) =>
    subscribe(context, visitor, interaction, interaction.options.getString('topics') ?? ''),
  unsubscribe,
  event: publishEvent,
  announcements: showBoard,
  feedback: opens('feedback'),
}

/**
 * Carries out a slash command, once it is known that the one who gave it may; who may not gets the page that says why.
 * Commands that are registered no longer get the page for unknown ones. Faults of the work end in an apology, not here.
 */
export async function answerCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const { commandName, options } = interaction
  const visitor = visitorOf(interaction, context, whereOf(options.getString('where')))
  const asked = { interaction, visitor }
  const operation = operations.get(commandName)
  const refusal = operation && refusalFor(operation, asked, context)
  if (refusal) return answerWith(context, asked, () => opens(refusal)(context, visitor))
  if (commandName === 'announce') return writeAnnouncement(context, asked)
  const answer = isAnswered(commandName) ? answers[commandName] : opens('unknownCommand')
  await answerWith(context, asked, () => answer(context, visitor, interaction))
}

/** Whom announcements are to come to, if that was said. */
function whereOf(value: string | null): Where | undefined {
  return wheres.find((one) => one === value)
}

/** Discord goes on showing commands of before for a while. */
function isAnswered(name: string): name is keyof typeof answers {
  return Object.hasOwn(answers, name)
}
