import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWaiter } from '../waiter.ts'
import { parseHtml } from './html.ts'
import { breaches } from './validate.ts'

export type Payload = Readonly<Record<string, unknown>>

/** A call as it came in, and what came of it. */
export type Call = {
  readonly method: string
  readonly payload: Payload
  readonly at: number
  status: number
  result: unknown
}

/** A message that the bot has put into a chat, as a reader sees it now. */
export type Shown = {
  readonly chat: number
  readonly id: number
  text: string
  keyboard: Button[][]
  edits: number
  readonly payload: Payload
}
export type Button = { readonly text: string; readonly callback_data?: string; readonly url?: string }

/** What goes wrong with a call: another status, a late answer, none, or one that is lost after the call took effect. */
export type Fault =
  | {
      readonly status: number
      readonly body?: string
      readonly retryAfter?: number
      readonly movedTo?: number
      readonly description?: string
    }
  | { readonly delayMs: number }
  | 'reset'
  | 'silence'
  | 'reset after it took effect'

export const botId = 4242
export const botUsername = 'jauap_test_bot'

/**
 * A Bot API server on the loopback interface: it checks every call against the published API, keeps chats as people see
 * them, hands out updates by long polling or webhook, and goes wrong where a test wants it to.
 */
export type BotApi = AsyncDisposable & {
  readonly root: string
  readonly token: string
  readonly calls: readonly Call[]
  /** What calls broke of the published API. A test that uses the server should find none. */
  readonly violations: string[]
  /** Asked for each call; undefined lets it pass. */
  fault: (method: string, payload: Payload, nth: number) => Fault | undefined
  /** Messages a second, in any second, above which calls get 429; Infinity for no limit. */
  perSecond: number
  /** Chat members by "chat/user"; everyone else is a plain member. */
  readonly administrators: Set<string>
  /** Gives an update its id and hands it out at the next request. */
  readonly push: (update: Payload) => number
  /** An update with its id, for a test that delivers it itself. */
  readonly number: (update: Payload) => Payload & { update_id: number }
  readonly shown: (chat: number) => Shown[]
  /** The messages in all chats. */
  readonly everything: () => Shown[]
  /** Resolves when the condition holds; rejects after some seconds with what was seen. */
  readonly until: (condition: () => boolean, what: string) => Promise<void>
}

/**
 * Listens on a free port, with a bot that has no chats, no commands and no updates yet; nothing goes wrong and nothing
 * is limited until a test sets `fault` or `perSecond`. Dispose of it to close every connection.
 */
