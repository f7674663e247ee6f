import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startInProcess } from '../../support/in-process.ts'
import { bulletin } from '../../support/packs.ts'
import type { Running } from '../../support/process.ts'
import { startBotApi, type BotApi, type Shown } from '../../support/telegram/server.ts'
import {
  aForum,
  aGroup,
  aMembership,
  aMessage,
  anInlineQuery,
  aPress,
  theBot,
  type Person,
} from '../../support/telegram/updates.ts'

let api: BotApi
let bot: Running
let lastPerson = 10_000

beforeAll(async () => {
  api = await startBotApi()
  bot = startInProcess({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    ORGANIZERS: 'telegram:99',
    KNOWLEDGE: bulletin,
  })
  await bot.said(/"ready"/)
})

afterAll(async () => {
  await bot[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

afterEach(() => {
  expect(api.violations).toEqual([])
  expect(bot.output()).not.toContain(api.token)
})

function aPerson(language?: string): Person {
  return language === undefined ? { id: ++lastPerson } : { id: ++lastPerson, language }
}

/** Sends an update and returns what the chat shows when `more` messages have come. */
async function after(update: object, chat: number, more = 1): Promise<Shown[]> {
  const before = api.shown(chat).length
  api.push(update as Record<string, unknown>)
  await api.until(() => api.shown(chat).length >= before + more, `${more} more messages in chat ${chat}`)
  return api.shown(chat)
}

async function say(text: string, from: Person, more = 1): Promise<Shown> {
  return (await after(aMessage({ from, text }), from.id, more)).at(-1)!
}

function labels({ keyboard }: Shown): string[] {
  return keyboard.flat().map(({ text }) => text)
}

function buttonOf(shown: Shown, label: string | RegExp): string {
  return shown.keyboard.flat().find(({ text }) => (typeof label === 'string' ? text === label : label.test(text)))!
    .callback_data!
}

/** Presses a button and waits for the press to be answered. */
async function press(shown: Shown, data: string, from?: Person): Promise<string | undefined> {
  const update = aPress(shown, data, from)
  const id = (update.callback_query as { id: string }).id
  api.push(update)
  const answered = () =>
    api.calls.find(
      ({ method, payload, status }) =>
        method === 'answerCallbackQuery' && payload.callback_query_id === id && status === 200,
    )
  await api.until(() => answered() !== undefined, `press ${data} answered`)
  return answered()!.payload.text as string | undefined
}

async function inline(query: string, from: Person): Promise<Record<string, unknown>> {
  const update = anInlineQuery(query, from)
  const id = (update.inline_query as { id: string }).id
  api.push(update)
  const found = () =>
    api.calls.find(
      ({ method, payload, status }) =>
        method === 'answerInlineQuery' && payload.inline_query_id === id && status === 200,
    )
  await api.until(() => found() !== undefined, `query ${query} answered`)
  return found()!.payload
}

describe('in private', () => {
  test.for([
    { code: 'kk', greets: 'Сәлеметсіз бе!', topics: 'Бөлімдер' },
    { code: 'ru-RU', greets: 'Здравствуйте!', topics: 'Разделы' },
    { code: 'en-US', greets: 'Hello!', topics: 'Topics' },
  ])(
    '/start greets in the language of the app ($code), with examples and the three languages',
    async ({ code, greets, topics }) => {
      const shown = await say('/start', aPerson(code))
      expect(shown.text).toContain(greets)
      expect(labels(shown)).toContain(topics)
      const languages = labels(shown).slice(-3)
      expect(languages.map((label) => label.replace('✓ ', ''))).toEqual(['Қазақша', 'Русский', 'English'])
      expect(languages.filter((label) => label.startsWith('✓'))).toHaveLength(1)
      expect(shown.keyboard.length).toBe(6)
    },
  )

  test('an example is answered when pressed', async () => {
    const person = aPerson('en')
    const welcome = await say('/start', person)
    const shown = await after(aPress(welcome, welcome.keyboard[0]![0]!.callback_data!), person.id)
    expect(shown.at(-1)!.text).toMatch(/^22–24 April 2026, Astana/)
  })

  test.for([
    { text: 'When is the summit?', code: 'en', says: '22–24 April 2026' },
    { text: 'Когда саммит?', code: 'ru', says: '22–24 апреля 2026' },
    { text: 'саммит кашан', code: 'kk', says: '2026 жылғы 22–24 сәуір' },
  ])('$text is answered in $code', async ({ text, code, says }) => {
    const shown = await say(text, aPerson(code))
    expect(shown.text).toMatch(new RegExp(`^${says}`))
    expect(shown.payload.link_preview_options).toEqual({ is_disabled: true })
  })

  test('someone whose app does not tell its language is answered in that of the question', async () => {
    expect((await say('Где прошла третья консультация?', aPerson())).text).toContain('Ашхабад')
  })

  test('the language chosen counts more than that of the app, and the menu of the chat follows', async () => {
    const person = aPerson('en')
    const page = await say('/language', person)
    await press(page, buttonOf(page, 'Русский'))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) =>
            method === 'setMyCommands' && JSON.stringify(payload.scope).includes(String(person.id)),
        ),
      'menu of the chat set',
    )
    const menu = api.calls.find(
      ({ method, payload }) => method === 'setMyCommands' && JSON.stringify(payload.scope).includes(String(person.id)),
    )!
    expect(menu.payload.commands).toContainEqual({ command: 'topics', description: 'Просмотреть темы' })
    expect(api.shown(person.id).at(-1)!.text).toBe('Я отвечаю по-русски. Выберите язык:')
    expect((await say('When is the summit?', person)).text).toMatch(/^22–24 апреля/)
  })

  test('/forget erases the choice', async () => {
    const person = aPerson('en')
    const page = await say('/language', person)
    await press(page, buttonOf(page, 'Қазақша'))
    expect((await say('/forget', person)).text).toContain('өшірілді')
    expect((await say('When is the summit?', person)).text).toMatch(/^22–24 April/)
  })

  test('whoever writes three times in another language is offered to switch, once', async () => {
    const person = aPerson('en')
    await say('Когда саммит?', person)
    await say('Где пройдёт саммит?', person)
    const offer = await say('Кто партнёры саммита?', person, 2)
    expect(offer.text).toContain('Отвечать дальше по-русски?')
    expect(labels(offer)).toEqual(['Русский', 'No, stay with English'])
    await say('Сколько тем у саммита?', person)
    await say('Когда саммит?', person)
    const last = await say('Где пройдёт саммит?', person)
    expect(last.text).not.toContain('Отвечать дальше')
    await press(offer, buttonOf(offer, 'Русский'))
    expect((await say('When is the summit?', person)).text).toMatch(/^22–24 апреля/)
  })

  test('what was just said is understood', async () => {
    const person = aPerson('en')
    await say('When was the third consultation?', person)
    expect((await say('and where?', person)).text).toContain('Ashgabat')
  })

  test('a reply to an older answer is about that one', async () => {
    const person = aPerson('en')
    const older = await say('When was the first consultation?', person)
    await say('When is the summit?', person)
    const reply_to_message = (aPress(older, '').callback_query as { message: object }).message
    const [shown] = await after(aMessage({ from: person, text: 'and where?', reply_to_message }), person.id)
    expect(shown!.text).toContain('Almaty')
  })

  test('what the bulletin does not say is said not to be there, with near topics as buttons', async () => {
    const person = aPerson('en')
    const shown = await say('How many people spoke at the second consultation?', person)
    expect(shown.text).toContain('The bulletin does not say')
    const chosen = await after(aPress(shown, shown.keyboard[0]![0]!.callback_data!), person.id)
    expect(chosen.at(-1)!.text).not.toContain('does not say')
  })

  test('an edited question is answered anew, in the same message', async () => {
    const person = aPerson('en')
    const question = aMessage({ from: person, text: 'When is the summit?' })
    const [shown] = await after(question, person.id)
    api.push({
      edited_message: { ...(question.message as object), text: 'Where was the third consultation?', edit_date: 1 },
    })
    await api.until(() => shown!.edits === 1, 'the answer is edited')
    expect(shown!.text).toContain('Ashgabat')
    expect(api.shown(person.id)).toHaveLength(1)
  })

  test('"Wrong answer?" is kept with the question, thanked for, and gone from the message', async () => {
    const person = aPerson('en')
    const shown = await say('When was the second consultation?', person)
    expect(await press(shown, buttonOf(shown, 'Wrong answer?'))).toContain('Thank you')
    await api.until(() => !labels(shown).includes('Wrong answer?'), 'the button is gone')
    const list = await say('/feedback', { id: 99, language: 'en' })
    expect(list.text).toMatch(/When was the second consultation\? → Second/)
    // Of a group others have an opinion of their own: there the button stays.
    const group = { id: -100_555, type: 'supergroup', title: 'Delegates' }
    const [there] = await after(aMessage({ from: person, chat: group, text: '/ask When is the summit?' }), group.id)
    expect(await press(there!, buttonOf(there!, 'Wrong answer?'))).toContain('Thank you')
    expect(labels(there!)).toContain('Wrong answer?')
  })

  test('a question edited while it is being answered has one answer', async () => {
    const person = aPerson('en')
    const question = aMessage({ from: person, text: 'When is the summit?' })
    api.push(question)
    api.push({
      edited_message: { ...(question.message as object), text: 'Where was the third consultation?', edit_date: 1 },
    })
    await api.until(() => api.shown(person.id)[0]?.edits === 1, 'the answer is edited')
    expect(api.shown(person.id)).toHaveLength(1)
  })

  test('a question edited three times in another language does not make the offer', async () => {
    const person = aPerson('en')
    const question = aMessage({ from: person, text: 'How many partners?' })
    const [shown] = await after(question, person.id)
    for (const [nth, text] of [
      'Когда саммит?',
      'Где третья консультация?',
      'Сколько тем?',
      'Кто партнёры?',
    ].entries()) {
      api.push({ edited_message: { ...(question.message as object), text, edit_date: nth } })
      await api.until(() => shown!.edits > nth, `edit ${nth}`)
    }
    expect(api.shown(person.id)).toHaveLength(1)
  })

  test('/feedback is a command for organizers alone', async () => {
    expect((await say('/feedback', aPerson('en'))).text).toContain('do not know this command')
  })

  test('an answer is shared by a link that opens it in the language of whoever follows it', async () => {
    const shown = await say('When was the second consultation?', aPerson('en'))
    const link = new URL(shown.keyboard.flat().find(({ text }) => text === 'Share')!.url!)
    const payload = new URL(link.searchParams.get('url')!).searchParams.get('start')!
    expect(payload).toBe('en_consultation-2')
    expect((await say(`/start ${payload}`, aPerson('ru'))).text).toContain('Second regional consultation')
    expect((await say('/start consultation-2', aPerson('ru'))).text).toContain('Вторая региональная консультация')
  })

  test('/start with a link that leads nowhere greets', async () => {
    expect((await say('/start nowhere_at_all', aPerson('en'))).text).toContain('Hello!')
  })

  test('/topics is one message that turns into sections, topics, an answer and back', async () => {
    const person = aPerson('en')
    const shown = await say('/topics', person)
    await press(shown, buttonOf(shown, /^11\./))
    await api.until(() => shown.text.startsWith('11. Regional'), 'the section')
    await press(shown, buttonOf(shown, /^Next/))
    await api.until(() => labels(shown).includes('‹ Previous'), 'the second page')
    await press(shown, buttonOf(shown, /Previous/))
    await api.until(() => labels(shown).includes('Third consultation'), 'the first page')
    await press(shown, buttonOf(shown, 'Third consultation'))
    await api.until(() => shown.text.includes('Ashgabat'), 'the topic')
    await press(shown, buttonOf(shown, '‹ Back'))
    await api.until(() => shown.text.startsWith('11. Regional'), 'the section again')
    await press(shown, buttonOf(shown, '‹ All sections'))
    await api.until(() => labels(shown).includes('2. Date and place'), 'the sections')
    expect(api.shown(person.id)).toHaveLength(1)
  })

  test('/calendar gives a calendar file with the days of the summit; once they are past, when asked for', async () => {
    const person = aPerson('en')
    const over = await say('/calendar', person)
    expect(over.text).toBe('All dates have passed.')
    await after(aPress(over, buttonOf(over, 'With past dates')), person.id)
    const call = api.calls.findLast(({ method }) => method === 'sendDocument')!
    const file = call.payload.document as File
    const content = await file.text()
    expect(file.name).toBe('res-2026.ics')
    expect(content).toContain('DTSTART;VALUE=DATE:20260422\r\nDTEND;VALUE=DATE:20260425')
    expect(content).toContain('Asia/Almaty')
  })

  test('an event offers its own days', async () => {
    const person = aPerson('ru')
    const shown = await say('Когда вторая консультация?', person)
    await after(aPress(shown, buttonOf(shown, 'В календарь')), person.id)
    const file = api.calls.findLast(({ method }) => method === 'sendDocument')!.payload.document as File
    expect(await file.text()).toMatch(/BEGIN:VEVENT[^]*SUMMARY:Вторая региональная консультация/)
  })

  test.for(['/help', '/about', '/privacy', '/settings', '/nonsense'])(
    '%s says something in each language',
    async (command) => {
      for (const code of ['kk', 'ru', 'en']) expect((await say(command, aPerson(code))).text.length).toBeGreaterThan(20)
    },
  )

  test('what is no text gets a hint', async () => {
    const person = aPerson('en')
    const shown = await after(aMessage({ from: person, sticker: { file_id: 'x' } }), person.id)
    expect(shown.at(-1)!.text).toContain('text only')
  })

  test.for([
    '<b>',
    '</b>&lt;&amp;',
    '@everyone',
    '[x](tg://user?id=1)',
    '😀'.repeat(2048),
    '*bold* _it_ `c`',
    '/',
    '\u0000',
    '\ud83d',
    '<a href="tg://user?id=1">x</a>',
  ])('harmless: %#', async (text) => {
    const shown = await say(text, aPerson('en'))
    expect(shown.payload.parse_mode).toBe('HTML')
    expect(shown.text).not.toMatch(/tg:|everyone/)
  })

  test('a caption of 100 kB harms nothing', async () => {
    const person = aPerson('en')
    const shown = await after(aMessage({ from: person, caption: 'x <b>'.repeat(20_000), photo: [] }), person.id)
    expect(shown.at(-1)!.text).toContain('too long')
  })

  test.for(['', 'nonsense', 'een:no-such-entry', 'ben:99999:11', 'bru:1:77', 'lkk:xx', 'een:', 'e:summit', '💥'])(
    'a press on a foreign button (%s) is answered',
    async (data) => {
      const shown = await say('/topics', aPerson('en'))
      await press(shown, data)
    },
  )
})

