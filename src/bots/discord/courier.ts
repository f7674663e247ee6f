import { setTimeout as pause } from 'node:timers/promises'
import {
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RESTJSONErrorCodes,
  RateLimitError,
  REST,
  Routes,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIChannel,
  type APIMessage,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'
import type { Courier } from '../../core/mailing/courier.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { say } from '../../core/i18n.ts'
import type { Language } from '../../knowledge/language.ts'
import type { ButtonData } from '../button-data.ts'
import { partsOf, type CopyPart } from './copy.ts'

/** Milliseconds that one call may take, with a file; what is repeated is recognised. */
const patienceMs = 30_000

/** Publishing beyond ten an hour is not refused, but silent for longer than anybody waits (discord.js#4956). */
const publishMs = 10_000

/** "In the past few minutes": discord.com/developers/docs/resources/message#create-message (enforce_nonce). */
const recognisesForMs = 120_000

/** Of the fifty requests a second that Discord allows, the rest is left to answers; deliveries keep well within their part. */
const requestsPerSecond = { allowed: 40, planned: 30 }

/** A client for announcements alone: every call once, and no waiting inside. What comes of a call is decided by the queue. */
export function announcementRest(token: string, apiRoot: string | undefined): REST {
  return new REST({
    ...(apiRoot === undefined ? {} : { api: apiRoot }),
    retries: 0,
    timeout: patienceMs,
    globalRequestsPerSecond: requestsPerSecond.allowed,
    rejectOnRateLimit: () => true,
  }).setToken(token)
}

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
  let heldUntil = 0
  let nextAt = 0
  let file: { readonly id: string; readonly bytes: Promise<Buffer | undefined> } | undefined
  return {
    platform: 'discord',
    recognisesForMs,
    dress: (copy) => partsOf(copy).map((part) => ({ ...part, language: copy.sections[0]?.language ?? 'en' })),
    reserve: () => Promise.resolve(() => {}),
    async turn({ kind, route, publishes }) {
      // One after the other at an even pace, rather than all at once and then refused; some need a request more.
      const requests = 1 + (kind === 'person' && route === undefined ? 1 : 0) + (publishes ? 1 : 0)
      const at = Math.max(nextAt, Date.now())
      nextAt = at + (1000 * requests) / requestsPerSecond.planned
      await waitFor(at - Date.now(), stopping)
      while (heldUntil > Date.now() && !stopping.aborted) await waitFor(heldUntil - Date.now(), stopping)
      stopping.throwIfAborted()
    },
    isHeld: () => heldUntil > Date.now(),
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
    holdUntil: (moment) => void (heldUntil = Math.max(heldUntil, moment.getTime())),
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

  /** The same file goes to all, one after the other. */
  async function bytesOf(id: string): Promise<Buffer | undefined> {
    if (file?.id !== id) file = { id, bytes: attachment(id).then((bytes) => bytes && Buffer.from(bytes)) }
    return file.bytes
  }

  /** People are written to in a private channel, which has an id of its own. */
  async function channelOf({ kind, chat, route }: Destination): Promise<string> {
    if (route !== undefined) return route
    if (kind !== 'person') return chat
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: chat } })) as APIChannel
    return id
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
      return `posted, but not published to followers: ${error instanceof RateLimitError ? 'ten an hour are allowed' : reasonOf(error)}`
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

/** Nobody is there: discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const goneCodes = new Set<number | string>([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
])

function outcomeOf(error: unknown): Outcome | undefined {
  if (error instanceof RateLimitError)
    return { kind: 'later', seconds: Math.ceil(error.timeToReset / 1000), everywhere: error.global }
  if (error instanceof DiscordAPIError) {
    const { code, status, message: reason } = error
    if (goneCodes.has(code)) return { kind: 'gone', reason }
    // A token that is refused is no fault of the channel.
    if (status === 401) return { kind: 'trouble', unclear: false, silent: false, reason }
    return status >= 500 ? { kind: 'trouble', unclear: true, silent: false, reason } : { kind: 'refused', reason }
  }
  if (error instanceof HTTPError)
    return { kind: 'trouble', unclear: true, silent: false, reason: `error ${error.status}` }
  if (!isLost(error)) return undefined
  return { kind: 'trouble', unclear: true, silent: true, reason: reasonOf(error) }
}

/** No answer came: undici's errors have a code, and what was given up is an AbortError or a TimeoutError. */
function isLost(error: unknown): boolean {
  return error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'TimeoutError')
}

/** What somebody else has deleted need not be. */
function unlessGone(error: unknown): void {
  if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error
}

/** Without what libraries say of the request. */
function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return error.message
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
    ? 'no answer in time'
    : `connection failed${code}`
}

async function waitFor(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms > 0) await pause(ms, undefined, { signal: stopping }).catch(() => {})
}
