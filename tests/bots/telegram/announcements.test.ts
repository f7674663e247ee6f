import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { withStore } from '../../../src/core/store/open.ts'
import { besideProgram, type Beside } from '../../support/announce.ts'
import { aPostgresDatabase } from '../../support/databases.ts'
import { startInProcess } from '../../support/in-process.ts'
import { aDirectory, smallPack } from '../../support/packs.ts'
import { startProgram, type Program, type Running } from '../../support/process.ts'
import { startBotApi, type BotApi, type Fault, type Payload, type Shown } from '../../support/telegram/server.ts'
import { aTerminal, type Terminal } from '../../support/terminal.ts'
import { aMembership, aMessage, aPress, type Person } from '../../support/telegram/updates.ts'

let api: BotApi
let env: Readonly<Record<string, string>>
let terminal: Terminal
let beside: Beside
let lastPerson = 20_000
const organizer: Person = { id: 99, language: 'en' }

beforeAll(async () => {
  api = await startBotApi()
  // Announcements of a test go to everyone; so each test has a database of its own where that matters.
  env = {
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    ORGANIZERS: 'telegram:99',
    HTTP_PORT: '0',
    KNOWLEDGE: smallPack,
    DEFAULT_LANGUAGE: 'en',
  }
})

afterAll(async () => {
  await api[Symbol.asyncDispose]()
})

afterEach(() => {
  api.fault = () => undefined
  expect(api.violations).toEqual([])
})

function started(more: Readonly<Record<string, string>> = {}): Promise<Running> {
  return startedBy(startInProcess, more)
}

/** In a process of its own, which can be killed. */
function startedApart(more: Readonly<Record<string, string>>): Promise<Program> {
  return startedBy(startProgram, more)
}

