import type { MessageComponentInteraction } from 'discord.js'
import { turnsOver } from '../../../core/pages/turns-over.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Pressing } from '../../button-data.ts'
import { answerWith } from '../answer-with.ts'
import type { Context } from '../context.ts'
import { refusalFor } from '../refusal.ts'
import { menuId } from '../render.ts'
import { pressedResponse, type Response } from '../responses.ts'
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
      const pressed = async (): Promise<Response> => pressedResponse(context, await context.desk.press(visitor, action))
      // What others see too is not turned over for one of them.
      return answerWith(context, asked, pressed, { inPlace: isPrivate(interaction) && turnsOver(action) })
    }
  }
}
