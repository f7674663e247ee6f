import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCommand, aMessage, manager } from '../../support/discord/events.ts'
import { application, startDiscord, type Body, type Discord, type Fault } from '../../support/discord/server.ts'
import { aPostgresDatabase } from '../../support/databases.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory, bulletin, smallPack } from '../../support/packs.ts'
import { startProgram, type Program, type Running } from '../../support/process.ts'
import { startSlowProxy } from '../../support/slow-proxy.ts'
import { startBotApi } from '../../support/telegram/server.ts'
import { aMessage as aTelegramMessage } from '../../support/telegram/updates.ts'

let discord: Discord

beforeEach(async () => {
  discord = await startDiscord()
})

afterEach(async () => {
  expect(discord.violations).toEqual([])
  await discord[Symbol.asyncDispose]()
})

function started(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  return startedBy(startInProcess, env)
}

/** In a process of its own: discord.js may leave a rejection that nobody waits for, or go on reconnecting for ever. */
function startedApart(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  return startedBy(startProgram, { HTTP_PORT: '0', KNOWLEDGE: smallPack, ...env })
}

async function startedBy<T extends Running>(
  start: (env: Readonly<Record<string, string>>) => T,
  env: Readonly<Record<string, string>>,
): Promise<T> {
  const bot = start({ DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.root, ...env })
  await bot.said(/commands registered/)
  return bot
}

let lastAsker = 0

function ask(question = 'When is the summit?'): Body & { id: string } {
  const command = aCommand('ask', { id: String(++lastAsker + 30_000), locale: 'en-US' }, { question })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  return command
}

function mention(text: string): Body & { id: string } {
  const message = aMessage({ id: '4711' }, `<@${application}> ${text}`, { mentions: [application] })
  discord.gateway.dispatch('MESSAGE_CREATE', message)
  return message
}

function answered({ id }: { id: string }): Promise<void> {
  return discord.until(() => discord.answersTo(id).length > 0, 'an answer')
}

describe('when the gateway', () => {
  test('is cut, the session is resumed, and what came meanwhile is answered once', async () => {
    await using _bot = await started()
    await answered(ask())
    discord.gateway.drop()
    const missed = ask()
    await answered(missed)
    expect(discord.gateway.resumed()).toBe(1)
    // Handed out again, as a resumed session may.
    discord.gateway.dispatch('INTERACTION_CREATE', missed)
    await answered(ask())
    expect(discord.answersTo(missed.id)).toHaveLength(1)
    expect(discord.calls.filter(({ path }) => path.includes(missed.id))).toHaveLength(1)
  })

  test('asks to reconnect, that is done', async () => {
    await using _bot = await started()
    discord.gateway.send(7)
    await discord.until(() => discord.gateway.resumed() === 1, 'resumed')
    await answered(ask())
  })

  test('has lost the session, a new one is begun', async () => {
    await using _bot = await started()
    discord.gateway.keepsSessions = false
    discord.gateway.send(9, false)
    await discord.until(() => discord.gateway.identified() === 2, 'identified anew')
    await answered(ask())
  }, 30_000)

  test('closes for good, a new connection is made', async () => {
    await using bot = await started()
    discord.gateway.closeWith(4010)
    await bot.said(/platform lost; trying again/)
    await discord.until(() => discord.gateway.identified() === 2, 'identified anew')
    await answered(ask())
  }, 30_000)
})

describe('when a request fails', () => {
  test.for<[string, Fault]>([
    ['a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }],
    [
      'a limit of the route',
      {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: 0.5, global: false },
        headers: { 'retry-after': '0.5' },
      },
    ],
    ['a connection that is reset', 'reset'],
    [
      'a limit of the bot',
      {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: 0.5, global: true },
        headers: { 'retry-after': '0.5', 'x-ratelimit-global': 'true' },
      },
    ],
  ])('with %s, the reply comes after it, once', async ([, fault]) => {
    await using _bot = await started()
    discord.fault = (request, _, nth) => (request.startsWith('post /channels') && nth === 1 ? fault : undefined)
    mention('When is the summit?')
    await discord.until(() => discord.messagesIn('500').length > 0, 'the reply')
    await answered(ask())
    expect(discord.messagesIn('500')).toHaveLength(1)
  })

  test.for([
    [403, 50_001, 'Missing Access'],
    [404, 10_003, 'Unknown Channel'],
    [404, 10_062, 'Unknown interaction'],
  ] as const)('with %i %i (%s), others are answered', async ([status, code, message]) => {
    await using bot = await started({ KNOWLEDGE: bulletin })
    discord.fault = (request, body) =>
      request.startsWith('post /channels') || JSON.stringify(body).includes('§11')
        ? { status, body: { message, code } }
        : undefined
    mention('When is the summit?')
    ask('third consultation')
    await answered(ask('When is the summit?'))
    expect(bot.output()).not.toContain('When is')
  })
})

