import type { MessageContextMenuCommandInteraction } from 'discord.js'
import type { Answered } from '../../../core/desk/asking.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { beginning } from '../../shorten.ts'
import { answerWith } from '../answer-with.ts'
import { longestQuestion } from '../commands.ts'
import type { Context } from '../context.ts'
import { shown, told, withoutSharing, type Response } from '../responses.ts'
import { visitorOf } from '../visitor.ts'
import { entryChosen } from './completion.ts'

/**
 * The answer to a question, or the entry that was chosen while it was typed. `replyTo`: the key of an answer replied
 * to; `inOpen`: whether all who could be shown the answer see it anyway.
 */
export async function ask(
  context: Context,
  visitor: Visitor,
  question: string,
  { replyTo, inOpen = false }: { readonly replyTo?: string | undefined; readonly inOpen?: boolean } = {},
): Promise<Response> {
  const { desk, keys } = context
  const key = entryChosen(question)
  const telling = (answered: Answered): Response =>
    told(context, inOpen ? { ...answered, page: withoutSharing(answered.page) } : answered)
  if (key === undefined) return telling(await desk.ask(visitor, question, { replyTo }))
  const entry = keys.find(key)
  const answered = entry === undefined ? undefined : await desk.show(visitor, entry)
  return answered ? telling(answered) : shown(context, await desk.open(visitor, 'stale'))
}

/** "Answer this", said of somebody's message, for the one who asks. */
export async function answerAbout(context: Context, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const visitor = visitorOf(interaction, context)
  const { content, author } = interaction.targetMessage
  const own = author.id === interaction.user.id
  await answerWith(context, { interaction, visitor }, answer)

  async function answer(): Promise<Response> {
    if (content.trim() === '') return shown(context, await context.desk.open(visitor, 'textOnly'))
    return told(context, await context.desk.ask(visitor, beginning(content, longestQuestion), { own }))
  }
}