export async function startBotApi(): Promise<BotApi> {
  const calls: Call[] = []
  const violations: string[] = []
  const updates: (Payload & { update_id: number })[] = []
  const messages = new Map<string, Shown>()
  const commands = new Map<string, unknown>()
  const descriptions = new Map<string, unknown>()
  const openPresses = new Set<string>()
  const sentAt: number[] = []
  const waiter = createWaiter(summary)
  let lastUpdate = 1000
  let lastMessage = 0
  let poller: { response: ServerResponse; timer: NodeJS.Timeout } | undefined

  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const botApi: BotApi = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: `${botId}:AAtest-token_of-the-loopback-server`,
    calls,
    violations,
    fault: () => undefined,
    perSecond: Infinity,
    administrators: new Set(),
    number: (update) => {
      const press = update.callback_query as { id: string } | undefined
      if (press) openPresses.add(press.id)
      return { ...update, update_id: ++lastUpdate }
    },
    push(update) {
      const numbered = botApi.number(update)
      updates.push(numbered)
      handOut()
      return numbered.update_id
    },
    shown: (chat) => [...messages.values()].filter((message) => message.chat === chat).toSorted((a, b) => a.id - b.id),
    everything: () => [...messages.values()],
    until: waiter.until,
    async [Symbol.asyncDispose]() {
      clearTimeout(poller?.timer)
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return botApi

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === `/file/bot${botApi.token}/documents/file.txt`) return void response.end('file')
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const payload = await readPayload(request)
    if (token !== botApi.token || method === undefined)
      return answer(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' })
    const call: Call = { method, payload, at: performance.now(), status: 0, result: undefined }
    calls.push(call)
    const nth = calls.filter((one) => one.method === method).length
    const fault = botApi.fault(method, payload, nth)
    if (fault === 'reset') return void request.socket.destroy()
    if (fault === 'silence') return
    if (typeof fault === 'object' && 'delayMs' in fault)
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    else if (typeof fault === 'object') return refuse(call, response, fault)
    violations.push(...breaches(method, payload))
    if (method === 'getUpdates') return hold(response, payload)
    const flood = floodOf(method, payload)
    if (flood !== undefined) return refuse(call, response, { status: 429, retryAfter: flood })
    const outcome = perform(method, payload)
    if ('fault' in outcome) {
      const status = outcome.status ?? 400
      return refuse(call, response, { status, description: outcome.fault })
    }
    call.status = 200
    call.result = outcome.result
    if (fault === 'reset after it took effect') request.socket.destroy()
    else answer(response, 200, { ok: true, result: outcome.result })
    waiter.changed()
  }

  function refuse(
    call: Call,
    response: ServerResponse,
    { status, body, retryAfter, movedTo, description = 'Bad Request' }: Extract<Fault, { status: number }>,
  ): void {
    call.status = status
    const text = retryAfter === undefined ? description : `Too Many Requests: retry after ${retryAfter}`
    if (body !== undefined) response.writeHead(status, { 'content-type': 'text/html' }).end(body)
    else
      answer(response, status, {
        ok: false,
        error_code: status,
        description: text,
        ...parametersOf(retryAfter, movedTo),
      })
    waiter.changed()
  }

  /** Seconds to wait, if so many messages were sent within the last second. */
  function floodOf(method: string, { media }: Payload): number | undefined {
    if (!method.startsWith('send')) return undefined
    const time = performance.now()
    const count = (media as unknown[] | undefined)?.length ?? 1
    while (sentAt.length > 0 && sentAt[0]! <= time - 1000) sentAt.shift()
    if (sentAt.length + count > Math.max(count, botApi.perSecond)) return 1
    for (let nth = 0; nth < count; nth++) sentAt.push(time)
    return undefined
  }

  function hold(response: ServerResponse, { offset = 0, timeout = 0 }: { offset?: unknown; timeout?: unknown }): void {
    const previous = poller
    poller = undefined
    if (previous) {
      clearTimeout(previous.timer)
      answer(previous.response, 409, {
        ok: false,
        error_code: 409,
        description: 'Conflict: terminated by other getUpdates request',
      })
    }
    while (updates.length > 0 && updates[0]!.update_id < Number(offset)) updates.shift()
    const timer = setTimeout(
      () => {
        poller = undefined
        answer(response, 200, { ok: true, result: [] })
      },
      Number(timeout) * 1000,
    )
    poller = { response, timer }
    response.on('close', () => {
      clearTimeout(timer)
      if (poller?.response === response) poller = undefined
    })
    handOut()
  }

  function handOut(): void {
    if (!poller || updates.length === 0) return
    const { response, timer } = poller
    clearTimeout(timer)
    poller = undefined
    answer(response, 200, { ok: true, result: updates.slice(0, 100) })
  }

  function perform(method: string, payload: Payload): { result: unknown } | { fault: string; status?: number } {
    switch (method) {
      case 'getMe':
        return {
          result: {
            id: botId,
            is_bot: true,
            first_name: 'Jauap',
            username: botUsername,
            can_join_groups: true,
            can_read_all_group_messages: false,
            supports_inline_queries: true,
          },
        }
      case 'sendMessage':
        return place(payload, 'text', 4096)
      case 'sendAudio':
      case 'sendDocument':
      case 'sendPhoto':
      case 'sendVideo':
        return place(payload, 'caption', 1024)
      case 'sendMediaGroup':
        return placeAll(payload)
      case 'editMessageText':
        return change(payload, 'text', 4096)
      case 'editMessageCaption':
        return change(payload, 'caption', 1024)
      case 'getFile':
        return {
          result: { file_id: payload.file_id, file_unique_id: 'u', file_size: 4, file_path: 'documents/file.txt' },
        }
      case 'deleteMessage':
        if (!messages.delete(`${String(payload.chat_id)}/${String(payload.message_id)}`))
          return { fault: 'Bad Request: message to delete not found' }
        return { result: true }
      case 'editMessageReplyMarkup': {
        const message = messages.get(`${String(payload.chat_id)}/${String(payload.message_id)}`)
        if (!message) return { fault: 'Bad Request: message to edit not found' }
        message.keyboard = keyboardOf(payload)
        return { result: asMessage(message) }
      }
      case 'deleteMessages':
        for (const id of payload.message_ids as number[]) messages.delete(`${String(payload.chat_id)}/${id}`)
        return { result: true }
      case 'answerCallbackQuery':
        if (!openPresses.delete(String(payload.callback_query_id))) {
          return { fault: 'Bad Request: query is too old and response timeout expired or query ID is invalid' }
        }
        return { result: true }
      case 'answerInlineQuery': {
        const results = payload.results as { input_message_content: { message_text: string; parse_mode?: string } }[]
        const fault = results
          .map(({ input_message_content: { message_text, parse_mode } }) => readText(message_text, parse_mode, 4096))
          .find((one) => 'fault' in one)
        return fault ?? { result: true }
      }
      case 'getChatMember': {
        const isAdministrator = botApi.administrators.has(`${String(payload.chat_id)}/${String(payload.user_id)}`)
        const user = { id: payload.user_id, is_bot: false, first_name: 'Someone' }
        return { result: { status: isAdministrator ? 'administrator' : 'member', user } }
      }
      case 'getMyCommands':
        return { result: commands.get(placeOf(payload)) ?? [] }
      case 'setMyCommands': {
        commands.set(placeOf(payload), payload.commands)
        return { result: true }
      }
      case 'deleteMyCommands': {
        commands.delete(placeOf(payload))
        return { result: true }
      }
      case 'getMyDescription':
        return { result: { description: descriptions.get(`long ${String(payload.language_code)}`) ?? '' } }
      case 'getMyShortDescription':
        return { result: { short_description: descriptions.get(`short ${String(payload.language_code)}`) ?? '' } }
      case 'setMyDescription': {
        descriptions.set(`long ${String(payload.language_code)}`, payload.description)
        return { result: true }
      }
      case 'setMyShortDescription': {
        descriptions.set(`short ${String(payload.language_code)}`, payload.short_description)
        return { result: true }
      }
      default:
        return { result: true }
    }
  }

  function place(payload: Payload, of: 'text' | 'caption', most: number): { result: unknown } | { fault: string } {
    const read = readText((payload[of] as string | undefined) ?? '', payload.parse_mode, most, of === 'text' ? 1 : 0)
    if ('fault' in read) return read
    const message: Shown = {
      chat: Number(payload.chat_id),
      id: ++lastMessage + 100_000,
      text: read.text,
      keyboard: keyboardOf(payload),
      edits: 0,
      payload,
    }
    messages.set(`${message.chat}/${message.id}`, message)
    const kind = fileKinds.find((one) => payload[one] !== undefined)
    const file = kind && payload[kind]
    const known = typeof file === 'string' && !file.startsWith('attach://')
    const stored = { file_id: known ? file : `file-${message.id}`, file_unique_id: 'u' }
    return {
      result: {
        ...asMessage(message),
        ...(kind === undefined ? {} : { [kind]: kind === 'photo' ? [{ ...stored, width: 1, height: 1 }] : stored }),
      },
    }
  }

  /** All, or none: core.telegram.org/bots/api#sendmediagroup */
  function placeAll({ media, ...rest }: Payload): { result: unknown } | { fault: string } {
    const items = media as readonly { type: string; media: unknown; caption?: string; parse_mode?: unknown }[]
    const alone = items.map(({ type }) => type).find((type) => type === 'document' || type === 'audio')
    if (items.length < 2 || items.length > 10) return { fault: 'Bad Request: group of 2 to 10 files expected' }
    if (alone !== undefined && items.some(({ type }) => type !== alone))
      return { fault: 'Bad Request: documents and audio can’t be mixed with other media types' }
    const unreadable = items
      .map(({ caption = '', parse_mode }) => readText(caption, parse_mode, 1024, 0))
      .find((one) => 'fault' in one)
    if (unreadable) return unreadable
    const album = `album-${lastMessage}`
    const results = items.map(({ type, media: file, ...words }) =>
      place({ ...rest, ...words, [type]: file, media_group_id: album }, 'caption', 1024),
    )
    return { result: results.map((one) => ('result' in one ? one.result : undefined)) }
  }

  function change(payload: Payload, of: 'text' | 'caption', most: number): { result: unknown } | { fault: string } {
    const message = messages.get(`${String(payload.chat_id)}/${String(payload.message_id)}`)
    if (!message) return { fault: 'Bad Request: message to edit not found' }
    const read = readText(payload[of] as string, payload.parse_mode, most)
    if ('fault' in read) return read
    const keyboard = keyboardOf(payload)
    if (read.text === message.text && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
      return {
        fault:
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      }
    }
    message.text = read.text
    message.keyboard = keyboard
    message.edits++
    return { result: asMessage(message) }
  }

  function summary(): string {
    const lines = calls
      .filter(({ method }) => method !== 'getUpdates')
      .slice(-20)
      .map(({ method, payload, status }) => `${status} ${method} ${JSON.stringify(payload).slice(0, 200)}`)
    return [...lines, ...violations].join('\n')
  }
}