test('a deferral whose confirmation is lost is followed by the answer', async () => {
  await using proxy = await startSlowProxy(await aPostgresDatabase())
  await using _bot = await started({ DATABASE_URL: proxy.address })
  proxy.lateMs = 2000
  discord.fault = (request, _, nth) =>
    request.startsWith('post /interactions') && nth === 1 ? 'reset after it took effect' : undefined
  const asked = ask()
  await discord.until(() => discord.answersTo(asked.id)[0]?.edits === 1, 'the answer')
  proxy.lateMs = 0
}, 60_000)

test('questions are answered while the database is away, in the language of the app', async () => {
  await using proxy = await startSlowProxy(await aPostgresDatabase())
  await using bot = await startedApart({ DATABASE_URL: proxy.address })
  proxy.cut()
  const asked = ask()
  await answered(asked)
  await discord.until(
    () => JSON.stringify(discord.answersTo(asked.id)[0]!.content).includes('22–24 April'),
    'the answer',
  )
  expect(bot.child.exitCode).toBeNull()
}, 60_000)

test('what discord.js fails to read ends nothing', async () => {
  await using bot = await startedApart()
  discord.gateway.dispatch('INTERACTION_CREATE', { ...aCommand('ask', { id: '1' }), data: null })
  await bot.said(/nobody waited for/)
  await answered(ask())
})

test('an interaction is answered in time while the database is two seconds late and a hundred people ask', async () => {
  await using proxy = await startSlowProxy(await aPostgresDatabase())
  await using _bot = await started({ DATABASE_URL: proxy.address })
  proxy.lateMs = 2000
  const asked = Array.from({ length: 100 }, () => ask())
  // The server drops what has no first response within three seconds, and tells as a violation.
  await discord.until(
    () => asked.every(({ id }) => discord.answersTo(id)[0]?.edits === 1),
    'all are answered in the end',
  )
  for (const { id } of asked) expect(JSON.stringify(discord.answersTo(id)[0]!.content)).toContain('22–24 April')
  proxy.lateMs = 0
}, 60_000)

test('a form is shown in time while the database is late, since it can not be deferred', async () => {
  await using proxy = await startSlowProxy(await aPostgresDatabase())
  await using _bot = await started({ DATABASE_URL: proxy.address, ORGANIZERS: 'discord:99' })
  proxy.lateMs = 5000
  const command = aCommand('announce', { id: '99', locale: 'en-US' })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  await answered(command)
  expect(discord.answersTo(command.id)[0]!.content).toMatchObject({ type: 9, custom_id: 'announce:' })
  proxy.lateMs = 0
}, 60_000)

describe('a token that Discord refuses', () => {
  test('ends the start with a message where Discord is alone', async () => {
    await using bot = startInProcess({ DISCORD_TOKEN: 'wrong.token', DISCORD_API_ROOT: discord.root })
    expect(await bot.ended()).toBe(1)
    expect(bot.output()).toMatch(/Discord refuses DISCORD_TOKEN/)
  })

  test('leaves Telegram running, and the health page says what is down', async () => {
    await using api = await startBotApi()
    await using bot = startInProcess({
      DISCORD_TOKEN: 'wrong.token',
      DISCORD_API_ROOT: discord.root,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
    })
    await bot.said(/platform refused/)
    await bot.said(/"ready"/)
    api.push(aTelegramMessage({ from: { id: 1, language: 'en' }, text: 'When is the summit?' }))
    await api.until(() => api.shown(1).length > 0, 'an answer in Telegram')
    const [, root] = await bot.said(/listening on (http:\S+)/)
    const health = await fetch(`${root}/healthz`)
    expect([health.status, await health.json()]).toMatchObject([
      200,
      {
        ready: false,
        telegram: { state: 'up' },
        discord: { state: 'refused' },
        database: { state: 'up' },
        knowledge: { state: 'up' },
      },
    ])
    expect((await fetch(`${root}/readyz`)).status).toBe(503)
    const metrics = await (await fetch(`${root}/metrics`)).text()
    expect(metrics).toMatch(/jauap_questions_total\{platform="telegram",language="en",status="answered"\} 1/)
    expect(metrics).toMatch(/jauap_platform_up\{platform="discord"\} 0/)
    expect(await bot.end()).toBe(0)
  }, 30_000)
})