describe('in a group', () => {
  const from = { id: 501, language: 'en' }

  async function inGroup(message: object, more = 1): Promise<Shown> {
    return (await after(aMessage({ from, chat: aGroup, ...message }), aGroup.id, more)).at(-1)!
  }

  test.for([
    { when: 'mentioned', message: { text: '@jauap_test_bot When is the summit?' } },
    { when: 'asked by command', message: { text: '/ask@jauap_test_bot When is the summit?' } },
    {
      when: 'replied to',
      message: {
        text: 'When is the summit?',
        reply_to_message: { message_id: 3, from: theBot(), date: 1, chat: aGroup },
      },
    },
    {
      when: 'mentioned under a question',
      message: {
        text: '@jauap_test_bot',
        reply_to_message: { message_id: 3, from: { id: 8 }, text: 'When is the summit?', date: 1, chat: aGroup },
      },
    },
  ])('answers as a reply when $when', async ({ message }) => {
    const update = aMessage({ from, chat: aGroup, ...message })
    const shown = (await after(update, aGroup.id)).at(-1)!
    expect(shown.text).toMatch(/^22–24 April/)
    expect(shown.payload.reply_parameters).toMatchObject({
      message_id: (update.message as { message_id: number }).message_id,
    })
  })

  test('is silent otherwise', async () => {
    const before = api.shown(aGroup.id).length
    for (const text of ['When is the summit?', '@somebody_else When?', '/ask@another_bot When?', '/unknown'])
      api.push(aMessage({ from, chat: aGroup, text }))
    await inGroup({ text: '@jauap_test_bot When is the summit?' })
    expect(api.shown(aGroup.id).length).toBe(before + 1)
  })

  test('neither counts nor warns people who talk to each other where it hears everything', async () => {
    const crowd = { id: -100_700, type: 'supergroup', title: 'Crowd' }
    for (let nth = 0; nth < 60; nth++)
      api.push(aMessage({ from: { id: 900, language: 'en' }, chat: crowd, text: `chat ${nth}` }))
    const shown = await after(
      aMessage({ from: { id: 900, language: 'en' }, chat: crowd, text: '@jauap_test_bot When is the summit?' }),
      crowd.id,
    )
    expect(shown.map(({ text }) => text.slice(0, 5))).toEqual(['22–24'])
  })

  test('stays in the topic of the question', async () => {
    const update = aMessage({
      from,
      chat: aForum,
      text: '/ask When is the summit?',
      message_thread_id: 77,
      is_topic_message: true,
    })
    const shown = (await after(update, aForum.id)).at(-1)!
    expect(shown.payload.message_thread_id).toBe(77)
  })

  test('speaks the language that its administrators set, and people keep theirs', async () => {
    api.administrators.add(`${aForum.id}/600`)
    const page = (await after(aMessage({ from, chat: aForum, text: '/language' }), aForum.id)).at(-1)!
    expect(await press(page, buttonOf(page, 'Қазақша'), { id: 601, language: 'en' })).toContain('Only administrators')
    await press(page, buttonOf(page, 'Қазақша'), { id: 600 })
    await api.until(() => page.text.includes('қазақша'), 'the page in Kazakh')
    const shown = (await after(aMessage({ from, chat: aForum, text: '/ask When is the summit?' }), aForum.id)).at(-1)!
    expect(shown.text).toMatch(/^2026 жылғы 22–24 сәуір/)
    expect((await say('When is the summit?', from)).text).toMatch(/^22–24 April/)
  })
})