function readText(text: string, mode: unknown, most: number, least = 1): { text: string } | { fault: string } {
  const parsed = mode === 'HTML' ? parseHtml(text) : { text }
  if ('fault' in parsed) return { fault: `Bad Request: ${parsed.fault}` }
  if (parsed.text.trim().length < least) return { fault: 'Bad Request: message text is empty' }
  return parsed.text.length > most ? { fault: 'Bad Request: message is too long' } : parsed
}

const fileKinds = ['photo', 'video', 'audio', 'document'] as const

function parametersOf(retryAfter?: number, movedTo?: number): object {
  if (retryAfter !== undefined) return { parameters: { retry_after: retryAfter } }
  return movedTo === undefined ? {} : { parameters: { migrate_to_chat_id: movedTo } }
}

function keyboardOf({ reply_markup: markup }: Payload): Button[][] {
  return (markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? []
}

function asMessage({ chat, id, text }: Shown): object {
  return {
    message_id: id,
    date: Math.floor(Date.now() / 1000),
    chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
    text,
    from: { id: botId, is_bot: true, first_name: 'Jauap', username: botUsername },
  }
}

function placeOf({ scope = { type: 'default' }, language_code: language = '' }: Payload): string {
  return `${JSON.stringify(scope)} ${String(language)}`
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** JSON, or a form with files whose other fields are JSON where they are no plain strings. */
async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body.length === 0 ? {} : (JSON.parse(body.toString()) as Payload)
  const fields: [string, unknown][] = []
  const files = new Map<string, unknown>()
  for (const [name, value] of await new Response(body, { headers: { 'content-type': type } }).formData()) {
    if (typeof value === 'string') fields.push([name, value])
    else files.set(name, value)
  }
  return Object.fromEntries(
    fields.map(([name, value]) => [name, files.get(String(value).replace('attach://', '')) ?? fromForm(value)]),
  )
}

function fromForm(value: unknown): unknown {
  try {
    return JSON.parse(String(value)) as unknown
  } catch {
    return value
  }
}
