import { Routes, type APIMessage, type RawFile, type REST } from 'discord.js'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import type { Courier } from '../../core/mailing/courier.ts'
import { reasonOf } from '../../core/mailing/reason.ts'
import type { Destination, Outcome } from '../../core/mailing/delivery.ts'
import { underCopy } from '../../core/pages/under-copy.ts'
import type { ButtonData } from '../button-data.ts'
import { partsOf } from './copy.ts'
import { crosspost } from './crosspost.ts'
import type { EvenPace } from './even-pace.ts'
import { changedBody, newBody, noticeBody, type Part } from './mailing-body.ts'
import { outcomeOf, unlessGone } from './outcome.ts'
import { privateChannel } from './private-channel.ts'

/** "In the past few minutes": discord.com/developers/docs/resources/message#create-message (enforce_nonce). */
const recognisesForMs = 120_000

/** Delivers mailings in Discord, which recognises a repeated message by its nonce. */
export function discordCourier({
  rest,
  data,
  attachment,
  mayCallEveryone = () => undefined,
  pace,
  failed,
}: {
  readonly rest: REST
  readonly data: ButtonData
  /** The content of a stored file. */
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
  /** Whether everyone may be called in a channel; undefined where that is not known. */
  readonly mayCallEveryone?: (channel: string) => boolean | undefined
  readonly pace: EvenPace
  readonly failed: () => void
}): Courier<Part> {
  const uploadsOf = keepLatest(attachment)
  const attempt = attempting(failed)
  return {
    platform: 'discord',
    recognisesForMs,
    dress: (copy, messages) => partsOf(copy, messages).map((part) => ({ ...part, ...underCopy(copy) })),
    together: () => 1,
    reserve: () => Promise.resolve(() => {}),
    turn: pace.turn,
    mayCall: pace.mayCall,
    async send(message) {
      const { destination } = message
      const part = message.parts[0]!
      const files = await uploadsOf(part.files)
      if (!files) return { kind: 'refused', reason: reasonOf('noFile', 'its file is not stored') }
      const isCall = part.calls && destination.kind === 'channel'
      const callsEveryone = isCall && mayCallEveryone(destination.chat) !== false
      const note = isCall && !callsEveryone ? notCalled : undefined
      const body = newBody(message, part, { data, callsEveryone })
      return attempt(async () => {
        const channel = await channelFor(rest, destination)
        const { id } = (await rest.post(Routes.channelMessages(channel), { body, files: [...files] })) as APIMessage
        const isNew = channel !== destination.chat && channel !== destination.route
        return { messages: [id], note, ...(isNew ? { route: channel } : {}) }
      })
    },
    edit: ({ destination, part, id }) =>
      attempt(async () => {
        const body = changedBody(destination, part, data)
        await rest.patch(Routes.channelMessage(await channelFor(rest, destination), id), { body })
        return { messages: [id] }
      }),
    remove: ({ destination, id, notice }) => remove(rest, destination, id, notice, attempt),
    async publish({ destination, id }) {
      const outcome = await crosspost(rest, await channelFor(rest, destination), id)
      if (outcome.kind !== 'done') failed()
      return outcome
    },
    share: pace.share,
    holdUntil: pace.holdUntil,
  }
}

const notCalled = reasonOf('notCalled', 'posted, but everyone could not be called: no right to')

type Attempt = (call: () => Promise<Omit<Extract<Outcome, { kind: 'done' }>, 'kind'>>) => Promise<Outcome>

/** Makes a call once. `failed` is told if it did not succeed. */
function attempting(failed: () => void): Attempt {
  return async (call) => {
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
}

/** What can't be deleted says that it was recalled. */
async function remove(
  rest: REST,
  destination: Destination,
  id: string,
  notice: Part,
  attempt: Attempt,
): Promise<Outcome> {
  const removed = await attempt(async () => {
    await rest.delete(Routes.channelMessage(await channelFor(rest, destination), id)).catch(unlessGone)
    return { messages: [id] }
  })
  if (removed.kind !== 'refused') return removed
  const replaced = await attempt(async () => {
    const body = noticeBody(notice)
    await rest.patch(Routes.channelMessage(await channelFor(rest, destination), id), { body })
    return { messages: [id] }
  })
  return replaced.kind === 'done' ? { ...replaced, note: 'replaced' } : replaced
}

async function channelFor(rest: REST, { kind, chat, route }: Destination): Promise<string> {
  if (route !== undefined) return route
  return kind === 'person' ? privateChannel(rest, chat) : chat
}

/** Undefined if one of them is not stored. The same files go to all, one after the other. */
function keepLatest(
  attachment: (id: string) => Promise<Uint8Array | undefined>,
): (files: readonly AttachmentRef[]) => Promise<readonly RawFile[] | undefined> {
  let latest: { readonly ids: string; readonly uploads: Promise<readonly RawFile[] | undefined> } | undefined
  return async (files) => {
    // Texts between them are no reason to read them again.
    if (files.length === 0) return []
    const ids = files.map(({ id }) => id).join()
    if (latest?.ids !== ids) latest = { ids, uploads: load(files) }
    return latest.uploads
  }

  async function load(files: readonly AttachmentRef[]): Promise<readonly RawFile[] | undefined> {
    const uploads = await Promise.all(
      files.map(async ({ id, name, type }) => {
        const bytes = await attachment(id)
        return bytes && { name, contentType: type, data: Buffer.from(bytes) }
      }),
    )
    return uploads.every((one) => one !== undefined) ? uploads : undefined
  }
}