describe('a stop', () => {
  test('lets an answer that is being sent arrive', async () => {
    await using bot = await started()
    discord.fault = (request) => (request.startsWith('post /interactions') ? { delayMs: 500 } : undefined)
    const asked = ask()
    await discord.until(() => discord.calls.some(({ path }) => path.includes(asked.id)), 'the answer is being sent')
    expect(await bot.end()).toBe(0)
    expect(discord.answersTo(asked.id)).toHaveLength(1)
  })

  test('leaves alone who still waits for having written too fast, and calls that no failure', async () => {
    await using bot = await started()
    for (let nth = 0; nth < 35; nth++) mention('When is the summit?')
    await bot.said(/slowed down/)
    expect(await bot.end()).toBe(0)
    expect(bot.output()).not.toContain('not answered')
  })

  test('ends also while the gateway is being reconnected', async () => {
    await using bot = await startedApart()
    discord.gateway.drop()
    await bot.said(/connection lost; reconnecting/)
    expect(await bot.end()).toBe(0)
  })

  test('ends also while Discord is away', async () => {
    await using bot = startProgram({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: 'http://127.0.0.1:1/api',
      HTTP_PORT: '0',
      KNOWLEDGE: smallPack,
    })
    await bot.said(/trying again/)
    expect(await bot.end()).toBe(0)
  }, 60_000)
})

test('the register command registers what the bot then finds registered', async () => {
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.root }
  for (const says of [/^commands registered\n/, /^commands are registered as they are\n/]) {
    await using program = startProgram(env, ['register'])
    expect(await program.ended()).toBe(0)
    expect(program.output()).toMatch(says)
    expect(program.output()).toContain('to invite the bot: https://discord.com/oauth2/authorize?client_id=9000&')
  }
  await using bot = await started()
  expect(bot.output()).toContain('"changed":false')
})

describe('/event', () => {
  const nextYear = new Date().getUTCFullYear() + 1

  test('publishes dates that are not over, from a midnight at the venue to just before one', async () => {
    const dates = `"${nextYear}-05-10/${nextYear}-05-12"`
    const fair = `id: fair, type: event, title: The Fair, dates: ${dates}, says: [{ about: what, en: A fair. }]`
    const pack = aDirectory({
      'pack.yaml': 'id: fair\nlanguages: [en]\ntimeZone: Asia/Almaty\nsubject: fair\ntitle: The Fair\n',
      'entries.yaml': `- { ${fair} }\n`,
    })
    await using _bot = await started({ KNOWLEDGE: pack })
    // The answer to the first request is lost: the event is there all the same.
    discord.fault = (request, _body, nth) =>
      request === 'post /guilds/{guild_id}/scheduled-events' && nth === 1 ? 'reset after it took effect' : undefined
    for (let times = 0; times < 2; times++) {
      const command = aCommand('event', { id: '1', locale: 'en-US', permissions: manager })
      discord.gateway.dispatch('INTERACTION_CREATE', command)
      await answered(command)
      expect(JSON.stringify(discord.answersTo(command.id)[0]!.content)).toContain('is published')
    }
    const created = discord.calls.filter(({ request }) => request === 'post /guilds/{guild_id}/scheduled-events')
    expect(created).toHaveLength(1)
    expect(created[0]!.body).toMatchObject({
      name: 'The Fair',
      entity_type: 3,
      entity_metadata: { location: 'The Fair' },
      scheduled_start_time: `${nextYear}-05-09T19:00:00.000Z`,
      scheduled_end_time: `${nextYear}-05-12T18:59:00.000Z`,
    })
  })
})

test('commands that are registered as they are, are not registered again', async () => {
  {
    await using _bot = await started()
  }
  await using _bot = await started()
  expect(discord.calls.filter(({ request }) => request.startsWith('put /applications'))).toHaveLength(1)
})
