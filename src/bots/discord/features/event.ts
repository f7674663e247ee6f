import type { ChatInputCommandInteraction } from 'discord.js'
import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Context } from '../context.ts'
import { shown, type Response } from '../responses.ts'

/** The event of the pack among those of the server; in the group's language, since the whole server reads it. */
export async function publishEvent(
  context: Context,
  visitor: Visitor,
  interaction: ChatInputCommandInteraction,
): Promise<Response> {
  const { desk, publish, now } = context
  const event = await desk.publishedEvent({ ...visitor, groupLeads: true })
  return shown(context, await desk.open(visitor, await publish(interaction, event, now())))
}
