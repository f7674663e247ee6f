import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponent,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'
import type { Message } from '../../core/mailing/courier.ts'
import type { Destination } from '../../core/mailing/delivery.ts'
import { buttonsUnder, type Under } from '../../core/pages/under-copy.ts'
import type { ButtonData } from '../button-data.ts'
import { withoutCall, type CopyPart } from './copy.ts'

/** A message of a mailing as it is handed over, with what the buttons below it depend on. */
export type Part = CopyPart & Under

/** A new message; Discord shows one with the same nonce once. `callsEveryone`: where that is wanted and allowed. */
export function newBody(
  { destination, silent, key, replyTo }: Message<Part>,
  part: Part,
  { data, callsEveryone }: { readonly data: ButtonData; readonly callsEveryone: boolean },
): RESTPostAPIChannelMessageJSONBody {
  return {
    content: callsEveryone ? part.content : withoutCall(part),
    embeds: [...part.embeds],
    components: buttonsFor(destination, part, data),
    nonce: key,
    enforce_nonce: true,
    allowed_mentions: { parse: callsEveryone ? ['everyone' as never] : [] },
    ...(silent ? { flags: MessageFlags.SuppressNotifications } : {}),
    ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
  }
}

/** What takes the place of a message; nobody is called again. */
export function changedBody(
  destination: Destination,
  part: Part,
  data: ButtonData,
): RESTPatchAPIChannelMessageJSONBody {
  return {
    content: withoutCall(part),
    embeds: [...part.embeds],
    components: buttonsFor(destination, part, data),
    allowed_mentions: { parse: [] },
  }
}

/** What takes the place of a message that is recalled: nothing else of it stays. */
export function noticeBody({ content }: Part): RESTPatchAPIChannelMessageJSONBody {
  return { content, embeds: [], components: [], attachments: [], allowed_mentions: { parse: [] } }
}

/** What people do about a message: those in a server chose it by joining. */
function buttonsFor({ kind }: Destination, part: Part, data: ButtonData): APIActionRowComponent<APIButtonComponent>[] {
  if (kind !== 'person') return []
  return buttonsUnder(part).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map((button) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      label: button.label,
      custom_id: data.pack(button, part.language),
    })),
  }))
}
