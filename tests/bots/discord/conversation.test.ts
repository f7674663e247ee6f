import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  aCommand,
  aCompletion,
  aMessage,
  aMessageCommand,
  aPress,
  manager,
  type Asker,
} from '../../support/discord/events.ts'
import { application, startDiscord, type Body, type Discord, type Shown } from '../../support/discord/server.ts'
import { startInProcess } from '../../support/in-process.ts'
import { bulletin } from '../../support/packs.ts'
import type { Running } from '../../support/process.ts'

let discord: Discord
let bot: Running
let lastPerson = 20_000

beforeAll(async () => {
  discord = await startDiscord()
  bot = startInProcess({ DISCORD_TOKEN: discord.token, DISCORD_API_ROOT: discord.root, KNOWLEDGE: bulletin })
  await bot.said(/"connected"/)
})

afterAll(async () => {
  await bot[Symbol.asyncDispose]()
  await discord[Symbol.asyncDispose]()
})

afterEach(() => {
  expect(discord.violations).toEqual([])
  expect(bot.output()).not.toContain(discord.token)
})

function aPerson(locale = 'en-US', permissions = 0n): Asker {
  return { id: String(++lastPerson), locale, permissions }
}

async function answered(interaction: Body & { id: string }): Promise<Shown> {
  discord.gateway.dispatch('INTERACTION_CREATE', interaction)
  await discord.until(() => discord.answersTo(interaction.id).length > 0, 'an answer to the interaction')
  return discord.answersTo(interaction.id)[0]!
}

function ask(question: string, from: Asker, inPrivate = false): Promise<Shown> {
  return answered(aCommand('ask', from, { question, inPrivate }))
}

type Component = { custom_id: string; label?: string; options?: { label: string; value: string }[] }

function textOf({ content }: { content: Body }): string {
  const [embed] = content.embeds as { description?: string; footer?: { text: string } }[]
  return `${embed?.description ?? ''}\n${embed?.footer?.text ?? ''}`
}

function components({ content }: { content: Body }): Component[] {
  return (content.components as { components: Component[] }[]).flatMap((row) => row.components)
}

function buttonOf(shown: Shown, label: string): string {
  return components(shown).find((one) => one.label === label)!.custom_id
}

async function said(message: Body & { id: string }): Promise<Shown> {
  const channel = String(message.channel_id)
  const before = discord.messagesIn(channel).length
  discord.gateway.dispatch('MESSAGE_CREATE', message)
  await discord.until(() => discord.messagesIn(channel).length > before, 'a reply')
  return discord.messagesIn(channel).at(-1)!
}

function choose(options: Component['options'], label: RegExp): string {
  return options!.find((option) => label.test(option.label))!.value
}

