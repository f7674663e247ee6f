import type {
  APIModalInteractionResponseCallbackData,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
} from 'discord.js'
import type { Visitor } from '../../core/pages/visitor.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Context } from './context.ts'
import { persist } from './persist.ts'
import { unlessAcknowledged } from './respond.ts'

/** Who asked, and by what. */
export type Asked<Interaction> = { readonly interaction: Interaction; readonly visitor: Visitor }

/** A form as it is handed over. */
export type Form = APIModalInteractionResponseCallbackData

/**
 * Shows a form, which must be the first response and can't be deferred: whoever's language is not known in time sees
 * it in the app's. Of two processes that show it, Discord takes the first. `facts`: what else stands in it, which is
 * read meanwhile.
 */
export async function showForm<Facts>(
  { claim, desk }: Pick<Context, 'claim' | 'desk'>,
  { interaction, visitor }: Asked<ChatInputCommandInteraction | MessageComponentInteraction>,
  form: (language: Language, facts: Facts | undefined) => Form,
  facts?: Promise<Facts>,
): Promise<void> {
  const soon = { soon: true }
  const [isOurs, language, known] = await Promise.all([
    claim(interaction.id, soon),
    desk.languageFor(visitor, soon),
    facts,
  ])
  if (isOurs) await persist(() => interaction.showModal(form(language, known))).catch(unlessAcknowledged)
}
