import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory, smallPack } from '../../support/packs.ts'
import { startByNpm, startProgram, type Program, type Running } from '../../support/process.ts'
import { startBotApi, type BotApi, type Call, type Fault, type Payload } from '../../support/telegram/server.ts'
import { aMessage } from '../../support/telegram/updates.ts'

let api: BotApi

beforeEach(async () => {
  api = await startBotApi()
})

afterEach(async () => {
  expect(api.violations).toEqual([])
  await api[Symbol.asyncDispose]()
})

function started(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  return startedBy(startInProcess, env)
}

/** In a process of its own, which can be killed. */
function startedApart(env: Readonly<Record<string, string>>): Promise<Program> {
  return startedBy(startProgram, { HTTP_PORT: '0', KNOWLEDGE: smallPack, ...env })
}

async function startedBy<T extends Running>(
  start: (env: Readonly<Record<string, string>>) => T,
  env: Readonly<Record<string, string>>,
): Promise<T> {
  const bot = start({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, ...env })
  await bot.said(/"ready"/)
  return bot
}

function ask(person: number, text = 'When is the summit?'): void {
  api.push(aMessage({ from: { id: person, language: 'en' }, text }))
}

function answers(person: number): Promise<void> {
  return api.until(() => api.shown(person).length > 0, `an answer to ${person}`)
}

/** The last thing that the bot does by itself after its start. */
function profileSet(): Promise<void> {
  return api.until(
    () => api.calls.filter(({ method }) => method === 'getMyShortDescription').length === 3,
    'the profile is up to date',
  )
}

function sends(person: number): Call[] {
  return api.calls.filter(({ method, payload }) => method === 'sendMessage' && payload.chat_id === person)
}

/** A fault for the first sends to one person. */
function faultFor(person: number, fault: Fault, times = 1): (method: string, payload: Payload) => Fault | undefined {
  return (method, payload) =>
    method === 'sendMessage' && payload.chat_id === person && sends(person).length <= times ? fault : undefined
}

/**
 * One answer leaves in each turn of the event loop, and a connection that is still being made takes a few turns, more
 * on a busy machine. Of those that wait for their turn, none is marked as begun: these are thirty and more.
 */
const mostCutOff = 10

/** Whom an answer was being sent to when the process was killed, and has not arrived: of those it can't be known. */
function begunIn(path: string): number[] {
  const database = new DatabaseSync(path)
  const rows = database.prepare("select chat from telegram_updates where state = 'begun'").all() as { chat: string }[]
  database.close()
  return rows.map(({ chat }) => Number(chat)).filter((person) => api.shown(person).length === 0)
}

