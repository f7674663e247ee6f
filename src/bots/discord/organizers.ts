import {
  ComponentType,
  DiscordAPIError,
  Routes,
  TextInputStyle,
  type APIChannel,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type ChatInputCommandInteraction,
  type GatewayMessageCreateDispatchData,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  type REST,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Voice } from '../../core/organizers/progress.ts'
import type { Input } from '../../core/organizers/input.ts'
import type { Written } from '../../core/organizers/written.ts'
import { say } from '../../core/i18n.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import type { ButtonData } from '../button-data.ts'
import { shorten } from '../shorten.ts'
import { persist } from './persist.ts'
import { dress } from './render.ts'

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
  await persist(() => interaction.showModal(modal))
}

const patienceMs = 30_000

/** What somebody wrote in private, or the first file of it. Undefined for a file that can't be had. */
export async function readInput({
  content,
  attachments,
}: GatewayMessageCreateDispatchData): Promise<Input | undefined> {
  const [file] = attachments
  if (!file) return { text: content }
  try {
    const response = await fetch(file.url, { signal: AbortSignal.timeout(patienceMs) })
    return response.ok
      ? { text: content, file: { name: file.filename, bytes: new Uint8Array(await response.arrayBuffer()) } }
      : undefined
  } catch {
    return undefined
  }
}

/** How organizers are reached in Discord: in their private channel with the bot. */
export function discordVoice(rest: REST, data: ButtonData, log: Logger): Voice {
  return {
    platform: 'discord',
    async say(person, page) {
      try {
        const { id: chat } = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIChannel
        const [dressed] = dress(page, data)
        const { id: message } = (await rest.post(Routes.channelMessages(chat), {
          body: { ...dressed, allowed_mentions: { parse: [] } },
        })) as APIMessage
        return { chat, message }
      } catch (error) {
        log.info({ platform: 'discord', err: error }, 'organizer not reached')
        return undefined
      }
    },
    async change({ chat, message }, page) {
      try {
        await rest.patch(Routes.channelMessage(chat, message), {
          body: { ...dress(page, data)[0], allowed_mentions: { parse: [] } },
        })
        return 'changed'
      } catch (error) {
        return error instanceof DiscordAPIError && error.status < 500 ? 'gone' : 'later'
      }
    },
  }
}
