import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bulletin } from '../support/packs.ts'
import { openTelegram } from '../support/telegram/announcing.ts'
import type { Payload, Shown } from '../support/telegram/server.ts'
import { aFile, aMembership, aMessage, anInlineQuery } from '../support/telegram/updates.ts'
import { openTranscript, type Speaker } from './telegram-transcript.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = join(root, 'docs/journeys-telegram.md')
const telegram = await openTelegram()
const { api, started, after } = telegram

/** The clock of the program, which stands still between what people do. */
let at = new Date('2026-04-20T10:00:00+05:00')
const later = (minutes: number): void => void (at = new Date(at.getTime() + minutes * 60_000))

let lastPerson = 500
const aSpeaker = (name: string, language?: string): Speaker => ({
  id: ++lastPerson,
  name,
  ...(language === undefined ? {} : { language }),
})
const organizer: Speaker = { id: 99, name: 'organizer', language: 'ru' }

const origin = { type: 'user', date: 1, sender_user: { id: 5, is_bot: false, first_name: 'Someone' } }

test('every test that docs/journeys.md names is there', () => {
  const rows = [
    ...readFileSync(join(root, 'docs/journeys.md'), 'utf8').matchAll(/^\| [^|]+ \| ([^|]+) \| (tests\/\S+) \|$/gm),
  ]
  expect(rows).not.toHaveLength(0)
  const missing = rows.filter(([, title, file]) => !readFileSync(join(root, file!), 'utf8').includes(title!))
  expect(missing.map(([row]) => row)).toEqual([])
})

test('what people see in Telegram is what docs/journeys-telegram.md says', { timeout: 120_000 }, async () => {
  await using _bot = await started({ KNOWLEDGE: bulletin }, () => at)
  const transcript = openTranscript(telegram)
  await delegates(transcript)
  await people(transcript)
  await writing(transcript)
  await sending(transcript)
  await expect(`${head}\n${transcript.written()}`).toMatchFileSnapshot(page)
})

type Script = ReturnType<typeof openTranscript>

async function delegates({ section, say, press, note }: Script): Promise<void> {
  section('A3 · Strangers', 'Phones in other languages, and texts in other letters.')
  await say(aSpeaker('phone in German', 'de'), '/start')
  await say(aSpeaker('phone in Uzbek', 'uz'), '/start')
  await say(aSpeaker('phone in Arabic', 'ar'), 'مرحبا')
  await say(aSpeaker('phone in French', 'fr'), 'Où est le sommet ?')

  section('A4 · Today and tomorrow')
  const delegate = aSpeaker('delegate', 'ru')
  await say(delegate, 'что сегодня')
  await say(delegate, 'какой сегодня день саммита')
  later(2 * 24 * 60)
  note('two days later, 22 April')
  const welcome = await say(delegate, '/start')
  await press(delegate, welcome, /Сегодня/, 'message')
  await say(delegate, 'бүгін не болады')
  at = new Date('2026-04-20T11:00:00+05:00')

  section('A5, A2 · What is not known, and words instead of commands')
  for (const text of ['где поесть', 'позови человека', 'стоп', '/стоп', 'отписаться', 'english please', 'қазақша'])
    await say(delegate, text)
  for (const text of ['Начать', 'назад', 'напомни мне', 'календарь', 'не понял', 'түсінбедім', 'повтори', 'тагы'])
    await say(delegate, text)
  await say(delegate, 'по-русски')

  section('A6 · A reply to an older answer')
  const first = await say(delegate, 'первая консультация когда была')
  await say(delegate, 'когда саммит')
  await say(delegate, 'а где?', {
    reply_to_message: {
      message_id: first.id,
      date: 1,
      chat: { id: delegate.id, type: 'private' },
      from: { id: 4242, is_bot: true, first_name: 'Jauap' },
      text: first.text,
    },
  })

  section('A7, A8, A10 · Calendar, reminder, share')
  await say(delegate, '/calendar')
  const answer = await say(delegate, 'когда саммит')
  await press(delegate, answer, /⏰/, 'notice')
  await api.until(() => answer.keyboard.flat().some(({ text }) => text === '⏰ ✓'), 'the button turned')
  note(
    `the buttons now: ${answer.keyboard
      .flat()
      .map(({ text }) => `[${text}]`)
      .join(' ')}`,
  )
  note(`[Поделиться] hands over: ${sharedBy(answer)}`)
  await say(delegate, '/my')

  section('A11 · In another chat: “@bot sum”')
  const queries = api.calls.filter(({ method }) => method === 'answerInlineQuery').length
  api.push(anInlineQuery('sum', aSpeaker('phone in English', 'en')))
  await api.until(() => api.calls.filter(({ method }) => method === 'answerInlineQuery').length > queries, 'results')
  const { results } = api.calls.findLast(({ method }) => method === 'answerInlineQuery')!.payload
  for (const { title, description } of (results as { title: string; description: string }[]).slice(0, 4))
    note(`${title} / ${description}`)
}