describe('/ask', () => {
  test.for([
    { locale: 'en-US', question: 'When is the summit?', says: '**22–24 April 2026, Astana, Kazakhstan**' },
    { locale: 'en-GB', question: 'Когда саммит?', says: '**22–24 апреля 2026 года' },
    { locale: 'ru', question: 'саммит кашан болады', says: '**2026 жылғы 22–24 сәуір' },
    { locale: 'ru', question: 'RES 2026', says: 'Бюллетень, §' },
  ])('answers $question in $locale for the one who asks alone', async ({ locale, question, says }) => {
    const shown = await ask(question, aPerson(locale))
    expect(textOf(shown)).toContain(says)
    expect(shown.ephemeral).toBe(true)
  })

  test.for(
    ['ru', 'en-US', 'de'].flatMap((locale) =>
      [false, true].flatMap((inPrivate) => [
        { locale, inPrivate, question: 'саммит қашан өтеді?', says: '**2026 жылғы 22–24 сәуір' },
        { locale, inPrivate, question: 'когда пройдёт саммит?', says: '**22–24 апреля 2026 года' },
        { locale, inPrivate, question: 'when is the summit?', says: '**22–24 April 2026' },
      ]),
    ),
  )('answers "$question" in its own language in an app in $locale, alone: $inPrivate', async (asked) => {
    expect(textOf(await ask(asked.question, aPerson(asked.locale), asked.inPrivate))).toContain(asked.says)
  })

  test.for([true, false])('offers the language that somebody keeps writing, alone: %s', async (inPrivate) => {
    const person = aPerson('ru')
    for (const question of ['саммит қашан өтеді?', 'үшінші консультация қайда өтті?'])
      await ask(question, person, inPrivate)
    const asked = aCommand('ask', person, { question: 'серіктестер кімдер?', inPrivate })
    await answered(asked)
    await discord.until(() => discord.answersTo(asked.id).length === 2, 'the offer')
    const offer = discord.answersTo(asked.id)[1]!
    expect([offer.ephemeral, textOf(offer)]).toEqual([!inPrivate, expect.stringContaining('қазақша')])
    await answered(aPress(buttonOf(offer, 'Қазақша'), person, { inPrivate }))
    expect(textOf(await answered(aCommand('help', person, { inPrivate })))).toContain('Қатемен')
  })

  test('answers for all to see in private, where there is nobody else', async () => {
    expect((await ask('When is the summit?', aPerson(), true)).ephemeral).toBe(false)
  })

  test('remembers what was just said', async () => {
    const person = aPerson()
    await ask('When was the third consultation?', person)
    expect(textOf(await ask('and where?', person))).toContain('Ashgabat')
  })

  test('says what the bulletin does not say, with near topics as buttons', async () => {
    const person = aPerson()
    const shown = await ask('Where can I park?', person)
    expect(textOf(shown)).toContain('does not say')
    const next = await answered(aPress(components(shown)[0]!.custom_id, person))
    expect(textOf(next)).not.toContain('does not say')
    expect(next.ephemeral).toBe(true)
  })

  test.for([
    '<b>',
    '@everyone',
    '<@1> <@&2> <#3> @here',
    '[x](https://evil.example)',
    '😀'.repeat(500),
    '**x** `y` ||z||',
    '```',
  ])('repeats nothing of what was typed (%#)', async (question) => {
    const shown = await ask(question, aPerson())
    expect(JSON.stringify(shown.content.embeds)).not.toMatch(/everyone|evil|<@/)
  })
})

type Choice = { readonly name: string; readonly value: string }

async function choicesFor(typed: string, person = aPerson()): Promise<readonly Choice[]> {
  return (await answered(aCompletion(typed, person))).content.choices as Choice[]
}

describe('a completion', () => {
  test.for([
    { typed: 'third cons', locale: 'en-US', first: 'Third consultation', facts: ' — 13–15 May 2025, Ashgabat' },
    { typed: 'третья конс', locale: 'ru', first: 'Третья консультация', facts: ' — 13–15 мая 2025 года, Ашхабад' },
    { typed: '', locale: 'ru', first: 'Региональный экологический саммит 2026', facts: ' — 22–24 апреля 2026 года' },
  ])('of "$typed" in $locale offers $first with when and where, and choosing it answers', async (given) => {
    const person = aPerson(given.locale)
    const choices = await choicesFor(given.typed, person)
    expect(choices[0]!.name).toContain(`${given.first}${given.facts}`)
    expect(choices.length).toBeLessThanOrEqual(25)
    expect(textOf(await ask(choices[0]!.value, person))).toContain(given.first)
  })

  test.for([
    { typed: 'кон', locale: 'ru', begins: /(^| )кон/i },
    { typed: 'консульт', locale: 'ru', begins: /консульт/i },
    { typed: 'sum', locale: 'en-US', begins: /summit/i },
    { typed: 'үшінші конс', locale: 'ru', begins: /^Үшінші консультация/ },
  ])('of the half word "$typed" puts names that go on from it first, and refuses nothing', async (given) => {
    const names = (await choicesFor(given.typed, aPerson(given.locale))).map(({ name }) => name)
    expect(names[0]).toMatch(given.begins)
    expect(names.join('\n')).not.toMatch(/does not say|не сказано|айтылмаған/)
  })

  test.for(['summit w', 'кансульт'])('of "%s" refuses nothing either', async (typed) => {
    expect((await choicesFor(typed)).map(({ name }) => name).join('\n')).not.toMatch(/does not say|не сказано/)
  })

  test('of small talk is its answer alone, and of a whole question a refusal stands last', async () => {
    expect(await choicesFor('привет', aPerson('ru'))).toMatchObject([{ value: 'привет' }])
    const names = (await choicesFor('How many people spoke at the second consultation?')).map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(names.findIndex((name) => /does not say/.test(name))).toBe(names.length - 1)
  })
})