async function startedBy<T extends Running>(
  start: (env: Readonly<Record<string, string>>) => T,
  more: Readonly<Record<string, string>>,
): Promise<T> {
  const all: Record<string, string> = { ...env, DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}`, ...more }
  const bot = start(all)
  terminal = aTerminal(all)
  beside = besideProgram(all.DATABASE_URL!)
  onTestFinished(beside[Symbol.asyncDispose])
  await bot.said(/"ready"/)
  return bot
}

function aPerson(language = 'en'): Person {
  return { id: ++lastPerson, language }
}

/** Sends an update, and returns the newest message of a chat when one more has come. */
async function after(update: Payload, chat: number): Promise<Shown> {
  const before = api.shown(chat).length
  api.push(update)
  await api.until(() => api.shown(chat).length > before, `a message in ${chat}`)
  return api.shown(chat).at(-1)!
}

function say(text: string, from: Person, more: Payload = {}): Promise<Shown> {
  return after(aMessage({ from, text, ...more }), from.id)
}

async function subscriber(language = 'en'): Promise<Person> {
  const person = aPerson(language)
  await say('/subscribe', person)
  return person
}

function data(shown: Shown, label: RegExp): string {
  const button = shown.keyboard.flat().find(({ text }) => label.test(text))
  expect(button, `${String(label)} among ${JSON.stringify(shown.keyboard)}`).toBeDefined()
  return button!.callback_data!
}

/** Presses a button and waits until the message has changed. */
async function turn(shown: Shown, label: RegExp): Promise<Shown> {
  const edits = shown.edits
  api.push(aPress(shown, data(shown, label)))
  await api.until(() => shown.edits > edits, `${String(label)} changes the page`)
  return shown
}

function press(shown: Shown, label: RegExp): Promise<Shown> {
  return after(aPress(shown, data(shown, label)), shown.chat)
}

function texts(chat: number): string[] {
  return api.shown(chat).map(({ text }) => text)
}

/** A fault for the first so many messages of an announcement to one chat. */
function faultFor(chat: number, fault: Fault, times = 1): void {
  let left = times
  api.fault = (method, payload) =>
    method === 'sendMessage' && payload.chat_id === chat && left-- > 0 ? fault : undefined
}

describe('subscribing', () => {
  test('a person does by command or button, is told who writes and how to stop, and stops by command or button', async () => {
    await using _bot = await started()
    const person = aPerson('ru')
    const welcome = await say('/start', person)
    const subscribed = await press(welcome, /Получать объявления/)
    expect(subscribed.text).toMatch(
      /объявления организаторов в личных сообщениях: Малый саммит[^]*Язык: Русский[^]*\/unsubscribe/,
    )
    expect((await say('/unsubscribe', person)).text).toContain('больше не приходят')
    expect((await say('/unsubscribe', person)).text).toContain('не приходят')
    await say('/subscribe пресса', person)
    const id = await beside.send()
    await beside.reached(id)
    const copy = api.shown(person.id).at(-1)!
    expect(copy.text).toBe('Зал изменён\n\nТеперь B')
    api.push(aPress(copy, data(copy, /Отписаться/)))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /больше не приходят/.test(String(payload.text)),
        ),
      'told that no more come',
    )
    await beside.audienceIs(0)
  })

  test('a group’s administrators do, and choose its languages; others can’t', async () => {
    await using _bot = await started()
    const group = { id: -100_700, type: 'supergroup', title: 'Delegates' }
    const [member, admin] = [aPerson(), aPerson()]
    api.administrators.add(`${group.id}/${admin.id}`)
    expect((await after(aMessage({ from: member, text: '/subscribe', chat: group }), group.id)).text).toContain(
      'Only administrators',
    )
    const subscribed = await after(aMessage({ from: admin, text: '/subscribe', chat: group }), group.id)
    api.push(aPress(subscribed, data(subscribed, /All languages/), member))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /Only administrators/.test(String(payload.text)),
        ),
      'refused',
    )
    api.push(aPress(subscribed, data(subscribed, /All languages/), admin))
    await api.until(() => subscribed.edits > 0, 'languages chosen')
    await beside.reached(await beside.send())
    expect(api.shown(group.id).at(-1)!.text).toBe(
      'Зал ауысты\n\nЖаңасы – B\n\nЗал изменён\n\nТеперь B\n\nHall changed\n\nNow B',
    )
    expect(api.shown(group.id).at(-1)!.keyboard).toEqual([])
  })

  test('a channel is when an organizer adds the bot; when somebody else does, organizers decide', async () => {
    await using _bot = await started()
    const channel = { id: -100_800, type: 'channel', title: 'News' }
    const told = await after(aMembership(channel, organizer, 'administrator'), organizer.id)
    expect(told.text).toMatch(/“News” receives announcements. Language: English/)
    await turn(told, /Қазақша/)
    const other = { id: -100_801, type: 'channel', title: 'Strangers' }
    const asked = await after(aMembership(other, aPerson(), 'administrator'), organizer.id)
    expect(asked.text).toContain('“Strangers” wants to receive announcements')
    await beside.reached(await beside.send())
    expect(texts(channel.id)).toEqual(['Зал ауысты\n\nЖаңасы – B'])
    expect(texts(other.id)).toEqual([])
    await turn(asked, /Allow/)
    await beside.audienceIs(2)
    api.push(aMembership(channel, organizer, 'left'))
    await beside.audienceIs(1)
    const stranger = await subscriber()
    await beside.reached(await beside.send())
    expect(texts(channel.id)).toHaveLength(1)
    expect(texts(stranger.id).at(-1)).toContain('Hall changed')
  })

  test('ends for who blocks the bot', async () => {
    await using _bot = await started()
    const [stays, leaves] = [await subscriber(), await subscriber()]
    api.push(aMembership({ id: leaves.id, type: 'private' }, leaves, 'kicked'))
    await beside.audienceIs(1)
    await beside.reached(await beside.send())
    expect(texts(leaves.id)).toHaveLength(1)
    expect(texts(stays.id)).toHaveLength(2)
  })

  test('moves along with a group', async () => {
    await using _bot = await started()
    const admin = aPerson()
    api.administrators.add(`-600/${admin.id}`)
    await after(aMessage({ from: admin, text: '/subscribe', chat: { id: -600, type: 'group', title: 'G' } }), -600)
    faultFor(
      -600,
      { status: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat', movedTo: -100_600_600 },
      Infinity,
    )
    await beside.reached(await beside.send())
    expect(texts(-100_600_600)).toEqual(['Hall changed\n\nNow B'])
  })
})

describe('sending', () => {
  test('reaches each in their language, silently if it is routine', async () => {
    await using _bot = await started()
    const people = [await subscriber('kk'), await subscriber('ru'), await subscriber('en')]
    const report = await beside.reached(await beside.send())
    expect(report).toMatchObject({
      total: 3,
      sent: 3,
      failed: 0,
      uncertain: 0,
      pending: 0,
      possiblyTwice: 0,
      byPlatform: { telegram: { sent: 3 } },
      byLanguage: { kk: { sent: 1 }, ru: { sent: 1 }, en: { sent: 1 } },
    })
    expect(people.map(({ id }) => api.shown(id).at(-1)!.text.split('\n')[0])).toEqual([
      'Зал ауысты',
      'Зал изменён',
      'Hall changed',
    ])
    expect(api.shown(people[0]!.id).at(-1)!.payload.disable_notification).toBe(false)
  })

  test.for<{ what: string; fault: Fault; times?: number; shown: number; report: object }>([
    {
      what: 'a 429 is waited out',
      fault: { status: 429, retryAfter: 1 },
      shown: 1,
      report: { sent: 1, possiblyTwice: 0 },
    },
    {
      what: 'an error of the server is tried again',
      fault: { status: 500, description: 'Internal Server Error' },
      shown: 1,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'a proxy’s page is tried again',
      fault: { status: 502, body: '<html>Bad Gateway</html>' },
      shown: 1,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'a lost connection is repeated once, and said',
      fault: 'reset after it took effect',
      shown: 2,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'lost twice it is uncertain, and not sent a third time',
      fault: 'reset after it took effect',
      times: 2,
      shown: 2,
      report: { sent: 0, uncertain: 1, possiblyTwice: 1 },
    },
    {
      what: 'who has blocked us is let go',
      fault: { status: 403, description: 'Forbidden: bot was blocked by the user' },
      times: Infinity,
      shown: 0,
      report: { sent: 0, failed: 1, reasons: { 'Forbidden: bot was blocked by the user': 1 } },
    },
  ])('$what', async ({ fault, times = 1, shown, report }) => {
    await using _bot = await started()
    const [hit, spared] = [await subscriber(), await subscriber()]
    const before = texts(hit.id).length
    faultFor(hit.id, fault, times)
    const found = await beside.reached(await beside.send())
    expect(texts(hit.id).length - before).toBe(shown)
    expect(texts(spared.id).at(-1)).toContain('Hall changed')
    expect(found).toMatchObject({ ...report, sent: (report as { sent: number }).sent + 1 })
  })

  test('what is uncertain is left to the organizers if they want it so, and repeated when they say', async () => {
    await using _bot = await started({ ANNOUNCE_UNCERTAIN: 'hold' })
    const person = await subscriber()
    faultFor(person.id, 'reset')
    const id = await beside.send()
    expect(await beside.reached(id)).toMatchObject({ sent: 0, uncertain: 1, possiblyTwice: 0 })
    expect((await terminal.fails('retry', id)).said).toContain('nothing to be tried again')
    await terminal.run('retry', id, '--uncertain')
    expect(await beside.reached(id)).toMatchObject({ sent: 1, uncertain: 0, possiblyTwice: 1 })
  })

  test('goes on after a kill: nobody is left out, and who may have it twice is reported', async () => {
    const env = { DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}` }
    const people: Person[] = []
    let id: string
    {
      await using killed = await startedApart(env)
      for (let nth = 0; nth < 40; nth++) people.push(await subscriber())
      id = await beside.send()
      await api.until(
        () => people.filter((person) => texts(person.id).some((text) => text.includes('Hall changed'))).length >= 8,
        'some have it',
      )
      await killed.end('SIGKILL')
    }
    await using _bot = await started(env)
    const report = await beside.reached(id)
    const copies = people.map((person) => texts(person.id).filter((text) => text.includes('Hall changed')).length)
    expect(Math.min(...copies)).toBe(1)
    expect(report).toMatchObject({ total: 40, sent: 40, pending: 0 })
    expect(copies.filter((count) => count > 1).length).toBeLessThanOrEqual(report.possiblyTwice)
  })

  test('is shared by two programs on one PostgreSQL, and what one leaves behind when it is killed the other takes over', async () => {
    const url = await aPostgresDatabase()
    const people = Array.from({ length: 60 }, () => ++lastPerson)
    await withStore(url, async ({ destinations }) => {
      for (const person of people)
        await destinations.subscribe(
          { platform: 'telegram', kind: 'person', chat: String(person), hint: 'en' },
          'active',
          new Date(),
        )
    })
    await using killed = await startedApart({ DATABASE_URL: url })
    await using _other = await started({ DATABASE_URL: url })
    const id = await beside.send()
    const reachedPeople = () => people.filter((person) => texts(person).length > 0).length
    await api.until(() => reachedPeople() >= 35, 'some have it')
    const owners = await withStore(url, async ({ outbox }) =>
      outbox.beat({ id: 'test', platform: 'telegram' }, new Date(), new Date(Date.now() - 6000)),
    )
    expect(owners).toBe(3)
    await killed.end('SIGKILL')
    const report = await beside.reached(id)
    const copies = people.map((person) => texts(person).length)
    expect(Math.min(...copies)).toBe(1)
    expect(report).toMatchObject({ total: 60, sent: 60, failed: 0, uncertain: 0 })
    expect(copies.filter((count) => count > 1).length).toBeLessThanOrEqual(report.possiblyTwice)
  })

  test('is paused after a run of failures, and the organizer is told why', async () => {
    await using _bot = await started()
    await say('/start', organizer)
    const people = new Set<number>()
    for (let nth = 0; nth < 12; nth++) people.add((await subscriber()).id)
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendMessage' && people.has(Number(chat))
        ? { status: 400, description: 'Bad Request: something unheard of' }
        : undefined
    const id = await beside.send()
    await api.until(
      () =>
        texts(organizer.id).some((text) =>
          text.includes('Paused after a run of failures: Bad Request: something unheard of'),
        ),
      'the organizer is told',
    )
    expect(await beside.report(id)).toMatchObject({ state: 'paused', pause: { why: 'trouble' } })
    api.fault = () => undefined
    await terminal.run('resume', id)
    await terminal.run('retry', id)
    expect(await beside.reached(id)).toMatchObject({ sent: 12 })
  })

  test('lets a question go first', async () => {
    await using _bot = await started()
    const people = await Promise.all(Array.from({ length: 60 }, () => subscriber()))
    const copies = (): number =>
      people.filter(({ id }) => texts(id).some((text) => text.includes('Hall changed'))).length
    const id = await beside.send()
    await api.until(() => copies() >= 20, 'some have it')
    const before = copies()
    await say('When is the summit?', aPerson())
    // All sixty wait for the pace together; where a question is not let go first, it waits for every one of them.
    expect(copies() - before).toBeLessThan(20)
    expect(await beside.reached(id)).toMatchObject({ sent: 60 })
  })

  test('uploads a file once, also when the first to get it has gone', async () => {
    await using _bot = await started()
    const [gone, ...people] = [await subscriber(), await subscriber(), await subscriber(), await subscriber()]
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendDocument' && chat === gone.id
        ? { status: 403, description: 'Forbidden: bot was blocked by the user' }
        : undefined
    const path = join(aDirectory({ 'plan.pdf': 'a plan' }), 'plan.pdf')
    const id = await terminal.create({ attachment: path })
    await terminal.run('send', id, '--yes')
    await beside.reached(id)
    const sent = api.calls.filter(
      ({ method, payload }) => method === 'sendDocument' && people.some(({ id }) => id === payload.chat_id),
    )
    expect(sent.map(({ payload }) => payload.document instanceof File)).toEqual([true, false, false])
    expect(api.shown(people[2].id).at(-1)!.text).toContain('Hall changed')
  })
})

