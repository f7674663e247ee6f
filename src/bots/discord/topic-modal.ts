import { ComponentType, TextInputStyle, type ModalSubmitInteraction } from 'discord.js'
import { say } from '../../core/i18n.ts'
import { longestTopic } from '../../core/mailing/topic.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import { formLabel } from './form-label.ts'
import type { Form } from './show-form.ts'

/** The names of a topic, or of a new one (""), a field for each language. */
export function topicModal(language: Language, topic: string, names: Localised = {}): Form {
  return {
    custom_id: `topic:${topic}`,
    title: formLabel(say(language, topic === '' ? 'organizers.newTopic' : 'organizers.renameTopic')),
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