describe('every choice of a completion', () => {
  test.for(['What happened in May 2025?', 'third consultation', 'Is UNICEF a partner?'])(
    'for "%s" is answered by more than a refusal to understand',
    async (typed) => {
      const person = aPerson()
      const choices = await choicesFor(typed, person)
      const plain = textOf(await ask(typed, person))
      expect(textOf(await ask(choices[0]!.value, aPerson()))).toBe(plain)
      for (const { value } of choices.slice(1))
        expect(textOf(await ask(value, person))).not.toMatch(/does not say|out of date/)
    },
  )
})

describe('in the private chat of others', () => {
  test('answers are for the one who asks alone, and nobody turns over what they see', async () => {
    const person = aPerson()
    const group = { channel_id: '777', channel: { id: '777', type: 3 }, context: 2 }
    const question = { ...aCommand('privacy', person, { inPrivate: true }), ...group }
    expect((await answered(question)).ephemeral).toBe(true)
    const press = { ...aPress('ben:0', aPerson('ru'), { ephemeral: false, inPrivate: true }), ...group }
    expect((await answered(press)).content.type).toBe(4)
  })
})

describe('whoever chose no language', () => {
  test('is answered in that of their app where nothing tells another: after a command, also in messages', async () => {
    const person = aPerson('ru')
    await answered(aCommand('about', person))
    expect(textOf(await said(aMessage(person, '👋', { inPrivate: true })))).toContain('Здравствуйте')
    const mention = aMessage(person, `<@${application}>`, { mentions: [application] })
    expect(textOf(await said(mention))).toMatch(/Можно с ошибками/)
  })

  test('is spoken to in that of the server where the app is not known', async () => {
    const mention = aMessage(aPerson(), `<@${application}>`, { mentions: [application] })
    expect(textOf(await said(mention))).toContain('Ask in your own words')
  })

  test('has what the app said forgotten, too', async () => {
    const person = aPerson('ru')
    await answered(aCommand('about', person))
    await answered(aCommand('forget', person))
    expect(textOf(await said(aMessage(person, '👋', { inPrivate: true })))).not.toContain('Здравствуйте')
  })

  test('gets on in that of the page', async () => {
    const person = aPerson('de')
    const shown = await ask('Where was the third consultation?', person)
    expect(textOf(await answered(aPress(buttonOf(shown, 'Share'), person)))).toContain('Ashgabat')
  })
})

describe('buttons under an answer', () => {
  test('share it with the channel', async () => {
    const person = aPerson()
    const shared = await answered(
      aPress(buttonOf(await ask('When was the second consultation?', person), 'Share'), person),
    )
    expect(shared.ephemeral).toBe(false)
    expect(textOf(shared)).toMatch(/^\*someone asked: “When was the second consultation\?”\*\n[^]*Samarkand/)
  })

  test('share nothing that everyone sees, nor the same again and again', async () => {
    const person = aPerson()
    const shown = await ask('When was the fourth consultation?', person)
    const share = buttonOf(shown, 'Share')
    const presses = [await answered(aPress(share, person)), await answered(aPress(share, aPerson()))]
    expect(presses.map(({ ephemeral }) => ephemeral)).toEqual([false, true])
    expect(textOf(presses[1]!)).toContain('can see this answer already')
    const inPublic = await answered(
      aPress(buttonOf(await ask('third consultation', person), 'Share'), person, { ephemeral: false }),
    )
    expect([inPublic.ephemeral, textOf(inPublic)]).toEqual([true, expect.stringContaining('already')])
    const mention = aMessage(person, `<@${application}> third consultation`, { mentions: [application] })
    const labels = [await ask('third consultation', person, true), await said(mention)].flatMap(components)
    expect(labels.map(({ label }) => label)).not.toContain('Share')
  })

  test('lead to related topics', async () => {
    const person = aPerson()
    const related = await answered(aPress(buttonOf(await ask('third consultation', person), 'Related topics'), person))
    expect(components(related).map(({ label }) => label)).toContain('Fourth consultation')
  })

  test('choose a language, which counts from then on, in every server and in private', async () => {
    const person = aPerson('ru')
    const page = await answered(aPress(buttonOf(await ask('Когда саммит?', person), 'Язык'), person))
    await answered(aPress(buttonOf(page, 'Қазақша'), person))
    expect(textOf(await ask('Когда саммит?', person, true))).toContain('сәуір')
  })

  test('take a complaint', async () => {
    const person = aPerson()
    const thanks = await answered(aPress(buttonOf(await ask('When is the summit?', person), 'Wrong answer?'), person))
    expect(textOf(thanks)).toContain('Thank you! Your question')
  })

  test('hand over a calendar file', async () => {
    const person = aPerson()
    const shown = await answered(aPress(buttonOf(await ask('third consultation', person), 'Add to calendar'), person))
    const [file] = shown.files.values()
    expect(await file!.text()).toContain('SUMMARY:Third consultation')
    expect(textOf(shown)).toContain('Third consultation: ')
  })

  test.for(['', 'x', 'een:nothing', 'menu0', '💥'])('of another time (%s) say so', async (id) => {
    expect(textOf(await answered(aPress(id, aPerson())))).toContain('out of date')
  })
})

