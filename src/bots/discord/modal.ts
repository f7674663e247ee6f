import { ComponentType, TextInputStyle, type APIComponentInLabel, type ModalSubmitInteraction } from 'discord.js'
import type { Written } from '../../core/organizers/writing/written.ts'
import { say } from '../../core/i18n.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { shorten } from '../shorten.ts'
import { formLabel } from './form-label.ts'
import type { Form } from './show-form.ts'

/** discord.com/developers/docs/components/reference: text inputs, and descriptions of labels. */
const longest = { text: 4000, description: 100 }

/** The texts so far of an announcement that there is, and the one language that is asked for, if not all are. */
export type TextsAsked = {
  readonly texts?: Written
  readonly announcement?: string
  readonly only?: Language | undefined
}

/** What the id of our modal begins with; the announcement that it rewrites follows, if it is not a new one. */
const modalId = 'announce'

/** One field for each language, or for one of them; the first line becomes the title. */
export function textsModal(language: Language, { texts = {}, announcement = '', only }: TextsAsked = {}): Form {
  return {
    custom_id: `${modalId}:${announcement}`,
    title: formLabel(
      say(language, announcement === '' ? 'command.announce' : 'organizers.short', { id: announcement }),
    ),
    components: (only === undefined ? languages : [only]).map((one) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: one,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: longest.text,
          label: formLabel(`${say(one, 'language.name')} · ${say(one, 'organizers.firstLine')}`),
          ...(texts[one] === undefined ? {} : { value: texts[one] }),
        },
      ],
    })),
  }
}

/** What a form asks for beside texts. */
export type FormField = 'when' | 'file'

/** The id of the one field of a form. */
const onlyField = 'value'

/** When an announcement is to start. */
export function whenModal(language: Language, id: string, timeZone: string): Form {
  return oneFieldModal(language, { field: 'when', id }, say(language, 'organizers.askWhen', { zone: timeZone }), {
    type: ComponentType.TextInput,
    custom_id: onlyField,
    style: TextInputStyle.Short,
    max_length: 40,
    placeholder: '9:00 · 22.04 18:30 · +1',
  })
}

/** The picture or file of an announcement. */
export function fileModal(language: Language, id: string): Form {
  return oneFieldModal(language, { field: 'file', id }, say(language, 'organizers.askFile'), {
    type: ComponentType.FileUpload,
    custom_id: onlyField,
    min_values: 1,
    max_values: 1,
  })
}

function oneFieldModal(
  language: Language,
  { field, id }: { readonly field: FormField; readonly id: string },
  description: string,
  component: APIComponentInLabel,
): Form {
  const label = formLabel(say(language, `organizers.${field}`))
  return {
    custom_id: `${field}:${id}`,
    title: formLabel(say(language, 'organizers.short', { id })),
    components: [
      { type: ComponentType.Label, label, description: shorten(description, longest.description), component },
    ],
  }
}

/** What was entered in a form of one field; undefined for another modal. */
export function submittedField({
  customId,
  fields,
}: ModalSubmitInteraction):
  | {
      readonly field: FormField
      readonly announcement: string
      readonly text: string
      readonly file: { readonly url: string; readonly name: string } | undefined
    }
  | undefined {
  const [, field, announcement] = /^(when|file):(\d{1,9})$/.exec(customId) ?? []
  if (announcement === undefined || !fields.fields.has(onlyField)) return undefined
  const file = field === 'file' ? fields.getUploadedFiles(onlyField)?.first() : undefined
  return {
    field: field as FormField,
    announcement,
    text: field === 'when' ? fields.getTextInputValue(onlyField) : '',
    file: file && { url: file.url, name: file.name },
  }
}

/** Whether a form can hold the texts as they are, or the one that is asked for. */
export function fitsModal(texts: Written, only?: Language): boolean {
  const asked = only === undefined ? Object.values(texts) : [texts[only] ?? '']
  return asked.every((text) => text.length <= longest.text)
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
