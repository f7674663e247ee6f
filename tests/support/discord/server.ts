import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWaiter } from '../waiter.ts'
import { openGateway, type Gateway } from './gateway.ts'
import { application, guild } from './ids.ts'
import { breaches, requestOf } from './validate.ts'

export type Body = Readonly<Record<string, unknown>>
export type Call = {
  readonly request: string
  readonly path: string
  readonly body: Body
  readonly files: ReadonlyMap<string, File>
  readonly at: number
  status: number
}

/** What is shown to whom: the answer to an interaction, or a message in a channel. */
export type Shown = {
  readonly id: string
  content: Body
  edits: number
  published: boolean
  readonly ephemeral: boolean
  readonly files: Map<string, File>
}

export type Fault =
  | { readonly status: number; readonly body?: object | string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly delayMs: number }
  | 'reset'
  | 'reset after it took effect'

export { application, guild }

/** A Discord on the loopback interface: REST that checks bodies against the published description, and a gateway. */
export type Discord = AsyncDisposable & {
  readonly root: string
  readonly token: string
  readonly calls: readonly Call[]
  readonly violations: string[]
  readonly gateway: Gateway
  fault: (request: string, body: Body, nth: number, path: string) => Fault | undefined
  /** What came of an interaction: its first response and follow-ups, in order. */
  readonly answersTo: (interaction: string) => readonly Shown[]
  readonly messagesIn: (channel: string) => readonly Shown[]
  readonly until: (condition: () => boolean, what: string) => Promise<void>
}

/** An interaction without a first response for so long is dropped. */
const deadlineMs = 3000

/**
 * Listens on a free port, REST and gateway alike, with no commands and no messages yet; nothing goes wrong until a test
 * sets `fault`. Dispose of it to close every connection.
 */