describe('afterwards', () => {
  test('a correction reaches every copy in its reader’s language, and new ones carry it', async () => {
    await using _bot = await started()
    const [kk, ru] = [await subscriber('kk'), await subscriber('ru')]
    const id = await beside.send()
    await beside.reached(id)
    const path = join(aDirectory({ 'c.yaml': 'title: {kk: Жаңа зал, ru: Новый зал}\n' }), 'c.yaml')
    await terminal.run('correct', id, '--file', path)
    await api.until(
      () =>
        /^Жаңа зал\n\nЖаңасы – B\n\nТүзетілді: \d{4}/.test(texts(kk.id).at(-1)!) &&
        /^Новый зал[^]*Исправлено:/.test(texts(ru.id).at(-1)!),
      'both corrected',
    )
    expect(api.shown(ru.id).at(-1)!.keyboard.flat()).toHaveLength(1)
    expect(await beside.reached(id)).toMatchObject({
      state: 'sent',
      sent: 2,
      correction: { done: 2, pending: 0, impossible: 0 },
    })
  })

  test('a recall removes every copy, or puts a notice in its place, and says which it could not', async () => {
    await using _bot = await started()
    const [removed, replaced, stays] = [await subscriber(), await subscriber(), await subscriber()]
    const id = await beside.send()
    await beside.reached(id)
    api.fault = (method, { chat_id: chat }) => {
      const refused = { status: 400, description: "Bad Request: message can't be deleted for everyone" }
      if (method === 'deleteMessage' && chat !== removed.id) return refused
      return method.startsWith('editMessage') && chat === stays.id
        ? { status: 400, description: "Bad Request: message can't be edited" }
        : undefined
    }
    const refused = await terminal.fails('recall', id)
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('was sent to 3 destinations') as string })
    await terminal.run('recall', id, '--yes')
    await api.until(() => texts(replaced.id).at(-1)!.startsWith('This announcement was recalled'), 'a notice')
    await api.until(
      () =>
        api.calls.filter(({ method, payload }) => method.startsWith('editMessage') && payload.chat_id === stays.id)
          .length === 2,
      'all was tried',
    )
    expect(texts(removed.id).some((text) => text.includes('Hall changed'))).toBe(false)
    await beside.reached(id, 'recalled')
    const csv = (await terminal.fails('export', id)).said
    expect(csv).toMatch(new RegExp(`${stays.id},.*message can't be edited.*impossible\r`))
    expect(await beside.report(id)).toMatchObject({
      state: 'recalled',
      recall: { removed: 1, replaced: 1, impossible: 1, pending: 0 },
    })
  })
})