describe('when Telegram is in trouble', () => {
  test('a 429 is waited out, while others are answered', async () => {
    api.fault = faultFor(1, { status: 429, retryAfter: 1 })
    await using _bot = await started()
    ask(1)
    ask(2)
    await answers(2)
    expect(api.shown(1)).toEqual([])
    await answers(1)
    const [refused, repeated] = sends(1)
    expect(repeated!.at - refused!.at).toBeGreaterThanOrEqual(1000)
    expect(api.shown(1)).toHaveLength(1)
  })

  test('a bot-wide 429 holds every chat back', async () => {
    const started429 = () => sends(1).length > 0 && sends(2).length > 0 && sends(3).length > 0
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendMessage' && sends(Number(chat)).length <= 1 && Number(chat) <= 3
        ? { status: 429, retryAfter: 1 }
        : undefined
    await using _bot = await started()
    await profileSet()
    for (const person of [1, 2, 3]) ask(person)
    await api.until(started429, 'three refusals')
    ask(4)
    await Promise.all([1, 2, 3, 4].map(answers))
    expect(sends(4)[0]!.at - sends(3)[0]!.at).toBeGreaterThanOrEqual(1000)
  })

  test.for<[string, Fault]>([
    ['a 502 with a page in place of an answer', { status: 502, body: '<html><h1>Bad Gateway</h1></html>' }],
    ['a 500', { status: 500, description: 'Internal Server Error' }],
    ['a connection that is reset', 'reset'],
  ])('%s is tried again', async ([, fault]) => {
    api.fault = faultFor(1, fault, 2)
    await using _bot = await started()
    ask(1)
    await answers(1)
    expect(sends(1)).toHaveLength(3)
  })

  test('silence in one chat does not keep others from being answered, nor a stop from ending', async () => {
    api.fault = faultFor(1, 'silence')
    await using bot = await started()
    ask(1)
    await api.until(() => sends(1).length === 1, 'the question is being answered')
    ask(2)
    await answers(2)
    expect(await bot.end()).toBe(0)
  }, 20_000)

  test('a person who blocked the bot is let alone, and nobody else notices', async () => {
    api.fault = faultFor(1, { status: 403, description: 'Forbidden: bot was blocked by the user' }, 9)
    await using _bot = await started()
    ask(1)
    await api.until(() => sends(1).length === 1, 'the refused answer')
    // A second question of theirs comes after any repetition of the first answer.
    ask(1)
    ask(2)
    await answers(2)
    await api.until(() => sends(1).length === 2, 'the second refused answer')
    expect(sends(1)[1]!.payload).toEqual(sends(1)[0]!.payload)
  })

  test('a group that has moved is followed', async () => {
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendMessage' && chat === -5 ? { status: 400, movedTo: -1005 } : undefined
    await using _bot = await started()
    api.push(
      aMessage({
        from: { id: 1, language: 'en' },
        chat: { id: -5, type: 'group', title: 'Old' },
        text: '/ask When is the summit?',
      }),
    )
    await answers(-1005)
  })

  test('a text whose mark-up is refused is sent without', async () => {
    api.fault = (method, { parse_mode: mode }) =>
      method === 'sendMessage' && mode
        ? { status: 400, description: "Bad Request: can't parse entities: x" }
        : undefined
    await using _bot = await started()
    ask(1)
    await answers(1)
    expect(api.shown(1)[0]!.text).toMatch(/^22–24 April/)
  })

  test('a second process that polls is waited out', async () => {
    api.fault = (method, _, nth) =>
      method === 'getUpdates' && nth <= 2
        ? { status: 409, description: 'Conflict: terminated by other getUpdates request' }
        : undefined
    await using bot = await started()
    ask(1)
    await answers(1)
    expect(bot.output()).toContain('stop one of the two')
  })

  test('a server that is away when the bot starts is waited for', async () => {
    api.fault = (method, _, nth) => (method === 'getMe' && nth <= 2 ? 'reset' : undefined)
    await using _bot = await started()
    ask(1)
    await answers(1)
  })

  test.for<[string, Fault, RegExp]>([
    ['a reset', 'reset', /to be repeated/],
    ['a refusal', { status: 400, description: 'Bad Request: something new' }, /something new/],
  ])('%s is logged without the token and without words', async ([, fault, logged]) => {
    api.fault = faultFor(1, fault)
    await using bot = await started()
    ask(1, 'confidential summit question')
    await bot.said(logged)
    ask(1, 'When is the summit?')
    await answers(1)
    expect(bot.output()).not.toMatch(new RegExp(`${api.token}|confidential|22–24`))
  })

  test('a notice that can’t be sent silences nobody', async () => {
    api.fault = (method, { text }) =>
      method === 'sendMessage' && String(text).includes('Too many messages')
        ? { status: 400, description: 'Bad Request: TOPIC_CLOSED' }
        : undefined
    await using _bot = await started()
    for (let nth = 0; nth < 32; nth++) ask(1)
    await api.until(() => api.shown(1).length === 32, 'all are answered')
  }, 30_000)

  test('a long wait that Telegram asks for is kept also by what was given up', async () => {
    api.fault = faultFor(1, { status: 429, retryAfter: 400 })
    await using _bot = await started()
    ask(1)
    await api.until(() => sends(1).length === 1, 'the refusal')
    ask(1)
    ask(2)
    await answers(2)
    expect(sends(1)).toHaveLength(1)
  })

  test('presses of others don’t wait for one that fails', async () => {
    api.fault = (method, { callback_query_id: id }) =>
      method === 'answerCallbackQuery' && id === 'first' ? { status: 500 } : undefined
    await using _bot = await started()
    for (const [person, id] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      api.push({
        callback_query: {
          id,
          from: { id: person, is_bot: false, first_name: 'x' },
          chat_instance: '1',
          data: 'x',
          message: { message_id: 1, date: 0, chat: { id: person, type: 'private' } },
        },
      })
    }
    const of = (id: string): Call[] =>
      api.calls.filter(({ method, payload }) => method === 'answerCallbackQuery' && payload.callback_query_id === id)
    await api.until(() => of('second').some(({ status }) => status === 200), 'the second press is answered')
    expect(of('first').length).toBeLessThanOrEqual(2)
    // Or the stop would wait for it.
    api.fault = () => undefined
  })
})

