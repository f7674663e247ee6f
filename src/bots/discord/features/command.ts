import type { ChatInputCommandInteraction } from 'discord.js'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { answerWith } from '../answer-with.ts'
import type { CommandName } from '../commands.ts'
import type { Context } from '../context.ts'
import type { Response } from '../responses.ts'
import { visitorOf } from '../visitor.ts'
import { ask } from './ask.ts'
import { publishEvent } from './event.ts'
import { showBoard, writeAnnouncement } from './organizers.ts'
import { forget, opens, sendCalendar, unknownCommand } from './pages.ts'
import { subscribe, unsubscribe } from './subscriptions.ts'

/** What a command is answered with. */
type Answer = (context: Context, visitor: Visitor, interaction: ChatInputCommandInteraction) => Promise<Response>

/** Every command that is registered. */
const answers: Readonly<Record<CommandName, Answer>> = {
  ask: (context, visitor, { options }) => ask(context, visitor, options.getString('question', true)),
  topics: opens('topics'),
  language: opens('language'),
  help: opens('help'),
  about: opens('about'),
  privacy: opens('privacy'),
  calendar: sendCalendar,
  forget,
  subscribe: (context, visitor, { options }) => subscribe(context, visitor, options.getString('topics') ?? ''),
  unsubscribe,
  event: publishEvent,
  announcements: showBoard,
  // Organizers get a form instead.
  announce: unknownCommand,
}

export async function answerCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const visitor = visitorOf(interaction, context)
  const { commandName } = interaction
  if (commandName === 'announce' && context.organizersChat.isOrganizer(visitor))
    return writeAnnouncement(context, { interaction, visitor })
  const answer = isAnswered(commandName) ? answers[commandName] : unknownCommand
  await answerWith(context, { interaction, visitor }, answer(context, visitor, interaction))
}

/** Discord goes on showing commands of before for a while. */
function isAnswered(name: string): name is CommandName {
  return Object.hasOwn(answers, name)
}
