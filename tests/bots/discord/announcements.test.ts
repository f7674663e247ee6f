import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { besideProgram, type Beside } from '../../support/announce.ts'
import {
  aChannelCommand,
  aCommand,
  aFieldModal,
  aModal,
  aPress,
  manager,
  type Asker,
} from '../../support/discord/events.ts'
import { componentsOf } from '../../support/discord/shown.ts'
import { aServer } from '../../support/discord/gateway.ts'
import { guild, startDiscord, type Body, type Discord, type Fault, type Shown } from '../../support/discord/server.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory } from '../../support/packs.ts'
import type { Running } from '../../support/process.ts'
import { aTerminal, type Terminal } from '../../support/terminal.ts'

let discord: Discord
let terminal: Terminal
let beside: Beside
let lastPerson = 40_000
let lastChannel = 600

beforeAll(async () => {
  discord = await startDiscord()
})

afterAll(() => discord[Symbol.asyncDispose]())

afterEach(() => {
  discord.fault = () => undefined
  expect(discord.violations).toEqual([])
})

function aDatabase(): string {
  return `sqlite:${join(aDirectory({}), 'jauap.db')}`
}

async function started(url = aDatabase()): Promise<Running> {
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    ORGANIZERS: 'discord:99',
    DATABASE_URL: url,
  }
  const bot = startInProcess(env)
  terminal = aTerminal(env)
  beside = besideProgram(url)
  onTestFinished(beside[Symbol.asyncDispose])
  await bot.said(/"connected"/)
  return bot
}

function aPerson(locale = 'en-US', permissions = 0n): Asker {
  return { id: String(++lastPerson), locale, permissions }
}

const organizer: Asker = { id: '99', locale: 'en-US' }

async function answered(interaction: Body & { id: string }): Promise<Shown> {
  discord.gateway.dispatch('INTERACTION_CREATE', interaction)
  await discord.until(() => discord.answersTo(interaction.id).length > 0, 'an answer to the interaction')
  return discord.answersTo(interaction.id)[0]!
}

function textOf({ content }: Shown): string {
  return ((content.embeds as { description?: string }[] | undefined) ?? [])
    .map(({ description }) => description)
    .join('\n')
}

function idOf(shown: Shown, label: RegExp): string {
  const buttons = (shown.content.components as { components: { custom_id: string; label?: string }[] }[]).flatMap(
    ({ components }) => components,
  )
  const found = buttons.find((one) => label.test(one.label ?? ''))
  expect(found, `${String(label)} among ${JSON.stringify(buttons)}`).toBeDefined()
  return found!.custom_id
}

/** Presses a button in private, where the page itself changes: what it is then is what was answered. */
function pressed(shown: Shown, label: RegExp, from = organizer): Promise<Shown> {
  return answered(aPress(idOf(shown, label), from, { inPrivate: true, ephemeral: false }))
}

/** Subscribes a person in their private channel, or a channel of the server. */
async function aPrivateSubscriber(locale = 'en-US'): Promise<string> {
  const person = aPerson(locale)
  await answered(aCommand('subscribe', person, { inPrivate: true }))
  return `9${person.id}`
}

async function aChannel(type = 0): Promise<string> {
  const channel = String(++lastChannel)
  await answered(aChannelCommand('subscribe', aPerson('en-US', manager), { channel, type }))
  return channel
}

/** The next request of a kind meets a fault. */
function once(ending: string, fault: Fault): void {
  let left = 1
  discord.fault = (request) => (request.endsWith(ending) && left-- > 0 ? fault : undefined)
}

/** What Discord says to what comes too soon. */
function limited(seconds: number) {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds), 'x-ratelimit-scope': 'shared' },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
  }
}

function contents(channel: string): string[] {
  return discord.messagesIn(channel).map(({ content }) => String(content.content))
}

/** Who sends it, in a channel. */
const foot = '\n\n-# From the organizers of Small Summit'

