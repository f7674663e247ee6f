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

export type Respondable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

/** What is shown: messages, and with the first of them a file. */
export type Response = {
  readonly messages: readonly Dressed[]
  readonly file?: { readonly name: string; readonly content: string } | undefined
}

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

/** Responds with what the work comes to; asks for more time if that takes long. Whether everyone sees it is decided before. */
export async function respond(
  interaction: Respondable,
  manner: ResponseManner,
  work: Promise<Response>,
  log: Logger,
): Promise<void> {
  const flags = manner.everyone ? undefined : MessageFlags.Ephemeral
  const inPlace = manner.inPlace && interaction.isMessageComponent()
  let deferred: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    deferred = persist<unknown>(() =>
      inPlace ? interaction.deferUpdate() : interaction.deferReply(flags === undefined ? {} : { flags }),
    )
    deferred.catch(() => {})
  }, deferAfterMs)
  try {
    const { messages, file } = await work.finally(() => clearTimeout(timer))
    const [first, ...more] = messages
    const body = {
      ...content(first),
      ...(file ? { files: [{ attachment: Buffer.from(file.content), name: file.name }] } : {}),
    }
    if (deferred) {
      await deferred.catch(unlessAcknowledged)
      // Not `editReply`, which knows nothing of a deferral whose confirmation was lost.
      await persist(() => interaction.webhook.editMessage('@original', body))
    } else
      await persist<unknown>(() =>
        inPlace ? interaction.update(body) : interaction.reply({ ...body, ...(flags === undefined ? {} : { flags }) }),
      ).catch(unlessAcknowledged)
    // Not `followUp`, which knows nothing of a response whose confirmation was lost.
    for (const message of more)
      await interaction.webhook.send({ ...content(message), ...(flags === undefined ? {} : { flags }) })
  } catch (error) {
    if (!isTooLate(error)) throw error
    log.info({ platform: 'discord', err: error }, 'interaction no longer answerable')
  }
}

/** A first response that was repeated because the answer to it was lost: it is there. */
function unlessAcknowledged(error: unknown): void {
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

/** Unknown interaction, unknown message, unknown webhook, webhook token expired: discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const tooLate = new Set<string | number>([10_062, 10_008, 10_015, 50_027])

function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && tooLate.has(error.code)
}
