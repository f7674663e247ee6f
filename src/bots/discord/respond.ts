import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { persist } from './persist.ts'
import type { Dressed } from './render.ts'
import type { Response } from './responses.ts'

export type Respondable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

export type ResponseManner = {
  /** Whether everyone in the channel sees it. */
  readonly everyone: boolean
  /** In place of the message whose button was pressed. */
  readonly inPlace: boolean
}

/**
 * Discord drops an interaction without a response within three seconds; half of it is left to the network and to a
 * machine that is busy. discord.com/developers/docs/interactions/receiving-and-responding
 */
const deferAfterMs = 1500

/**
 * Responds with what the work comes to; asks for more time if that takes long. Whether everyone sees it is decided
 * before. Undefined: another process responds.
 */
export async function respond(
  interaction: Respondable,
  manner: ResponseManner,
  work: Promise<Response | undefined>,
  log: Logger,
): Promise<void> {
  const visibility = manner.everyone ? {} : { flags: MessageFlags.Ephemeral as const }
  const opening = openingOf(interaction, manner.inPlace, visibility)
  let deferred: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    deferred = persist(opening.defer)
    deferred.catch(() => {})
  }, deferAfterMs)
  try {
    const response = await work.finally(() => clearTimeout(timer))
    if (!response) return
    const { messages, file } = response
    const [first, ...more] = messages
    const body = { ...content(first), ...(file ? { files: [attached(file)] } : {}) }
    if (deferred) {
      await deferred.catch(unlessAcknowledged)
      // Not `editReply`, which knows nothing of a deferral whose confirmation was lost.
      await persist(() => interaction.webhook.editMessage('@original', body))
    } else await persist(() => opening.show(body)).catch(unlessAcknowledged)
    // Not `followUp`, which knows nothing of a response whose confirmation was lost.
    for (const message of more) await interaction.webhook.send({ ...content(message), ...visibility })
  } catch (error) {
    if (!isTooLate(error)) throw error
    log.info({ platform: 'discord', err: error }, 'interaction no longer answerable')
  }
}

type Body = Dressed & { readonly files?: ReturnType<typeof attached>[] }

/** The two first responses that an interaction can have: more time asked for, or what is shown. */
type Opening = { readonly defer: () => Promise<unknown>; readonly show: (body: Body) => Promise<unknown> }

function openingOf(
  interaction: Respondable,
  inPlace: boolean,
  visibility: { readonly flags?: MessageFlags.Ephemeral },
): Opening {
  if (inPlace && interaction.isMessageComponent())
    return { defer: () => interaction.deferUpdate(), show: (body) => interaction.update(body) }
  return {
    defer: () => interaction.deferReply(visibility),
    show: (body) => interaction.reply({ ...body, ...visibility }),
  }
}

function attached({ name, content }: NonNullable<Response['file']>) {
  return { attachment: Buffer.from(content), name }
}

/** A first response that was repeated because the answer to it was lost, or that another process gave: it is there. */
export function unlessAcknowledged(error: unknown): void {
  if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
    throw error
}

/** Nothing to show is shown as nothing: an embed may not be empty. */
function content(message: Dressed | undefined): Dressed {
  return {
    ...(message?.content === undefined ? {} : { content: message.content }),
    embeds: message?.embeds ?? [],
    components: message?.components ?? [],
  }
}

/**
 * Unknown interaction, unknown message, unknown webhook, webhook token expired:
 * discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const tooLate = new Set<string | number>([10_062, 10_008, 10_015, 50_027])

function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && tooLate.has(error.code)
}