describe('announcements in Discord', () => {
  test('come to people in private, in their language, and to channels whose managers want them', async () => {
    await using _bot = await started()
    const [person, channel] = [await aPrivateSubscriber('ru'), await aChannel()]
    const alone = await answered(aChannelCommand('subscribe', aPerson(), { channel: '599' }))
    expect(textOf(alone)).toContain('I have just written to you in private')
    expect(await beside.reached(await beside.send())).toMatchObject({ total: 3, sent: 3, possiblyTwice: 0 })
    expect(contents(person)).toEqual([
      '**Зал изменён**\n\nТеперь **B**\n\n-# От организаторов: Малый саммит. Вы подписаны на объявления · /unsubscribe',
    ])
    expect(contents(channel)).toEqual([`**Hall changed**\n\nNow **B**${foot}`])
    expect(discord.messagesIn(channel)[0]!.content).toMatchObject({ allowed_mentions: { parse: [] } })
    expect(discord.messagesIn('599')).toEqual([])
  })

  test('are published where a channel has followers, also after a limit that is soon over', async () => {
    await using _bot = await started()
    const followed = [await aChannel(5), await aChannel(5)]
    once('/crosspost', limited(1))
    const id = await beside.send()
    expect(await beside.reached(id)).toMatchObject({ sent: 2, publication: { done: 2, impossible: 0 }, reasons: {} })
    expect(followed.map((channel) => discord.messagesIn(channel)[0]!.published)).toEqual([true, true])
  })

  test('that are beyond the limit of their channel say so, with when it is over', async () => {
    await using _bot = await started()
    await aChannel(5)
    once('/crosspost', limited(3000))
    const id = await beside.send()
    expect(await beside.reached(id)).toMatchObject({ sent: 1, failed: 0, publication: { done: 0, impossible: 1 } })
    expect((await terminal.fails('export', id)).said).toMatch(/publishLimit (5[01]): .* ten an hour .* \1 min/)
  })

  test('that could not be published are published when an organizer says so', async () => {
    await using _bot = await started()
    const channel = await aChannel(5)
    once('/crosspost', { status: 403, body: { message: 'Missing Permissions', code: 50_013 } })
    const id = await beside.send()
    await beside.reached(id)
    expect(discord.messagesIn(channel)[0]!.published).toBe(false)
    const page = await answered(aPress(`aen:open.${id}`, organizer, { inPrivate: true, ephemeral: false }))
    await pressed(page, /Publish again/)
    await discord.until(() => discord.messagesIn(channel)[0]!.published, 'published')
    expect(await beside.reached(id)).toMatchObject({ publication: { done: 1, impossible: 0 }, reasons: {} })
  })

  test('that are stopped go to nobody after the finger came down, and the question stays', async () => {
    await using _bot = await started()
    const readers = await beside.subscribe('discord', 400)
    const sent = (): number => readers.filter((reader) => contents(reader).length > 0).length
    const id = await beside.send()
    await discord.until(() => sent() > 5, 'some have it')
    const page = await answered(aPress(`aen:open.${id}`, organizer, { inPrivate: true, ephemeral: false }))
    const asked = await pressed(page, /Stop the rest/)
    const until = sent()
    expect(textOf(asked)).toMatch(/Not sent to \d+ of 400[^]*rests while you decide/)
    await pressed(asked, /Yes, stop/)
    const report = await beside.reached(id, 'cancelled')
    expect(report.sent).toBe(sent())
    // What was on its way when the finger came down.
    expect(sent()).toBeLessThanOrEqual(until + 20)
    expect(until).toBeLessThan(200)
  })

  test('call everyone only if an organizer asks for it', async () => {
    await using _bot = await started()
    const channel = await aChannel()
    await beside.reached(
      await beside.send({ pingEveryone: true, body: { kk: '@everyone', ru: '@here', en: '<@&1> @everyone' } }),
    )
    expect(contents(channel)[0]).toBe(`@everyone **Hall changed**\n\n\\<@&1> @\u200beveryone${foot}`)
    expect(discord.messagesIn(channel)[0]!.content).toMatchObject({ allowed_mentions: { parse: ['everyone'] } })
  })

  test('call nobody where that is not allowed, and say so', async () => {
    await using _bot = await started()
    // The one channel that discord.js has been told of, with all that may be done there.
    await answered(aChannelCommand('subscribe', aPerson('en-US', manager)))
    const role = { id: guild, name: '@everyone', permissions: '3072', position: 0, color: 0, hoist: false }
    const roleNow = { ...role, managed: false, mentionable: false }
    discord.gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: guild, role: roleNow })
    const id = await beside.send({ pingEveryone: true })
    const report = await beside.reached(id)
    expect(contents('500').at(-1)).toBe(`**Hall changed**\n\nNow **B**${foot}`)
    expect(report).toMatchObject({
      sent: 1,
      reasons: { 'notCalled: posted, but everyone could not be called: no right to': 1 },
    })
  })

  test.for<{
    what: string
    fault: Discord['fault'] extends (...args: never[]) => infer F ? Exclude<F, undefined> : never
    report: object
  }>([
    {
      what: 'a lost answer is asked for again, and the message is there once',
      fault: 'reset after it took effect',
      report: { sent: 1, possiblyTwice: 0 },
    },
    { what: 'trouble is tried again', fault: { status: 502, body: '<html>' }, report: { sent: 1, possiblyTwice: 0 } },
    {
      what: 'a limit is waited out',
      fault: {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { message: 'You are being rate limited.', retry_after: 1, global: false },
      },
      report: { sent: 1, possiblyTwice: 0 },
    },
  ])('$what', async ({ fault, report }) => {
    await using _bot = await started()
    const channel = await aChannel()
    let left = 1
    discord.fault = (request) => (request === 'post /channels/{channel_id}/messages' && left-- > 0 ? fault : undefined)
    expect(await beside.reached(await beside.send())).toMatchObject(report)
    expect(contents(channel)).toHaveLength(1)
  })

  test.for([
    { what: 'who has closed their door', status: 403, code: 50_007 },
    { what: 'a channel that is gone', status: 404, code: 10_003 },
  ])('are no longer sent to $what', async ({ status, code }) => {
    await using _bot = await started()
    await aChannel()
    discord.fault = (request) =>
      request === 'post /channels/{channel_id}/messages' ? { status, body: { message: 'Cannot', code } } : undefined
    expect(await beside.reached(await beside.send())).toMatchObject({ failed: 1, sent: 0 })
    await beside.audienceIs(0)
  })

  test('end when the channel is deleted or the bot removed', async () => {
    await using _bot = await started()
    const [deleted] = [await aChannel(), await aChannel()]
    discord.gateway.dispatch('CHANNEL_DELETE', {
      id: deleted,
      type: 0,
      guild_id: guild,
      name: 'news',
      position: 0,
      permission_overwrites: [],
    })
    await beside.audienceIs(1)
    discord.gateway.dispatch('GUILD_DELETE', { id: guild })
    await beside.audienceIs(0)
  })

  test('that failed say where and what to do, in the organizer’s language', async () => {
    await using _bot = await started()
    await answered(aChannelCommand('subscribe', aPerson('en-US', manager)))
    once('post /channels/{channel_id}/messages', {
      status: 403,
      body: { message: 'Missing Permissions', code: 50_013 },
    })
    const id = await beside.send()
    expect(await beside.reached(id)).toMatchObject({ failed: 1 })
    const page = await answered(
      aPress(`aru:open.${id}`, { id: '99', locale: 'ru' }, { inPrivate: true, ephemeral: false }),
    )
    expect(textOf(page)).toMatch(/1: боту там не хватает прав: [^]*«Отправлять сообщения» [^]*\(Summit · #news\)/)
  })

  test('are corrected and recalled', async () => {
    await using _bot = await started()
    const [channel, person] = [await aChannel(), await aPrivateSubscriber('ru')]
    const id = await beside.send()
    await beside.reached(id)
    const path = join(aDirectory({ 'c.json': '{"title":{"en":"Another hall","ru":"Другой зал"}}' }), 'c.json')
    await terminal.run('correct', id, '--file', path)
    await discord.until(
      () =>
        /^\*\*Another hall\*\*[^]*\*Corrected: /.test(contents(channel)[0] ?? '') &&
        (contents(person)[0] ?? '').startsWith('**Другой зал**'),
      'both corrected',
    )
    await terminal.run('recall', id, '--yes')
    await discord.until(() => contents(channel).length + contents(person).length === 0, 'both gone')
    expect(await beside.reached(id, 'recalled')).toMatchObject({ state: 'recalled', recall: { impossible: 0 } })
  })
})