export async function startDiscord(): Promise<Discord> {
  const calls: Call[] = []
  const violations: string[] = []
  const answers = new Map<string, Shown[]>()
  const channels = new Map<string, Shown[]>()
  const nonces = new Map<string, object>()
  const events: Body[] = []
  const waiter = createWaiter(summary)
  let commands: Body[] = []
  let lastId = 100_000
  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const token = 'loopback.discord.token'
  const gateway = openGateway(server, token)
  gateway.onChange(waiter.changed)

  const discord: Discord = {
    root: `http://127.0.0.1:${port}/api`,
    token,
    calls,
    violations,
    gateway,
    fault: () => undefined,
    answersTo: (interaction) => answers.get(interaction) ?? [],
    messagesIn: (channel) => channels.get(channel) ?? [],
    until: waiter.until,
    async [Symbol.asyncDispose]() {
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return discord

  function summary(): string {
    const lines = calls
      .slice(-10)
      .map(({ request, body, status }) => `${status} ${request} ${JSON.stringify(body).slice(0, 300)}`)
    return [...lines, ...violations].join('\n')
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname).replace(/^\/api\/v10/, '')
    const method = request.method ?? ''
    const name =
      requestOf(method, path) ??
      `${method} ${path}: not among the requests in discord-api.json; add it in scripts/reduce-discord-api.ts`
    const { body, files } = await readBody(request)
    const call: Call = { request: name, path, body, files, at: performance.now(), status: 0 }
    calls.push(call)
    if (name.includes('not among')) violations.push(name)
    const fault = discord.fault(name, body, calls.filter((one) => one.request === name).length, path)
    if (fault === 'reset') return void request.socket.destroy()
    if (typeof fault === 'object' && 'delayMs' in fault)
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    const authorised = request.headers.authorization === `Bot ${token}` || /^\/(?:interactions|webhooks)\//.test(path)
    const refusal = typeof fault === 'object' && 'status' in fault ? fault : undefined
    const outcome =
      refusal ??
      (authorised ? perform(name, path, body, files) : { status: 401, body: { message: '401: Unauthorized', code: 0 } })
    call.status = outcome.status
    if (!refusal) violations.push(...breaches(name, body))
    if (fault === 'reset after it took effect') return void request.socket.destroy()
    const type = typeof outcome.body === 'string' ? 'text/html' : 'application/json'
    response.writeHead(outcome.status, {
      ...(outcome.body === undefined ? {} : { 'content-type': type }),
      ...('headers' in outcome ? outcome.headers : {}),
    })
    response.end(typeof outcome.body === 'object' ? JSON.stringify(outcome.body) : outcome.body)
    waiter.changed()
  }

  function perform(
    name: string,
    path: string,
    body: Body,
    files: Map<string, File>,
  ): { status: number; body?: object } {
    const parts = path.split('/')
    switch (name) {
      case 'get /gateway/bot':
        return {
          status: 200,
          body: {
            url: `ws://127.0.0.1:${port}`,
            shards: 1,
            session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
          },
        }
      case 'get /applications/@me':
        return { status: 200, body: { id: application } }
      case 'get /applications/{application_id}/commands':
        return { status: 200, body: commands }
      case 'put /applications/{application_id}/commands':
        commands = (body as unknown as Body[]).map((command) => ({
          ...command,
          id: String(++lastId),
          application_id: application,
          version: '1',
          nsfw: false,
        }))
        return { status: 200, body: commands }
      case 'post /interactions/{interaction_id}/{interaction_token}/callback':
        return respondTo(parts[2]!, body, files)
      case 'post /webhooks/{webhook_id}/{webhook_token}':
        return show(answers, parts[3]!, body, files)
      case 'patch /webhooks/{webhook_id}/{webhook_token}/messages/@original':
        return editAnswer(parts[3]!, body, files)
      case 'post /channels/{channel_id}/messages': {
        const nonce = body.enforce_nonce === true ? String(body.nonce) : undefined
        const earlier = nonce === undefined ? undefined : nonces.get(`${parts[2]!} ${nonce}`)
        if (earlier) return { status: 200, body: earlier }
        const shown = show(channels, parts[2]!, body, files)
        if (nonce !== undefined) nonces.set(`${parts[2]!} ${nonce}`, shown.body)
        return shown
      }
      case 'get /guilds/{guild_id}/scheduled-events':
        return { status: 200, body: events }
      case 'post /guilds/{guild_id}/scheduled-events': {
        const event = {
          ...body,
          id: String(++lastId),
          guild_id: guild,
          creator_id: application,
          status: 1,
          entity_id: null,
          user_count: 0,
        }
        events.push(event)
        return { status: 200, body: event }
      }
      case 'post /users/@me/channels':
        return { status: 200, body: { id: `9${String(body.recipient_id)}`, type: 1 } }
      case 'patch /channels/{channel_id}/messages/{message_id}':
        return onMessage(parts, (message) => {
          message.content = { ...message.content, ...body }
          message.edits++
        })
      case 'post /channels/{channel_id}/messages/{message_id}/crosspost':
        return onMessage(parts, (message) => {
          message.published = true
        })
      case 'delete /channels/{channel_id}/messages/{message_id}':
        return onMessage(parts, (message) =>
          channels.set(
            parts[2]!,
            channels.get(parts[2]!)!.filter((one) => one !== message),
          ),
        )
      default:
        return { status: 404, body: { message: 'Unknown', code: 0 } }
    }
  }

  function onMessage(
    [, , channel, , id]: string[],
    change: (message: Shown) => void,
  ): { status: number; body: object } {
    const message = channels.get(channel!)?.find((one) => one.id === id)
    if (!message) return { status: 404, body: { message: 'Unknown Message', code: 10_008 } }
    change(message)
    return { status: 200, body: { ...asMessage(channel!), id } }
  }

  /** The first response to an interaction: once, and in time. */
  function respondTo(
    interaction: string,
    { type, data = {} }: { type?: unknown; data?: unknown } & Body,
    files: Map<string, File>,
  ): { status: number; body?: object } {
    if (answers.has(interaction))
      return { status: 400, body: { message: 'Interaction has already been acknowledged.', code: 40_060 } }
    const asked = gateway.sentAt(interaction)
    if (asked === undefined || performance.now() - asked > deadlineMs) {
      violations.push(`interaction ${interaction} answered after ${performance.now() - (asked ?? 0)} ms`)
      return { status: 404, body: { message: 'Unknown interaction', code: 10_062 } }
    }
    const content = data as Body
    answers.set(interaction, [
      {
        id: String(++lastId),
        content: { ...content, type },
        edits: 0,
        published: false,
        ephemeral: (Number(content.flags ?? 0) & 64) !== 0,
        files,
      },
    ])
    return { status: 204 }
  }

  function editAnswer(interaction: string, body: Body, files: Map<string, File>): { status: number; body?: object } {
    const [first] = answers.get(interaction) ?? []
    if (!first) return { status: 404, body: { message: 'Unknown Webhook', code: 10_015 } }
    first.content = { ...body, type: first.content.type }
    first.edits++
    for (const [name, file] of files) first.files.set(name, file)
    return { status: 200, body: asMessage('1') }
  }

  function show(
    places: Map<string, Shown[]>,
    place: string,
    body: Body,
    files: Map<string, File>,
  ): { status: number; body: object } {
    const id = String(++lastId)
    places
      .getOrInsertComputed(place, () => [])
      .push({ id, content: body, edits: 0, published: false, ephemeral: (Number(body.flags ?? 0) & 64) !== 0, files })
    return { status: 200, body: { ...asMessage(place), id } }
  }

  function asMessage(channel: string): object {
    return {
      id: String(++lastId),
      channel_id: channel,
      author: { id: application, username: 'jauap', discriminator: '0', avatar: null, bot: true },
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: 0,
    }
  }
}

/** JSON, or a form with JSON and files. */
async function readBody(request: IncomingMessage): Promise<{ body: Body; files: Map<string, File> }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const files = new Map<string, File>()
  if (!type.startsWith('multipart/form-data'))
    return { body: raw.length === 0 ? {} : (JSON.parse(raw.toString()) as Body), files }
  let body: Body = {}
  for (const [name, value] of await new Response(raw, { headers: { 'content-type': type } }).formData()) {
    if (typeof value !== 'string') files.set(name, value)
    else if (name === 'payload_json') body = JSON.parse(value) as Body
  }
  return { body, files }
}