test('whoever sends a voice message is told what to do instead, with questions to try', async () => {
  const person = aPerson('kk')
  const voice = { file_id: 'x', file_unique_id: 'x', duration: 3 }
  const shown = (await after(aMessage({ from: person, voice }), person.id)).at(-1)!
  expect(shown.text).toMatch(/^Дауыстық хабарламаларды тыңдай алмаймын/)
  expect(labels(shown)).toHaveLength(4)
  const answered = await after(aPress(shown, shown.keyboard[0]![0]!.callback_data!), person.id)
  expect(answered.at(-1)!.text).toContain('сәуір')
})

describe('a group that takes the bot in', () => {
  const chat = { id: -100_750, type: 'supergroup', title: 'Delegates of the east' }

  test('is told once what it can do, in the language of who did it', async () => {
    const from = { id: 650, language: 'ru' }
    const [greeting] = await after(aMembership(chat, from, 'member'), chat.id)
    expect(greeting!.text).toMatch(/^Здравствуйте! Я Jauap.*\nНапишите \/ask.*\nДля администраторов: \/language/s)
    expect(labels(greeting!)).toEqual(['Разделы', 'Қазақша', '✓ Русский', 'English'])
    // To be made an administrator is no second arrival.
    api.push(aMembership(chat, from, 'administrator', 'member'))
    const asked = await after(aMessage({ from, chat, text: '/ask Когда саммит?' }), chat.id)
    expect(asked).toHaveLength(2)
    expect(asked[1]!.text).toMatch(/^22–24 апреля/)
  })
})

