import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type ModalSubmitInteraction,
} from 'discord.js'
import { say } from '../../core/i18n.ts'
import { longestTopic } from '../../core/mailing/topic.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { shorten } from '../shorten.ts'

/** discord.com/developers/docs/components/reference: the title of a modal. */
const longestTitle = 45

/** The names of a topic, or of a new one (""), a field for each language. */
export function topicModal(
  language: Language,
  topic: string,
  names: Localised = {},
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: `topic:${topic}`,
    title: shorten(say(language, topic === '' ? 'organizers.newTopic' : 'organizers.renameTopic'), longestTitle),
    components: languages.map((one) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: one,
          style: TextInputStyle.Short,
          required: false,
          max_length: longestTopic,
          label: say(one, 'language.name'),
          ...(names[one] === undefined ? {} : { value: names[one] }),
        },
      ],
    })),
  }
}

/** The names that were entered for a topic; undefined for another modal. */
export function submittedTopic({
  customId,
  fields,
}: ModalSubmitInteraction): { readonly topic: string; readonly names: Localised } | undefined {
  const [, topic] = /^topic:(\d{0,9})$/.exec(customId) ?? []
  if (topic === undefined) return undefined
  const entered = languages.map((one) => [one, fields.fields.has(one) ? fields.getTextInputValue(one).trim() : ''])
  return { topic, names: Object.fromEntries(entered.filter(([, name]) => name !== '')) as Localised }
}
