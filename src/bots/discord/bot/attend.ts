import {
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type GatewayInteractionCreateDispatchData,
  type GatewayMessageCreateDispatchData,
  type Interaction,
} from 'discord.js'
import type { Context } from '../context.ts'
import { answerAbout } from '../features/ask.ts'
import { answerCommand } from '../features/command.ts'
import { complete } from '../features/completion.ts'
import { greetServers } from '../features/arrivals.ts'
import { noteDepartures } from '../features/departures.ts'
import { answerMessage } from '../features/mention.ts'
import { answerForm } from '../features/organizers.ts'
import { answerPress } from '../features/press.ts'
import { countUnderWay, type UnderWay } from '../under-way.ts'

/** Answers what people ask of the client, each interaction and message once, until it is stopped. */
export function attend(context: Context): Pick<UnderWay, 'stop'> {
  const { client, channels, log, failed, stopping } = context
  const underWay = countUnderWay()
  client.on(Events.InteractionCreate, (interaction) => {
    void attendTo(interaction.id, () => answerInteraction(context, interaction))
  })
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
    void attendTo(message.id, () => answerMessage(context, message))
  })
  // Not discord.js's own events: it says nothing of channels and threads that it has not seen.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ channel }: GatewayInteractionCreateDispatchData) => {
    if (channel) channels.note(channel)
  })
  noteDepartures(context)
  greetServers(context)
  return underWay

  /** Never rejects. */
  async function attendTo(id: string, answer: () => Promise<void>): Promise<void> {
    await underWay.once(id, answer).catch((error: unknown) => {
      // Whoever had to wait for their turn is let go by a stop.
      if (stopping.aborted && error instanceof Error && error.name === 'AbortError') return
      failed()
      // Where we may not write, or what is gone, is nothing to look at.
      const refused = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)
      log[refused ? 'info' : 'error']({ platform: 'discord', err: error }, 'not answered')
    })
  }
}

async function answerInteraction(context: Context, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return complete(context, interaction)
  if (interaction.isChatInputCommand()) return answerCommand(context, interaction)
  if (interaction.isMessageContextMenuCommand()) return answerAbout(context, interaction)
  if (interaction.isMessageComponent()) return answerPress(context, interaction)
  if (interaction.isModalSubmit()) return answerForm(context, interaction)
}