describe('a token that Telegram refuses', () => {
  test('ends the start with a message', async () => {
    await using bot = startProgram({ TELEGRAM_BOT_TOKEN: '1:wrong', TELEGRAM_API_ROOT: api.root, KNOWLEDGE: smallPack })
    expect(await bot.ended()).toBe(1)
    expect(bot.output()).toMatch(/TELEGRAM_BOT_TOKEN.*BotFather/)
  })
})

describe('a stop', () => {
  test('of npm start waits for the answer too', async () => {
    api.fault = faultFor(1, { delayMs: 700 })
    await using bot = startByNpm({
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      HTTP_PORT: '0',
      KNOWLEDGE: smallPack,
    })
    await bot.said(/"ready"/)
    ask(1)
    await api.until(() => sends(1).length === 1, 'the answer is being sent')
    expect(await bot.end()).toBe(0)
    expect(api.shown(1)).toHaveLength(1)
  })

  test.for(['SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves what Telegram refused outright to the next start',
    { timeout: 30_000 },
    async (signal) => {
      const env = { DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}` }
      api.fault = faultFor(1, { status: 429, retryAfter: 60 })
      {
        await using bot = await startedApart(env)
        ask(1)
        await bot.said(/to be repeated/)
        expect(await bot.end(signal)).toBe(signal === 'SIGTERM' ? 0 : signal)
      }
      await using _bot = await started(env)
      await answers(1)
    },
  )

  test('lets an answer that is being sent arrive', async () => {
    api.fault = faultFor(1, { delayMs: 700 })
    await using bot = await started()
    ask(1)
    await api.until(() => sends(1).length === 1, 'the answer is being sent')
    expect(await bot.end()).toBe(0)
    expect(api.shown(1)).toHaveLength(1)
  })
})

describe('someone who floods', () => {
  test('is told once and slowed, and keeps nobody else waiting', async () => {
    await using _bot = await started()
    for (let nth = 0; nth < 100; nth++) ask(1)
    await api.until(() => api.shown(1).length > 20, 'the flood is being answered')
    ask(2)
    await answers(2)
    // The flood gets some thirty answers at once and one a second up to fifty: the other one does not wait for those.
    expect(api.shown(1).length).toBeLessThan(40)
    await api.until(() => api.shown(1).length >= 34, 'the first of the flood and some more')
    const told = api.shown(1).filter(({ text }) => text.includes('Too many messages'))
    expect(told).toHaveLength(1)
    const late = sends(1)
      .filter(({ status }) => status === 200)
      .slice(-2)
    expect(late[1]!.at - late[0]!.at).toBeGreaterThan(500)
  }, 30_000)
})

describe('with a webhook', () => {
  const secret = 'a-secret_of-the-webhook'

  async function withWebhook<T extends Running>(
    database: string,
    start: (env: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<{ bot: T; deliver: (update: object, token?: string) => Promise<number> }> {
    const bot = await start({
      TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook/telegram',
      TELEGRAM_WEBHOOK_SECRET: secret,
      DATABASE_URL: `sqlite:${database}`,
    })
    const [, root] = await bot.said(/listening on (http:\S+)/)
    return {
      bot,
      async deliver(update, token = secret) {
        const response = await fetch(`${root}/hook/telegram`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': token },
          body: JSON.stringify(update),
        })
        return response.status
      },
    }
  }

  test('updates are answered, each id once, and only with the secret', async () => {
    const { bot, deliver } = await withWebhook(join(aDirectory({}), 'jauap.db'), started)
    await using _bot = bot
    const update = api.number(aMessage({ from: { id: 1, language: 'en' }, text: 'When is the summit?' }))
    const other = api.number(aMessage({ from: { id: 2, language: 'en' }, text: 'When is the summit?' }))
    expect(await deliver(update, 'guessed')).toBe(401)
    expect(await Promise.all([deliver(update), deliver(update)])).toEqual([200, 200])
    expect(await deliver(update)).toBe(200)
    expect(await deliver(other)).toBe(200)
    await answers(1)
    await answers(2)
    expect(api.shown(1)).toHaveLength(1)
    expect(api.calls.find(({ method }) => method === 'setWebhook')!.payload).toMatchObject({
      url: 'https://bot.example/hook/telegram',
      secret_token: secret,
    })
  })

  test('a request that is never finished does not hold up the stop', async () => {
    const { bot } = await withWebhook(join(aDirectory({}), 'jauap.db'), started)
    await using _bot = bot
    const [, port] = await bot.said(/listening on http:\/\/127\.0\.0\.1:(\d+)/)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.on('error', () => {})
    socket.write('POST /hook/telegram HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{')
    expect(await bot.end()).toBe(0)
    socket.destroy()
  })

  test('an address that Telegram refuses ends the start with a message, without the secret', async () => {
    api.fault = (method) =>
      method === 'setWebhook'
        ? { status: 400, description: 'Bad Request: bad webhook: HTTPS url must be provided' }
        : undefined
    await using bot = startInProcess({
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_WEBHOOK_URL: 'https://bot.example/',
      TELEGRAM_WEBHOOK_SECRET: secret,
    })
    expect(await bot.ended()).toBe(1)
    expect(bot.output()).toMatch(/TELEGRAM_WEBHOOK_URL: .*HTTPS url must be provided/)
    expect(bot.output()).not.toContain(secret)
  })

  test('what is no update is refused', async () => {
    const { bot, deliver } = await withWebhook(join(aDirectory({}), 'jauap.db'), started)
    await using _bot = bot
    expect(await deliver({ hello: 1 })).toBe(400)
  })

  test('a kill loses nothing and doubles nothing', async () => {
    const database = join(aDirectory({}), 'jauap.db')
    const updates = Array.from({ length: 60 }, (_, nth) =>
      api.number(aMessage({ from: { id: 100 + nth, language: 'en' }, text: 'When is the summit?' })),
    )
    const unacknowledged: object[] = []
    {
      const { bot, deliver } = await withWebhook(database, startedApart)
      await using _bot = bot
      // The pace lets thirty go at once: the others wait when the kill comes.
      const delivered = updates.map(async (update) => {
        const status = await deliver(update).catch(() => 0)
        if (status !== 200) unacknowledged.push(update)
      })
      await api.until(() => api.calls.filter(({ method }) => method === 'sendMessage').length >= 20, 'twenty answers')
      expect(await bot.end('SIGKILL')).toBe('SIGKILL')
      await Promise.all(delivered)
    }
    const cutOff = begunIn(database)
    expect(cutOff.length).toBeLessThan(mostCutOff)
    const { bot, deliver } = await withWebhook(database, started)
    await using _bot = bot
    // Telegram sends again what was not acknowledged; here, everything is sent again.
    for (const update of [...unacknowledged, ...updates]) expect(await deliver(update)).toBe(200)
    const people = updates.map((_, nth) => 100 + nth)
    await api.until(
      () => people.every((person) => api.shown(person).length > 0 || cutOff.includes(person)),
      'all are answered',
    )
    expect(people.filter((person) => api.shown(person).length > 1)).toEqual([])
  }, 60_000)
})

describe('with long polling', () => {
  test.for([
    { what: 'a batch that can’t be stored is asked for again', on: 'insert', said: /no updates from Telegram/ },
    { what: 'what fails before it is answered is tried again', on: 'update', said: /update failed/ },
  ])('$what, and answered once', async ({ on, said }) => {
    const path = join(aDirectory({}), 'jauap.db')
    await using bot = await started({ DATABASE_URL: `sqlite:${path}` })
    await profileSet()
    const other = new DatabaseSync(path)
    other.exec(`create trigger full before ${on} on telegram_updates begin select raise(abort, 'disk full'); end`)
    ask(1)
    await bot.said(said)
    other.exec('drop trigger full')
    other.close()
    await answers(1)
    expect(api.shown(1)).toHaveLength(1)
  })

  test('what was received before a kill is answered after the next start', async () => {
    const path = join(aDirectory({}), 'jauap.db')
    const env = { DATABASE_URL: `sqlite:${path}` }
    const people = Array.from({ length: 50 }, (_, nth) => 100 + nth)
    {
      await using bot = await startedApart(env)
      for (const person of people) ask(person)
      await api.until(() => api.calls.filter(({ method }) => method === 'sendMessage').length >= 20, 'twenty answers')
      await bot.end('SIGKILL')
    }
    const cutOff = begunIn(path)
    expect(cutOff.length).toBeLessThan(mostCutOff)
    await using _bot = await started(env)
    await api.until(
      () => people.every((person) => api.shown(person).length > 0 || cutOff.includes(person)),
      'all are answered',
    )
    expect(people.filter((person) => api.shown(person).length > 1)).toEqual([])
  }, 60_000)
})