describe('a server that takes the bot in', () => {
  test('is told once what it does, and where announcements were posted before', async () => {
    await using _bot = await started()
    await answered(aChannelCommand('subscribe', aPerson('en-US', manager)))
    discord.gateway.dispatch('GUILD_DELETE', { id: guild })
    await beside.audienceIs(0)
    const before = discord.messagesIn('500').length
    discord.gateway.dispatch('GUILD_CREATE', { ...aServer, system_channel_id: '500', preferred_locale: 'ru' })
    await discord.until(() => discord.messagesIn('500').length > before, 'greeted')
    expect(textOf(discord.messagesIn('500').at(-1)!)).toMatch(/Здравствуйте[^]*\/event[^]*Summit · #news/)
  })
})

describe('an organizer in Discord', () => {
  test('writes in a modal, confirms the exact count, and sees it through', async () => {
    await using _bot = await started()
    const channel = await aChannel()
    const modal = await answered(aCommand('announce', organizer, { inPrivate: true }))
    expect(modal.content).toMatchObject({ type: 9, custom_id: 'announce:' })
    const draft = await answered(
      aModal('announce:', { kk: 'Зал ауысты\nB', ru: 'Зал изменён\nB', en: 'Hall changed\nNow **B**' }, organizer),
    )
    expect(textOf(draft)).toMatch(/No\\?. 1 · draft: Hall changed[^]*Discord 1/)
    const rewritten = await pressed(draft, /✎ English/)
    expect(JSON.stringify(rewritten.content)).toContain('Hall changed\\nNow **B**')
    const again = await answered(aModal('announce:1', { en: 'Hall changed again\nNow **B**' }, organizer))
    const asked = await pressed(await pressed(again, /Make it urgent/), /Send to 1…/)
    const following = discord.messagesIn('999').length
    await pressed(asked, /Yes, send to 1/)
    await discord.until(() => contents(channel).length === 1, 'sent')
    await discord.until(
      () =>
        discord
          .messagesIn('999')
          .slice(following)
          .some((one) => textOf(one).includes('Delivered to all 1')),
      'progress in private',
    )
    expect(contents(channel)).toEqual([`**Hall changed again**\n\nNow **B**${foot}`])
    expect(textOf(await answered(aCommand('announcements', organizer, { inPrivate: true })))).toContain('Announcements')
  })
})

describe('an organizer’s pages in Discord', () => {
  test('ask before a draft is put away, in red, and lead nowhere near sending it then', async () => {
    await using _bot = await started()
    await aChannel()
    const texts = { kk: 'Зал ауысты\nB', ru: 'Зал изменён\nB', en: 'Hall changed\nNow **B**' }
    const draft = await answered(aModal('announce:', texts, organizer))
    const styles = Object.fromEntries(componentsOf(draft).map(({ label, style }) => [label, style]))
    expect(styles).toMatchObject({ 'Send to 1…': 3, 'Delete draft': 4, Preview: 2 })
    const asked = await pressed(draft, /Delete draft/)
    expect(textOf(asked)).toContain('Delete draft 1')
    const board = await pressed(asked, /Yes, delete/)
    expect(textOf(board)).toContain('is deleted')
    expect(componentsOf(board).some(({ label }) => /Send/.test(label ?? ''))).toBe(false)
  })

  test('name topics in a form, also in a server', async () => {
    await using _bot = await started()
    const form = await answered(aPress('aen:nameTopic.', organizer))
    expect(form.content).toMatchObject({ type: 9, custom_id: 'topic:' })
    const refused = await answered(aModal('topic:', {}, organizer))
    expect(textOf(refused)).toContain('These are no names')
    expect(idOf(refused, /Once more/)).toBe('aen:nameTopic.')
    const named = await answered(aModal('topic:', { kk: 'Көлік', en: 'Transport' }, organizer))
    expect(textOf(named)).toMatch(/Transport[^]*Қазақша: Көлік/)
    const again = await answered(aPress(idOf(named, /Rename/), organizer))
    expect(JSON.stringify(again.content)).toContain('"value":"Көлік"')
    expect(textOf(await answered(aModal('topic:1', { ru: 'Транспорт' }, organizer)))).toContain('Русский: Транспорт')
    expect(textOf(await answered(aModal('topic:', { en: 'Mine' }, aPerson())))).toContain('out of date')
    const board = await answered(aCommand('announcements', organizer, { inPrivate: true }))
    expect(textOf(await pressed(board, /Topics/))).toContain('Transport: people: 0, chats: 0')
  })

  test('take a time in a form, in a server too, as people type it', async () => {
    await using _bot = await started()
    await answered(aModal('announce:', { en: 'Hall changed\nNow **B**' }, organizer))
    const form = await answered(aPress('aen:when.1', organizer))
    expect(form.content).toMatchObject({ type: 9, custom_id: 'when:1' })
    const refused = await answered(aFieldModal('when:1', 'some day', organizer))
    expect([refused.ephemeral, textOf(refused)]).toEqual([true, expect.stringContaining('22.04 18:30')])
    expect((await answered(aPress(idOf(refused, /Time/), organizer))).content.type).toBe(9)
    expect(textOf(await answered(aFieldModal('when:1', 'завтра в 9', organizer)))).toMatch(
      /Starts on \d+ \w+(?: \d{4})?, 9:00/,
    )
    // Nothing is waited for any more: what is written next is a question.
    expect(textOf(await answered(aFieldModal('when:1', '9:00', aPerson())))).toContain('out of date')
  })

  test('take a file in a form, and say what is wrong with one that is lost', async () => {
    await using _bot = await started()
    await answered(aModal('announce:', { en: 'Hall changed\nNow **B**' }, organizer))
    const form = await answered(aPress('aen:file.1', organizer, { inPrivate: true, ephemeral: false }))
    expect(form.content).toMatchObject({ type: 9, custom_id: 'file:1' })
    const lost = { name: 'plan.pdf', url: 'http://127.0.0.1:1/plan.pdf' }
    expect(textOf(await answered(aFieldModal('file:1', lost, organizer)))).toContain('could not be fetched')
    const plan = { name: 'plan.pdf', url: 'data:application/pdf;base64,JVBERg==' }
    expect(textOf(await answered(aFieldModal('file:1', plan, organizer)))).toContain('File: plan.pdf')
  })

  test('tell what people called wrong', async () => {
    await using _bot = await started()
    const person = aPerson()
    const answer = await answered(aCommand('ask', person, { question: 'When is the summit?' }))
    await answered(aPress(idOf(answer, /Wrong answer/), person))
    expect(textOf(await answered(aCommand('feedback', organizer)))).toContain('When is the summit?')
  })

  test('are told of their own commands by /help, and nobody else is', async () => {
    await using _bot = await started()
    expect(textOf(await answered(aCommand('help', organizer)))).toContain('As an organizer you also have /announce')
    expect(textOf(await answered(aCommand('help', aPerson())))).not.toContain('/announce')
  })

  test('speak their language after a restart, unasked', async () => {
    const url = aDatabase()
    {
      await using _before = await started(url)
      await answered(aCommand('announcements', { id: '99', locale: 'ru' }, { inPrivate: true }))
      await aChannel()
    }
    await using _bot = await started(url)
    const before = discord.messagesIn('999').length
    await beside.reached(await beside.send())
    await discord.until(() => discord.messagesIn('999').length > before, 'told')
    expect(textOf(discord.messagesIn('999').at(-1)!)).toContain('отправлено')
  })
})

describe('who is no organizer in Discord', () => {
  test('can neither see nor do any of it', async () => {
    await using _bot = await started()
    const person = aPerson('en-US', manager)
    await terminal.create()
    const before = await terminal.run('list')
    for (const name of ['announce', 'announcements', 'feedback'])
      expect(textOf(await answered(aCommand(name, person)))).toContain('for the organizers')
    for (const id of ['announce:', 'announce:1', 'announce:x', ''])
      expect(textOf(await answered(aModal(id, { en: 'Mine' }, person)))).toContain('out of date')
    for (const act of [
      'board',
      'new',
      'open',
      'write',
      'send',
      'cancel',
      'correct',
      'remove',
      'export',
      'approve',
      'preview',
    ]) {
      const shown = await answered(aPress(`aen:${act}.1.en`, person))
      expect(textOf(shown), act).toContain('out of date')
    }
    expect(await terminal.run('list')).toEqual(before)
  })
})