describe('an organizer', () => {
  test('writes one language after the other, is held to all three, previews, confirms the exact count and sees it through', async () => {
    await using _bot = await started()
    const people = [await subscriber('ru'), await subscriber('kk')]
    const board = await say('/announce', organizer)
    expect(board.text).toContain('none yet')
    const first = await press(board, /New announcement/)
    expect(first.text).toContain('Send the text in English. The first line is the title.')
    expect((await say('Hall changed\nNow *B*', organizer)).text).toContain('Қазақша')
    expect((await say('Зал ауысты\nЖаңасы – B', organizer)).text).toContain('Русский')
    const draft = await say('Зал изменён\nТеперь B', organizer)
    expect(draft.text).toMatch(/No. \d+ · draft: Hall changed[^]*Comes to 2 destinations: Telegram 2/)
    const lengths = await after(aPress(draft, data(draft, /^Preview/)), organizer.id).then(() =>
      api
        .until(() => texts(organizer.id).at(-1)!.includes('of 4096'), 'lengths')
        .then(() => api.shown(organizer.id).at(-1)!),
    )
    expect(lengths.text).toMatch(/Telegram, English: 19 of 4096/)
    expect(texts(organizer.id)).toContain('Hall changed\n\nNow B')
    await turn(draft, /Make it urgent/)
    await turn(draft, /Send to 2…/)
    expect(draft.text).toContain('Destinations: 2')
    await turn(draft, /Yes, send to 2/)
    await api.until(() => /sent 2 of 2/.test(draft.text) && / · sent: /.test(draft.text), 'the page follows')
    expect(people.map(({ id }) => api.shown(id).at(-1)!.text.split('\n')[0])).toEqual(['Зал изменён', 'Зал ауысты'])
    const id = /No. (\d+)/.exec(draft.text)![1]!
    expect((await terminal.run('show', id)).acts).toMatchObject([
      { act: 'create', who: 'telegram:99' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'schedule', who: 'telegram:99' },
      { act: 'start', who: 'jauap' },
      { act: 'finish' },
    ])
  })

  test('finds the draft as it was after a restart', async () => {
    const env = { DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}` }
    {
      await using _bot = await started(env)
      await press(await say('/announce', organizer), /New announcement/)
    }
    await using _bot = await started(env)
    expect((await say('Hall changed', organizer)).text).toContain('Қазақша')
    expect((await say('/announce', organizer)).keyboard.flat().map(({ text }) => text)).toContain(
      '№1 · draft · Hall changed',
    )
  })

  test('makes an announcement of a message by replying to it, with its file and what is bold', async () => {
    await using _bot = await started()
    const replied = {
      message_id: 5,
      date: 1,
      chat: { id: organizer.id, type: 'private' },
      caption: 'Hall changed\nNow B',
      caption_entities: [{ type: 'bold', offset: 17, length: 1 }],
      document: { file_id: 'f', file_unique_id: 'u', file_name: 'plan.pdf' },
    }
    const draft = await say('/announce', organizer, { reply_to_message: replied })
    expect(draft.text).toMatch(/English: Hall changed[^]*File: plan.pdf/)
    await after(aPress(draft, data(draft, /^Preview/)), organizer.id)
    await api.until(() => texts(organizer.id).at(-1)!.includes('File: plan.pdf'), 'lengths')
    expect(
      api.calls.findLast(({ method, payload }) => method === 'sendDocument' && payload.chat_id === organizer.id)!
        .payload,
    ).toMatchObject({ caption: '<b>Hall changed</b>\n\nNow <b>B</b>' })
    expect((await terminal.run('preview', '1', '--language', 'en', '--platform', 'telegram')).previews).toMatchObject([
      { messages: ['<b>Hall changed</b>\n\nNow <b>B</b>'] },
    ])
  })

  test('can take a routine one back for half a minute', async () => {
    await using _bot = await started()
    const [person] = [await subscriber(), await subscriber()]
    const id = await terminal.create({ urgency: 'routine' })
    const before = performance.now()
    const { startsAt } = await terminal.run('send', id, '--yes')
    expect(Date.parse(String(startsAt)) - Date.now()).toBeGreaterThan(30_000 - (performance.now() - before) - 1000)
    await terminal.run('cancel', id)
    expect(await beside.report(id)).toMatchObject({ state: 'cancelled', total: 0 })
    expect(texts(person.id)).toHaveLength(1)
  })

  test('is asked about what is late instead of it being sent', async () => {
    const path = join(aDirectory({}), 'jauap.db')
    const env = { DATABASE_URL: `sqlite:${path}` }
    {
      await using _bot = await started(env)
      await subscriber()
      const id = await terminal.create()
      await terminal.run('schedule', id, '--at', '2126-04-22 09:00')
    }
    // What a stop of two hours makes of it.
    const database = new DatabaseSync(path)
    database.prepare('update announcements set start_at = ?').run(new Date(Date.now() - 2 * 3_600_000).toISOString())
    database.close()
    await using _bot = await started(env)
    await api.until(() => texts(organizer.id).some((text) => text.includes('stale news is not sent')), 'asked')
    expect(await beside.report('1')).toMatchObject({ state: 'paused', pause: { why: 'late' }, total: 0 })
    const asked = api.shown(organizer.id).at(-1)!
    await turn(asked, /Send it all the same/)
    expect(await beside.reached('1')).toMatchObject({ sent: 1 })
  })
})

describe('who is no organizer', () => {
  const acts = [
    'board',
    'new',
    'open',
    'write',
    'urgency',
    'platforms',
    'kinds',
    'fallback',
    'when',
    'file',
    'preview',
    'confirm',
    'send',
    'cancel',
    'pause',
    'resume',
    'correct',
    'recall',
    'remove',
    'retry',
    'repeat',
    'export',
    'approve',
    'refuse',
    'languages',
    'correctNow',
  ]

  test('can neither see nor do any of it', async () => {
    await using _bot = await started()
    const person = await subscriber()
    await terminal.create()
    const before = await terminal.run('list')
    for (const text of ['/announce', '/announcements'])
      expect((await say(text, person)).text).toContain('do not know this command')
    expect(
      (
        await say('/announce', person, {
          reply_to_message: { message_id: 5, date: 1, chat: { id: person.id, type: 'private' }, text: 'Secret' },
        })
      ).text,
    ).toContain('do not know this command')
    const shown = api.shown(person.id).length
    for (const act of acts) api.push(aPress(api.shown(person.id).at(-1)!, `aen:${act}.1.kk`))
    const answers = () =>
      api.calls.filter(
        ({ method, payload }) => method === 'answerCallbackQuery' && /out of date/.test(String(payload.text)),
      )
    await api.until(() => answers().length >= acts.length, 'every press is called out of date')
    expect(api.shown(person.id)).toHaveLength(shown)
    expect(await terminal.run('list')).toEqual(before)
    expect((await say('Hall changed', person)).text).not.toContain('Қазақша')
  })

  test('nor can organizers where others read along', async () => {
    await using _bot = await started()
    const group = { id: -100_900, type: 'supergroup', title: 'G' }
    await terminal.create()
    const answered = await after(aMessage({ from: organizer, text: '/help', chat: group }), group.id)
    api.push(aPress(answered, 'aen:open.1', organizer))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /out of date/.test(String(payload.text)),
        ),
      'called out of date',
    )
    expect(answered.edits).toBe(0)
  })
})