describe('in any chat', () => {
  test.for([
    { query: 'third consultation', code: 'en', title: 'Third consultation', text: 'Ashgabat' },
    { query: 'третья консультация', code: 'ru', title: 'Третья консультация', text: 'Ашхабад' },
    { query: 'ушинши консультация', code: 'kk', title: 'Үшінші консультация', text: 'Ашхабад' },
  ])('$query offers the answer in $code', async ({ query, code, title, text }) => {
    const { results, is_personal } = await inline(query, aPerson(code))
    const [first] = results as { title: string; input_message_content: { message_text: string } }[]
    expect(first!.title).toContain(title)
    expect(first!.input_message_content.message_text).toContain(text)
    expect(is_personal).toBe(true)
  })

  test.for(['', 'q', 'parking', '<b>', 'part'])('"%s" gets an answer too', async (query) => {
    expect((await inline(query, aPerson('en'))).results).not.toEqual([])
  })
})

describe('the profile', () => {
  test('has menus for each scope and language, and descriptions', async () => {
    const set = () =>
      api.calls.filter(
        ({ method, status }) => /^set(?:MyCommands|MyDescription|MyShortDescription)$/.test(method) && status === 200,
      )
    const menus = () =>
      new Set(
        set()
          .filter(({ method }) => method === 'setMyCommands')
          .map(({ payload }) => `${(payload.scope as { type: string }).type} ${String(payload.language_code)}`),
      )
    await api.until(
      () => set().filter(({ method }) => method === 'setMyShortDescription').length === 3,
      'short descriptions',
    )
    expect([...menus()]).toEqual(
      expect.arrayContaining([
        'default undefined',
        'all_private_chats kk',
        'all_group_chats ru',
        'all_chat_administrators kk',
        'chat undefined',
      ]),
    )
  })
})
