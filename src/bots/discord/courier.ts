import {
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  RateLimitError,
  Routes,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessage,
  type REST,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'
import type { Courier } from '../../core/mailing/courier.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'
import type { ButtonData } from '../button-data.ts'
import { requestsPerSecond } from './announcement-rest.ts'
import { partsOf, type CopyPart } from './copy.ts'
import { evenPace } from './even-pace.ts'
import { outcomeOf, reasonOf, unlessGone } from './outcome.ts'
import { privateChannel } from './private-channel.ts'

/** Publishing beyond ten an hour is not refused, but silent for longer than anybody waits (discord.js#4956). */
const publishMs = 10_000

/** "In the past few minutes": discord.com/developers/docs/resources/message#create-message (enforce_nonce). */
const recognisesForMs = 120_000

/** A message as it is handed over, with the language of the button below it. */
type Part = CopyPart & { readonly language: Language }

/** Delivers mailings in Discord, which recognises a repeated message by its nonce. */
export function discordCourier({
  rest,
  data,
  attachment,
  failed,
  stopping,
}: {
  readonly rest: REST
  readonly data: ButtonData
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  readonly failed: () => void
  readonly stopping: AbortSignal
}): Courier<Part> {
  const pace = evenPace(requestsPerSecond.planned, stopping)
  const bytesOf = keepLatest(attachment)
  const channelOf = (destination: Destination): Promise<string> => channelFor(rest, destination)
  return {
    platform: 'discord',
    recognisesForMs,
    dress: (copy) => partsOf(copy).map((part) => ({ ...part, language: copy.sections[0]?.language ?? 'en' })),
    reserve: () => Promise.resolve(() => {}),
    turn: pace.turn,
    isHeld: pace.isHeld,
    async send({ destination, part, silent, key, replyTo }) {
      const { content, embeds, file } = part
      const bytes = file && (await bytesOf(file.id))
      if (file && !bytes) return { kind: 'refused', reason: 'its file is not stored' }
      const calls = destination.kind === 'channel' && part.calls
      const body: RESTPostAPIChannelMessageJSONBody = {
        content,
        embeds: [...embeds],
        components: buttonsFor(destination, part),
        nonce: key,
        enforce_nonce: true,
        allowed_mentions: { parse: calls ? ['everyone' as never] : [] },
        ...(silent ? { flags: MessageFlags.SuppressNotifications } : {}),
        ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      }
      const files = file && bytes ? [{ name: file.name, contentType: file.type, data: bytes }] : []
      return attempt(async () => {
        const channel = await channelOf(destination)
        const { id } = (await rest.post(Routes.channelMessages(channel), { body, files })) as APIMessage
        const note = destination.publishes ? await publish(channel, id) : undefined
        return {
          message: id,
          note,
          ...(channel === destination.chat || channel === destination.route ? {} : { route: channel }),
        }
      })
    },
    edit: ({ destination, part, id }) =>
      attempt(async () => {
        const { content, embeds } = part
        const body: RESTPatchAPIChannelMessageJSONBody = {
          content,
          embeds: [...embeds],
          components: buttonsFor(destination, part),
          allowed_mentions: { parse: [] },
        }
        await rest.patch(Routes.channelMessage(await channelOf(destination), id), { body })
        return { message: id }
      }),
    async remove({ destination, id, notice }) {
      const removed = await attempt(async () => {
        await rest.delete(Routes.channelMessage(await channelOf(destination), id)).catch(unlessGone)
        return { message: id }
      })
      if (removed.kind !== 'refused') return removed
      const replaced = await attempt(async () => {
        const body: RESTPatchAPIChannelMessageJSONBody = {
          content: notice.content,
          embeds: [],
          components: [],
          attachments: [],
          allowed_mentions: { parse: [] },
        }
        await rest.patch(Routes.channelMessage(await channelOf(destination), id), { body })
        return { message: id }
      })
      return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
    },
    share: () => {},
    holdUntil: pace.holdUntil,
  }

  async function attempt(call: () => Promise<Omit<Extract<Outcome, { kind: 'done' }>, 'kind'>>): Promise<Outcome> {
    try {
      return { kind: 'done', ...(await call()) }
    } catch (error) {
      const outcome = outcomeOf(error)
      // What is no matter of Discord's is a fault of ours.
      if (!outcome) throw error
      failed()
      return outcome
    }
  }

  /** The post is there whatever comes of publishing it; what went wrong is noted. */
  async function publish(channel: string, message: string): Promise<string | undefined> {
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message), { signal: AbortSignal.timeout(publishMs) })
      return undefined
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)
        return undefined
      failed()
      const reason = error instanceof RateLimitError ? 'ten an hour are allowed' : reasonOf(error)
      return `posted, but not published to followers: ${reason}`
    }
  }

  /** The way out, for people who did not choose it by joining a server. */
  function buttonsFor({ kind }: Destination, { language }: Part): APIActionRowComponent<APIButtonComponent>[] {
    if (kind !== 'person') return []
    const button = {
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      label: say(language, 'button.unsubscribe'),
      custom_id: data.pack({ do: 'unsubscribe' }, language),
    }
    return [{ type: ComponentType.ActionRow, components: [button] }]
  }
}

async function channelFor(rest: REST, { kind, chat, route }: Destination): Promise<string> {
  if (route !== undefined) return route
  return kind === 'person' ? privateChannel(rest, chat) : chat
}

/** The same file goes to all, one after the other. */
function keepLatest(
  attachment: (id: string) => Promise<Uint8Array | undefined>,
): (id: string) => Promise<Buffer | undefined> {
  let file: { readonly id: string; readonly bytes: Promise<Buffer | undefined> } | undefined
  return (id) => {
    if (file?.id !== id) file = { id, bytes: attachment(id).then((bytes) => bytes && Buffer.from(bytes)) }
    return file.bytes
  }
}