describe('somebody who is faster than people are', () => {
  test('is told so, and others go on', async () => {
    const person = aPerson()
    const asked = Array.from({ length: 45 }, () => aCommand('help', person))
    for (const one of asked) discord.gateway.dispatch('INTERACTION_CREATE', one)
    await discord.until(() => asked.every(({ id }) => discord.answersTo(id).length > 0), 'all are answered')
    const told = asked.filter(({ id }) => /Too many messages/.test(textOf(discord.answersTo(id)[0]!)))
    expect(told.length).toBeGreaterThanOrEqual(10)
    expect(textOf(await answered(aCommand('help', aPerson())))).toContain('Ask in your own words')
  })

  test('in mentions is told once, and what is too much waits', async () => {
    const person = aPerson()
    const asked = Array.from({ length: 33 }, () =>
      aMessage(person, `<@${application}> When?`, { mentions: [application], channel: '9999' }),
    )
    for (const one of asked) discord.gateway.dispatch('MESSAGE_CREATE', one)
    const notices = (): number =>
      discord.messagesIn('9999').filter((one) => /Too many messages/.test(textOf(one))).length
    await discord.until(() => notices() === 1 && discord.messagesIn('9999').length >= 31, 'the notice')
    expect(discord.messagesIn('9999').length).toBeLessThan(34)
  })
})

describe('/topics', () => {
  test('is one message that turns into sections, topics, an answer and back', async () => {
    const person = aPerson()
    const menu = components(await answered(aCommand('topics', person)))[0]!
    const topics = await answered(aPress(menu.custom_id, person, { chosen: choose(menu.options, /^11\./) }))
    expect(topics.content.type).toBe(7)
    const list = components(topics)[0]!
    const topic = await answered(aPress(list.custom_id, person, { chosen: choose(list.options, /Third/) }))
    expect(textOf(topic)).toContain('Ashgabat')
    expect(textOf(await answered(aPress(buttonOf(topic, '‹ Back'), person)))).toContain(
      'Regional and international consultations',
    )
  })

  test('under a message that others see too answers for one alone', async () => {
    const shown = await answered(aPress('ben:0', aPerson(), { ephemeral: false }))
    expect(shown.content.type).toBe(4)
    expect(shown.ephemeral).toBe(true)
  })
})