async function people({ section, say, press, note, screen }: Script): Promise<void> {
  section('A9, P3 · Announcements: getting them, and stopping')
  const reader = aSpeaker('reader', 'en')
  const subscribed = await say(reader, '/subscribe')
  await say(reader, '/subscribe')
  await press(reader, subscribed, /Stop|Unsubscribe/i, 'notice')
  await say(reader, '/unsubscribe')

  section('A12, P10 · A group takes the bot in')
  const group = { id: -100_950, type: 'supergroup', title: 'Delegates' } as const
  await after(aMembership(group, aSpeaker('somebody', 'ru'), 'member'), group.id)
  screen({ id: group.id, name: 'the group' }, 1)

  section('P1, P2, P5, P7 · Small talk, languages, privacy')
  const person = aSpeaker('delegate', 'ru')
  const thanks = await say(person, 'спасибо')
  note(`bold there: ${/<b>/.test(String(thanks.payload.text)) ? 'yes' : 'no'}`)
  const languages = await say(person, '/language')
  await press(person, languages, /Русский/, 'notice')
  await press(person, languages, /Қазақша/)
  await say(person, '/privacy')
  section('Pages without emoji')
  const settings = await say(aSpeaker('delegate', 'en'), '/settings')
  const plain: Speaker = { id: settings.chat, name: 'delegate', language: 'en' }
  await press(plain, settings, /Without emoji/)
  await say(plain, 'When is the summit?')
}

async function writing({ section, say, send, press, note }: Script): Promise<void> {
  for (const language of ['ru', 'ru', 'kk', 'en']) await after(subscribing(language), lastPerson)
  section('B5 · Three messages are not three languages')
  const board = await say(organizer, '/announce')
  await press(organizer, board, /Новое/, 'message')
  await say(organizer, 'Зал изменён')
  await say(organizer, 'Ужин сегодня в зале B в 19:00')
  await say(organizer, 'Просьба не опаздывать')

  section('A14 · Back after 65 minutes')
  const again = await say(organizer, '/announce')
  await press(organizer, again, /Новое/, 'message')
  later(65)
  await say(organizer, 'Баспасөз орталығы екінші қабатта')
  await say(organizer, 'когда саммит', {}, 2)

  section('A15 · Times')
  const draft = await say(organizer, '/announce Встреча\nВ зале A')
  await press(organizer, draft, /Время/, 'message')
  for (const time of ['завтра в 9', '+1', '18:30', '21.04 18:30', 'вчера']) {
    await say(organizer, time)
    if (time !== 'вчера') await press(organizer, draft, /Время/, 'message')
  }

  section('A18 · One message in three languages')
  await say(
    organizer,
    [
      '/announce RU',
      'Ужин перенесён',
      'В 19:00, зал B',
      '',
      'KK',
      'Кешкі ас ауысты',
      'Сағат 19:00, B залы',
      '',
      'EN',
      'Dinner moved',
      '7 pm, hall B',
    ].join('\n'),
  )
  section('A18, A22 · An album with a text longer than a caption')
  await after(aMessage({ from: organizer, text: '/announce' }), organizer.id)
  const album = await send(
    organizer,
    '(passes on an album of three pictures; under the first: “Схема залов”, 1100 letters)',
    anAlbum(`Схема залов\n${'Зал A на первом этаже. '.repeat(48)}`),
    /\(3\)/,
  )
  note(`further down: ${lineOf(album, /Telegram: текст/)}`)
  await press(organizer, album, /Убрать файлы/)
  await press(organizer, album, /Убрать все/)
}

