import type { MessageComponentInteraction } from 'discord.js'
import { turnsOver } from '../../../core/pages/turns-over.ts'
import type { Action } from '../../../core/pages/page.ts'
import { ownChatOf, type Visitor } from '../../../core/pages/visitor.ts'
import type { Pressing } from '../../button-data.ts'
import { answerWith } from '../answer-with.ts'
import type { Context } from '../context.ts'
import { refusalFor } from '../refusal.ts'
import { privateChannel } from '../private-channel.ts'
import { changeComponents, menuId } from '../render.ts'
import { pressedResponse, shown, type Response } from '../responses.ts'
import { isPrivate, visitorOf } from '../visitor.ts'
import { organize } from './organizers.ts'
import { opens } from './pages.ts'
import { shareAnswer } from './share.ts'
import { subscribe } from './subscriptions.ts'

/** A button that was pressed, or a choice of a menu. */
export async function answerPress(context: Context, interaction: MessageComponentInteraction): Promise<void> {
  const pressing = context.data.unpack(chosenIn(interaction))
  const visitor = visitorOf(interaction, context)
  if (!pressing) return answerWith(context, { interaction, visitor }, () => opens('stale')(context, visitor))
  // Whoever chose no language gets on in that of the page.
  await carryOut(
    context,
    { interaction, visitor: { ...visitor, languageTag: pressing.language, keepTag: false } },
    pressing.action,
  )
}

function chosenIn(interaction: MessageComponentInteraction): string {
  const isMenu = interaction.isStringSelectMenu() && interaction.customId.startsWith(menuId)
  return (isMenu ? interaction.values[0] : interaction.customId) ?? ''
}

async function carryOut(
  context: Context,
  asked: { readonly interaction: MessageComponentInteraction; readonly visitor: Visitor },
  action: Pressing['action'],
): Promise<void> {
  const { interaction, visitor } = asked
  const refusal = refusalFor(action, asked, context)
  if (refusal) return answerWith(context, asked, () => opens(refusal)(context, visitor))
  switch (action.do) {
    case 'organize':
      return organize(context, asked, action)
    case 'share':
      return shareAnswer(context, asked, action.entry)
    case 'subscribe':
      return answerWith(context, asked, () => subscribe(context, visitor, interaction))
    default: {
      // What others see too is not turned over for one of them.
      const inPlace = isPrivate(interaction) && turnsOver(action)
      return answerWith(context, asked, () => pressed(context, asked, action, inPlace), { inPlace })
    }
  }
}

/** What comes of a press; of changed buttons the message with them, and what there is to say of that below. */
async function pressed(
  context: Context,
  { interaction, visitor }: { readonly interaction: MessageComponentInteraction; readonly visitor: Visitor },
  action: Action,
  inPlace: boolean,
): Promise<Response> {
  const result = await context.desk.press(await withOwnRoute(context, visitor, action), action)
  if (result.kind !== 'changed' || !inPlace) return pressedResponse(context, result)
  const { embeds, components } = interaction.message
  const { language } = result.page
  const changed = changeComponents(components, result.swaps, { data: context.data, language })
  return {
    messages: [
      { embeds: embeds.map((embed) => embed.toJSON()), components: changed },
      ...shown(context, result.page).messages,
    ],
  }
}

/**
 * Who marks something is written to later: their private channel is opened now, since many are to be opened when
 * something goes out to all, and Discord lets few be. Who lets nobody in has their programme all the same.
 */
async function withOwnRoute({ client, log }: Context, visitor: Visitor, action: Action): Promise<Visitor> {
  const own = ownChatOf(visitor)
  if ((action.do !== 'star' && action.do !== 'remind') || !own || own.route !== undefined) return visitor
  try {
    return { ...visitor, own: { ...own, route: await privateChannel(client.rest, visitor.person.id) } }
  } catch (error) {
    log.info({ platform: 'discord', err: error }, 'private channel not opened')
    return visitor
  }
}
