import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { Written } from '../../core/organizers/writing/written.ts'
import { say } from '../../core/i18n.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { shorten } from '../shorten.ts'
import { persist } from './persist.ts'
import { unlessAcknowledged } from './respond.ts'

/** discord.com/developers/docs/components/reference: text inputs and modals. */
const longest = { text: 4000, label: 45 }

/** What the id of our modal begins with; the announcement that it rewrites follows, if it is not a new one. */
const modalId = 'announce'

/** One field for each language; the first line becomes the title. */
export function textsModal(
  language: Language,
  texts: Written = {},
  announcement = '',
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: `${modalId}:${announcement}`,
    title: shorten(
      say(language, announcement === '' ? 'command.announce' : 'organizers.short', { id: announcement }),
      longest.label,
    ),
    components: languages.map((one) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: one,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: longest.text,
          label: shorten(`${say(one, 'language.name')} · ${say(one, 'organizers.firstLine')}`, longest.label),
          ...(texts[one] === undefined ? {} : { value: texts[one] }),
        },
      ],
    })),
  }
}

/** Whether a form can hold the texts as they are. */
export function fitsModal(texts: Written): boolean {
  return Object.values(texts).every((text) => text.length <= longest.text)
}

/** Modals that are submitted carry whatever id somebody gave them; undefined for one that is none of ours. */
export function submittedTexts({
  customId,
  fields,
}: ModalSubmitInteraction): { readonly announcement: string | undefined; readonly texts: Written } | undefined {
  const [, announcement] = new RegExp(`^${modalId}:(\\d{0,9})$`).exec(customId) ?? []
  if (announcement === undefined) return undefined
  const written = languages.flatMap((one) => {
    const text = fields.fields.has(one) ? fields.getTextInputValue(one).trim() : ''
    return text === '' ? [] : [[one, text] as const]
  })
  return { announcement: announcement === '' ? undefined : announcement, texts: Object.fromEntries(written) }
}

/** A modal must be the first response. */
export async function showModal(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction,
  modal: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await persist(() => interaction.showModal(modal)).catch(unlessAcknowledged)
}