async function sending({ section, say, send, press, screen, note }: Script): Promise<void> {
  section(
    'A16, A17, A19, A21 · What is sent, what arrives, and the report',
    'The reader in English has blocked the bot.',
  )
  await after(aMessage({ from: organizer, text: '/announce' }), organizer.id)
  const draft = await send(
    organizer,
    '(passes on an album of three pictures: “Схема залов”)',
    anAlbum('Схема залов\nЗал A на первом этаже.', 'S'),
    /Зал A на первом этаже\.\n[^]*\(3\)/,
  )
  await press(organizer, draft, /срочным/)
  api.fault = (method, { chat_id: chat }) =>
    method.startsWith('send') && chat === lastPerson
      ? { status: 403, description: 'Forbidden: bot was blocked by the user' }
      : undefined
  await press(organizer, draft, /Отправить/)
  await press(organizer, draft, /Да, отправить/)
  await api.until(() => /заблокировали/.test(api.shown(organizer.id).at(-1)!.text), 'the report')
  screen(organizer, 1)
  screen({ id: lastPerson - 1, name: 'reader in Kazakh' }, 3)
  api.fault = () => undefined

  section('A20 · A correction that is noticed')
  const report = api.shown(organizer.id).at(-1)!
  await press(organizer, report, /Исправить/)
  const asked = await say(organizer, 'Схема залов\nЗал A на втором этаже.')
  await press(organizer, asked, /сообщить|прислать|сказать/i)
  const reader = lastPerson - 2
  await api.until(() => api.shown(reader).filter(({ text }) => text.includes('втором')).length === 2, 'both')
  screen({ id: reader, name: 'reader in Russian' }, 4)

  section(
    'B4 · The emergency stop',
    'Telegram refuses everything after the second copy, so that one of three is still to be sent.',
  )
  const stopped = await say(organizer, '/announce Стоп\nЭто письмо не должно уйти всем.')
  await press(organizer, stopped, /срочным/)
  let copies = 0
  api.fault = (method, payload) =>
    isCopy(method, payload) && ++copies > 2 ? { status: 429, retryAfter: 3600 } : undefined
  await press(organizer, stopped, /Отправить/)
  await press(organizer, stopped, /Да, отправить/)
  const latest = (): Shown => api.shown(organizer.id).at(-1)!
  await api.until(() => /подождать[^]*Доставлено 2 из 3/.test(latest().text), 'two copies are out')
  screen(organizer, 1)
  const asks = await press(organizer, latest(), /Остальным/)
  const drawn = (): Payload[] => drawnOn(asks)
  const [tried, before] = [copies, drawn().length]
  note('nothing goes out while the page asks, and nothing is drawn over it')
  await press(organizer, asks, /Да/)
  expect(copies).toBe(tried)
  expect(drawn()[before]!.text).toMatch(/отменено/)
  const isCopied = ({ text, chat }: Shown): boolean => chat !== organizer.id && text.startsWith('Стоп')
  expect(api.everything().filter(isCopied)).toHaveLength(2)
}

/** What was put in the place of a message, one after the other. */
function drawnOn({ chat, id }: Shown): Payload[] {
  return api.calls
    .filter(({ method }) => method === 'editMessageText')
    .map(({ payload }) => payload)
    .filter((one) => one.chat_id === chat && one.message_id === id)
}

function subscribing(language: string): Payload {
  return aMessage({ from: aSpeaker('reader', language), text: '/subscribe' })
}

function anAlbum(caption: string, album = 'A'): Payload[] {
  return [0, 1, 2].map((nth) =>
    aFile('photo', {
      from: organizer,
      media_group_id: album,
      forward_origin: origin,
      ...(nth === 0 ? { caption } : {}),
    }),
  )
}

function isCopy(method: string, { text }: Payload): boolean {
  return method === 'sendMessage' && String(text).startsWith('<b>Стоп</b>')
}

function sharedBy({ keyboard }: Shown): string {
  const url = keyboard.flat().find((one) => one.url?.includes('t.me/share'))?.url
  return url === undefined ? '' : (new URL(url).searchParams.get('text') ?? '')
}

function lineOf({ text }: Shown, pattern: RegExp): string {
  return text.split('\n').find((one) => pattern.test(one)) ?? ''
}

const head = `# In Telegram, as people see it

Printed by \`npm run journeys\`: do not edit. [Journeys](journeys.md) says what the numbers mean. The clock of the run
says 20 April 2026, two days before the summit, or 22 April where that is said. Long texts are cut ("…").
`