describe('the other commands', () => {
  test.for(['help', 'about', 'privacy', 'language', 'forget'])('/%s says something in each language', async (name) => {
    for (const locale of ['en-US', 'ru', 'kk'])
      expect(textOf(await answered(aCommand(name, aPerson(locale)))).length).toBeGreaterThan(20)
  })

  test('/calendar hands over every date; of those that are past, when asked for', async () => {
    const person = aPerson()
    const over = await answered(aCommand('calendar', person))
    const [file] = (await answered(aPress(buttonOf(over, 'With past dates'), person))).files.values()
    expect(file!.name).toBe('res-2026.ics')
  })

  test('/event publishes nothing once the dates have passed, and for nobody without the right', async () => {
    expect(textOf(await answered(aCommand('event', aPerson('en-US', manager))))).toContain('have passed')
    expect(textOf(await answered(aCommand('event', aPerson())))).toContain('Only those who manage this server')
  })

  test('"Answer this" answers somebody’s message for the one who asks', async () => {
    const name = discord.calls.find(({ request }) => request.startsWith('put /applications'))!.body as unknown as {
      name: string
      type: number
    }[]
    const shown = await answered(
      aMessageCommand(name.find(({ type }) => type === 3)!.name, 'Когда саммит?', aPerson('en-US')),
    )
    expect(textOf(shown)).toContain('22–24 апреля')
    expect(shown.ephemeral).toBe(true)
  })

  test('a server’s language is set by those who manage it, for what all of it reads', async () => {
    const page = await answered(aCommand('language', aPerson('en-US', manager)))
    const forServer = components(page).filter(({ label }) => label === 'Қазақша')[1]!.custom_id
    expect(textOf(await answered(aPress(forServer, aPerson())))).toContain('Only those who manage this server')
    const set = await answered(aPress(forServer, aPerson('en-US', manager)))
    expect(textOf(set)).toMatch(/Language of this server: Қазақша[^]*I answer in English/)
    expect(components(set).map(({ label }) => label)).toEqual([
      'Қазақша',
      'Русский',
      '✓ English',
      '✓ Қазақша',
      'Русский',
      'English',
      'Without emoji',
    ])
    const mention = `<@${application}> When is the summit?`
    expect(textOf(await said(aMessage(aPerson(), mention, { mentions: [application] })))).toContain('сәуір')
    expect(textOf(await ask('When is the summit?', aPerson('en-US')))).toContain('April')
    const back = components(await answered(aCommand('language', aPerson('en-US', manager)))).filter(({ label }) =>
      label?.endsWith('English'),
    )[1]!.custom_id
    await answered(aPress(back, aPerson('en-US', manager)))
  })
})

describe('messages', () => {
  test('that mention the bot are answered by a reply', async () => {
    const message = aMessage(aPerson(), `<@${application}> When was the third consultation?`, {
      mentions: [application],
    })
    const shown = await said(message)
    expect(textOf(shown)).toContain('Ashgabat')
    expect(shown.content.message_reference).toMatchObject({ message_id: message.id })
    expect(shown.content.allowed_mentions).toMatchObject({ parse: [], replied_user: false })
  })

  test('in private are answered, in the language of the question', async () => {
    expect(textOf(await said(aMessage(aPerson(), 'Где прошла третья консультация?', { inPrivate: true })))).toContain(
      'Ашхабад',
    )
  })

  test('that are not for the bot are left alone, and those that come twice are answered once', async () => {
    const before = discord.messagesIn('500').length
    discord.gateway.dispatch('MESSAGE_CREATE', aMessage(aPerson(), 'When is the summit?'))
    discord.gateway.dispatch(
      'MESSAGE_CREATE',
      aMessage(aPerson(), `<@${application}> When?`, { mentions: [application], bot: true }),
    )
    const message = aMessage(aPerson(), `<@${application}> When is the summit?`, { mentions: [application] })
    discord.gateway.dispatch('MESSAGE_CREATE', message)
    discord.gateway.dispatch('MESSAGE_CREATE', message)
    const last = aMessage(aPerson(), `<@${application}>`, { mentions: [application] })
    discord.gateway.dispatch('MESSAGE_CREATE', last)
    const repliesTo = ({ id }: { id: string }): number =>
      discord.calls.filter(
        ({ body }) => (body.message_reference as { message_id?: string } | undefined)?.message_id === id,
      ).length
    await discord.until(() => repliesTo(last) === 1, 'the last one is answered')
    expect([repliesTo(message), discord.messagesIn('500').length]).toEqual([1, before + 2])
  })

  test('in a thread that was never seen are answered there', async () => {
    const shown = await said(
      aMessage(aPerson(), `<@${application}> When is the summit?`, { mentions: [application], channel: '8888' }),
    )
    expect(textOf(shown)).toContain('22–24 April')
  })
})

describe('commands', () => {
  test('are registered in the languages that Discord has, in Kazakh and English for all others', async () => {
    const call = discord.calls.find(({ request }) => request.startsWith('put /applications'))
    const commands = call!.body as unknown as {
      name: string
      description?: string
      name_localizations: Record<string, string>
    }[]
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'topics', 'language', 'calendar', 'help', 'about', 'privacy', 'forget', 'event']),
    )
    for (const { name_localizations: names } of commands) expect(Object.keys(names)).toEqual(['ru', 'en-US', 'en-GB'])
    expect(commands[0]!.description).toMatch(/Сұрақ қою · Ask/)
  })
})
