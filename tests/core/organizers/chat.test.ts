import { beforeEach, describe, expect, test } from 'vitest'
import type { Approval } from '../../../src/core/announcements/tools.ts'
import { openCommands, type AnnouncementCommands } from '../../../src/core/announcements/commands.ts'
import { readText } from '../../../src/core/answering/read-text.ts'
import { venueDay } from '../../../src/core/time/venue.ts'
import { openOrganizersChat, type OrganizersChat } from '../../../src/core/organizers/chat.ts'
import type { Measure } from '../../../src/core/announcements/validate.ts'
import type { Input } from '../../../src/core/organizers/writing/input.ts'
import { organizerActs, type OrganizerAct, type Page, type Pressed } from '../../../src/core/pages/page.ts'
import { soon, turnsOver } from '../../../src/core/pages/turns-over.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { bulletinKnowledge } from '../../support/bulletin.ts'

const { pack } = bulletinKnowledge
const now = new Date('2026-04-20T06:00:00Z')
const organizer: Visitor = { person: { platform: 'telegram', id: '99' }, session: 's', now }
const stranger: Visitor = { ...organizer, person: { platform: 'telegram', id: '7' } }
/** The same number on another platform is somebody else. */
const namesake: Visitor = { ...organizer, person: { platform: 'discord', id: '99' } }

/** Twenty letters are too many already. */
const measure: Measure = ({ content }, languages) => ({
  platform: 'telegram',
  languages,
  units: content.body[languages[0]!]!.length,
  limit: 20,
  messages: 1,
  sizes: [1],
})

let store: Store
let commands: AnnouncementCommands
let organizersChat: OrganizersChat
let timeZone: string

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  const { destinations } = store
  timeZone = pack.timeZone
  organizersChat = opened()
  for (const chat of ['1', '2'])
    await destinations.subscribe({ platform: 'telegram', kind: 'person', chat, hint: 'ru' }, 'active', now)
  await destinations.subscribe({ platform: 'discord', kind: 'channel', chat: '500', hint: 'en' }, 'active', now)
})

function opened(approval?: Approval): OrganizersChat {
  const { announcements, figures, topics, destinations } = store
  commands = openCommands({ announcements, figures, topics, measures: [], timeZone: () => timeZone, approval })
  return openOrganizersChat({
    commands,
    stores: store,
    destinations,
    organizers: { telegram: ['99'], discord: ['5'] },
    measures: [],
    readText: (text, at) => readText(text, bulletinKnowledge, venueDay(at, timeZone)),
    timeZone: () => timeZone,
    eventName: () => 'RES 2026',
    languageFor: () => Promise.resolve('en'),
  })
}

function words({ lines }: Page): string {
  return lines.map(({ text }) => text).join('\n')
}

function labels({ buttons }: Page): string[] {
  return buttons.flat().map(({ label }) => label)
}

function stampOn({ buttons }: Page, act: OrganizerAct = 'send'): string {
  const found = buttons.flat().find((button) => button.do === 'organize' && button.act === act)
  return String((found as { value?: string }).value)
}

function press(act: OrganizerAct, subject = '1', value?: string): Promise<Page> {
  return pressed(organizer, act, subject, value)
}

async function pressed(by: Visitor, act: OrganizerAct, subject = '1', value?: string): Promise<Page> {
  const after = (await organizersChat.press(by, act, subject, value))!
  expect(after).toHaveProperty('page')
  return (after as Extract<Pressed, { page: Page }>).page
}

async function entered(input: Input): Promise<Page> {
  return (await organizersChat.enter(organizer, input))!.page
}

async function aDraft(): Promise<Page> {
  return (await organizersChat.adopt(organizer, { kk: 'Зал\nB', ru: 'Зал\nB', en: '**Hall changed**\nNow B' }))!
}

async function sending(): Promise<void> {
  await aDraft()
  await press('urgency')
  await press('send', '1', stampOn(await press('confirm')))
  await store.schedule.start('1', new Date(now.getTime() + 3_600_000), { act: 'start', who: 'jauap', at: now })
}

async function settled(state: 'sent' | 'failed' | 'uncertain', doubts = 0): Promise<void> {
  const worker = { id: 'w', platform: 'telegram' } as const
  await store.outbox.beat(worker, now)
  const [delivery] = await store.outbox.lease(worker, 1, now)
  await store.outbox.begin(worker, delivery!, now)
  await store.outbox.settle(
    worker,
    delivery!,
    {
      state,
      attempts: 0,
      doubts,
      unclearSince: undefined,
      messages: state === 'sent' ? ['1'] : [],
      reason: state === 'sent' ? undefined : 'why',
    },
    1,
    now,
  )
}

describe('a draft', () => {
  test('tells what is written, to whom it goes, and what can be done', async () => {
    const page = await aDraft()
    expect(words(page)).toContain(
      'No. 1 · draft: Hall changed\nҚазақша: 0\nЗал\nB\nРусский: 2 (Telegram 2)\nЗал\nB\nEnglish: 1 (Discord 1)',
    )
    expect(words(page)).toMatch(/Routine: silent[^]*Comes to 3 destinations: Telegram 2, Discord 1/)
    expect(labels(page)).toEqual(
      expect.arrayContaining(['✎ Қазақша', 'Make it urgent', 'Time…', 'File…', 'Preview', 'Send to 3', 'Delete draft']),
    )
  })

  test('that lacks a language says in which its readers get it, and can’t be sent if no other stands in', async () => {
    const page = (await organizersChat.adopt(organizer, { text: 'Зал изменён\nТеперь зал B' }))!
    expect(words(page)).toMatch(
      /Қазақша: 0: they get it in Русский[^]*English: 1 \(Discord 1\): they get it in Русский/,
    )
    expect(labels(page)).toContain('Send to 3')
    const none = await press('fallback')
    expect(labels(none).some((label) => label.startsWith('Send'))).toBe(false)
    expect(words(none)).toMatch(/Қазақша: there is no text/)
    expect(labels(await press('fallback'))).toContain('Send to 3')
  })

  test('of one message in several languages has each text in its place', async () => {
    const blocks = 'Ужин перенесён\nТеперь в 19:00\n\nКешкі ас ауысты\nЕнді 19:00-де\n\nDinner moved\nNow at 19:00'
    await organizersChat.adopt(organizer, { text: blocks })
    expect((await store.announcements.find('1'))!.content).toMatchObject({
      title: { ru: 'Ужин перенесён', kk: 'Кешкі ас ауысты', en: 'Dinner moved' },
      body: { ru: 'Теперь в 19:00', kk: 'Енді 19:00-де', en: 'Now at 19:00' },
    })
    await organizersChat.adopt(organizer, { text: 'RU\nHilton\nB\nҚазақша:\nHilton\nB' })
    expect((await store.announcements.find('2'))!.content.title).toEqual({ ru: 'Hilton', kk: 'Hilton' })
    await organizersChat.adopt(organizer, { text: 'Зал изменён\n\nSee you there\n\nПриходите вовремя' })
    expect(Object.keys((await store.announcements.find('3'))!.content.title)).toEqual(['ru'])
  })

  test('is copied, and deleted for good', async () => {
    await aDraft()
    expect(words(await press('copy'))).toContain('No. 2 · draft: Hall changed')
    await press('discard')
    expect(words(await press('discard', '1', 'now'))).toContain('Draft 1 is deleted.')
    expect(await store.announcements.find('1')).toBeUndefined()
    expect(labels((await organizersChat.board(organizer))!)).toEqual([
      '＋ New announcement',
      'No. 2 · draft · Hall changed',
      'Topics',
    ])
  })

  test('is narrowed to platforms, kinds and languages: what is ticked is told, with the exact count', async () => {
    await aDraft()
    expect(words(await press('audience', '1', 'platforms-telegram'))).toContain('Comes to 2 destinations: Telegram 2')
    expect(words(await press('audience', '1', 'kinds-group'))).toContain('Comes to 0 destinations')
    expect(words(await press('audience', '1', 'kinds-person'))).toContain('Comes to 2 destinations')
    expect(words(await press('open'))).toContain('Only for: people, groups')
    await press('audience', '1', 'platforms-telegram')
    await press('audience', '1', 'kinds-channel')
    expect(words(await press('open'))).not.toContain('Only for')
    await press('audience', '1', 'languages-en')
    expect(words(await press('open'))).toMatch(/Comes to 1 destination: Discord 1[^]*Only for: English/)
  })

  test('takes a time at the venue, and gives it up again', async () => {
    await aDraft()
    expect(words(await press('when'))).toContain('Write the time')
    expect(words(await entered({ text: 'tomorrow' }))).toContain('Write the time like this')
    expect(words(await entered({ text: '2026-04-01 09:00' }))).toContain('has passed')
    expect(words(await entered({ text: '2026-04-21 09:00' }))).toContain('Starts on 21 April, 9:00')
    expect(await organizersChat.awaits(organizer)).toBe(false)
    expect(words(await press('when', '1', 'soon'))).not.toContain('Starts at')
  })

  test('takes a time at the venue as it is when the time is written', async () => {
    await aDraft()
    expect(words(await press('when'))).toContain('Asia/Almaty')
    timeZone = 'Europe/Berlin'
    expect(words(await entered({ text: '2026-04-21 09:00' }))).toContain('Starts on 21 April, 9:00')
    expect((await store.announcements.find('1'))!.sendAt).toEqual(new Date('2026-04-21T07:00:00Z'))
    expect(words(await press('when'))).toContain('Europe/Berlin')
  })

  test('takes a file of the right size', async () => {
    await aDraft()
    await press('file')
    expect(words(await entered({ text: 'no file' }))).toContain('Send a picture or a file')
    expect(
      words(await entered({ text: '', files: [{ name: 'big.bin', bytes: new Uint8Array(10_000_001) }] })),
    ).toContain('too large')
    expect(words(await entered({ text: '', files: [{ name: 'plan.pdf', bytes: new Uint8Array(3) }] }))).toContain(
      'File: plan.pdf',
    )
  })

  test('is written in one message, and left for later by any other button', async () => {
    const asked = await press('new', '')
    expect(words(asked)).toContain('Send the announcement in one message')
    expect(words(await entered({ text: 'Hall changed\nNow B' }))).toContain(
      'English: 1 (Discord 1)\nHall changed\nNow B',
    )
    await press('open')
    expect(await organizersChat.enter(organizer, { text: 'Now hall C' })).toBeUndefined()
  })

  test('is not made of three messages in one language: each is asked about, and added if that is meant', async () => {
    await press('new', '')
    await entered({ text: 'Зал изменён' })
    const asked = await entered({ text: 'Ужин сегодня в зале B в 19:00' })
    expect(words(asked)).toBe('No. 1 is waiting. Is this a part of it?\nУжин сегодня в зале B в 19:00')
    expect(labels(asked)).toEqual(['Yes, add it to Русский', 'No, not this'])
    expect((await store.announcements.find('1'))!.content).toEqual({ title: { ru: 'Зал изменён' }, body: { ru: '' } })
    await press('take', '1', stampOn(asked, 'take'))
    await press('dismiss', '1', stampOn(asked, 'dismiss'))
    expect((await store.announcements.find('1'))!.content).toMatchObject({
      title: { ru: 'Зал изменён' },
      body: { ru: 'Ужин сегодня в зале B в 19:00' },
    })
  })

  test('takes another language in the next message', async () => {
    await organizersChat.adopt(organizer, { text: 'Зал изменён' })
    await entered({ text: 'Зал ауысты' })
    expect((await store.announcements.find('1'))!.content.title).toEqual({ ru: 'Зал изменён', kk: 'Зал ауысты' })
  })

  test('asks about a Russian text of three words in place of a Kazakh one', async () => {
    await aDraft()
    await press('write', '1', 'kk')
    const asked = await entered({ text: 'Просьба не опаздывать' })
    expect(labels(asked)).toEqual(['Yes, add it to Русский', 'Yes, the text in Қазақша', 'No, not this'])
    expect((await store.announcements.find('1'))!.content.title.kk).toBe('Зал')
    expect(words(await press('dismiss', '1', stampOn(asked, 'dismiss')))).toContain('Send the text in Қазақша')
  })

  test.for(['когда саммит?', 'где саммит'])('lets “%s” be answered, and asks whether it was meant', async (text) => {
    await press('new', '')
    const taken = (await organizersChat.enter(organizer, { text }))!
    expect([taken.asks, labels(taken.page)]).toEqual([true, ['Yes, the text in Русский', 'No, not this']])
    expect((await store.announcements.find('1'))!.content.title).toEqual({})
    await entered({ text: 'Зал изменён' })
    expect(await organizersChat.enter(organizer, { text })).toBeUndefined()
    expect((await store.announcements.find('1'))!.content.title).toEqual({ ru: 'Зал изменён' })
  })

  test('waits for its text for hours and through commands, and offers what comes then', async () => {
    await press('new', '')
    await organizersChat.leave(organizer)
    const hours = { ...organizer, now: new Date(now.getTime() + 65 * 60_000) }
    expect(await organizersChat.enter(hours, { text: 'қашан саммит' })).toBeUndefined()
    const { page } = (await organizersChat.enter(hours, { text: 'Зал ауысты' }))!
    expect(labels(page)).toEqual(['Yes, the text in Қазақша', 'No, not this'])
    expect((await store.announcements.find('1'))!.content.title).toEqual({})
    await organizersChat.press(hours, 'take', '1', stampOn(page, 'take'))
    expect((await store.announcements.find('1'))!.content.title).toEqual({ kk: 'Зал ауысты' })
    const days = { ...organizer, now: new Date(now.getTime() + 3 * 24 * 60 * 60_000) }
    expect(await organizersChat.enter(days, { text: 'Зал ауысты' })).toBeUndefined()
  })

  test('is sent only after the exact count was confirmed', async () => {
    await aDraft()
    const asked = await press('confirm')
    expect(words(asked)).toMatch(/Send announcement 1\? Destinations: 3[^]*Русский: 2[^]*English: 1[^]*30 seconds/)
    expect((await store.announcements.find('1'))!.state).toBe('draft')
    const sent = await organizersChat.press(organizer, 'send', '1', stampOn(asked))
    expect(sent).toMatchObject({
      kind: 'replacement',
      watch: '1',
      page: {
        lines: [
          { text: expect.stringContaining('scheduled') as string },
          { text: 'Starts in 30 seconds.' },
          ...Array.from({ length: 13 }, () => expect.anything() as unknown),
        ],
      },
    })
    expect(labels((sent as { page: Page }).page)).toEqual(['Cancel', 'Preview', '‹ All announcements'])
    const cancelled = await press('cancel')
    expect(words(cancelled)).toContain('cancelled')
    // It can be sent again: half a minute is no time that an organizer gave it.
    expect(labels(cancelled)).toContain('Send to 3')
  })

  test('is not sent by a button that has seen something else: who changed it is said, with the text', async () => {
    await aDraft()
    const stamp = stampOn(await press('confirm'))
    const colleague = { ...organizer, person: { platform: 'discord', id: '5' } } as const
    await organizersChat.rewrite(colleague, '1', { en: 'Another hall\nNow C' })
    const again = words(await press('send', '1', stamp))
    expect(again).toMatch(/It was changed since you looked, by Discord 5, 20 April, /)
    expect(again).toContain('Another hall\nNow C')
    expect((await store.announcements.find('1'))!.state).toBe('draft')
    expect(words(await press('send', '1', stampOn(await press('confirm'))))).toContain('scheduled')
  })

  test('is not sent to others than were told', async () => {
    await aDraft()
    const stamp = stampOn(await press('confirm'))
    await store.destinations.subscribe({ platform: 'telegram', kind: 'person', chat: '777', hint: 'en' }, 'active', now)
    expect(words(await press('send', '1', stamp))).toContain('It came to 3 when you looked, and comes to 4 now.')
  })

  test('keeps what was written when something without words is sent', async () => {
    await aDraft()
    await press('write', '1', 'ru')
    expect(words(await entered({ text: '  ' }))).toContain('Русский')
    expect((await store.announcements.find('1'))!.content.title.ru).toBe('Зал')
    expect(await organizersChat.awaits(organizer)).toBe(true)
  })

  test('takes an edit of a message for another version of what it said', async () => {
    await aDraft()
    await press('write', '1', 'ru')
    await organizersChat.enter(organizer, { text: 'Зол', source: '5' })
    expect(organizersChat.took(organizer, '5')).toBe(true)
    expect(organizersChat.took(stranger, '5')).toBe(false)
    await organizersChat.enter(organizer, { text: 'Зал B', source: '5' })
    expect((await store.announcements.find('1'))!.content.title).toMatchObject({ ru: 'Зал B', en: 'Hall changed' })
  })

  test('takes it so also while another language is asked for, which goes on being asked for', async () => {
    await press('new', '')
    await organizersChat.enter(organizer, { text: 'Hall chnged', source: '5' })
    await organizersChat.enter(organizer, { text: 'Hall changed', source: '5' })
    await organizersChat.enter(organizer, { text: 'Зал ауысты', source: '6' })
    expect((await store.announcements.find('1'))!.content.title).toEqual({ en: 'Hall changed', kk: 'Зал ауысты' })
    expect(await organizersChat.awaits(organizer)).toBe(true)
  })

  test('that is too long is previewed by its length', async () => {
    const { announcements, figures, topics, destinations } = store
    const strict = openOrganizersChat({
      commands: openCommands({ announcements, figures, topics, measures: [measure], timeZone: () => pack.timeZone }),
      stores: store,
      destinations,
      organizers: { telegram: ['99'], discord: [] },
      measures: [measure],
      readText: (text, at) => readText(text, bulletinKnowledge, venueDay(at, timeZone)),
      timeZone: () => pack.timeZone,
      eventName: () => 'RES 2026',
      languageFor: () => Promise.resolve('en'),
    })
    await strict.adopt(organizer, { ru: `Зал\n${'x'.repeat(21)}`, en: 'Hall\nNow B' })
    const previewed = (await strict.press(organizer, 'preview', '1', undefined)) as Extract<
      Pressed,
      { kind: 'preview' }
    >
    expect(previewed.copies.map(({ sections }) => sections[0]!.language)).toEqual(['en'])
    expect(words(previewed.page)).toContain('Telegram, Русский: 21 of 20')
  })

  test('is previewed also as a post in several languages, where somebody gets it so', async () => {
    const group = { platform: 'telegram', kind: 'group', chat: '-5', hint: 'ru' } as const
    await store.destinations.subscribe({ ...group, languages: ['kk', 'ru'] }, 'active', now)
    await organizersChat.adopt(organizer, { kk: 'Зал\nB', ru: 'Зал\nВ зале B', en: 'Hall\nNow B' })
    const preview = (await organizersChat.press(organizer, 'preview', '1', undefined)) as Extract<
      Pressed,
      { kind: 'preview' }
    >
    expect(preview.copies.map(({ sections }) => sections.map(({ language }) => language))).toEqual([
      ['kk'],
      ['ru'],
      ['en'],
      ['kk', 'ru'],
    ])
    // Who has joined a group is not told how to stop.
    expect(preview.copies.map(({ feet }) => feet!.some((foot) => foot.saysHowToStop))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('remarks on a text that looks like another language', async () => {
    await organizersChat.adopt(organizer, {
      ru: 'Dinner is now in hall B, on the second floor\nCome at seven',
      en: 'Dinner is now in hall B, on the second floor\nCome at seven',
    })
    expect(words(await press('open'))).toContain('Русский: the text looks like another language (English).')
  })

  test('is not made of nothing', async () => {
    expect(words((await organizersChat.adopt(organizer, { text: ' ' }))!)).toContain('There are none yet')
    expect(await store.announcements.list(5)).toEqual([])
  })

  test('has a plain title, whatever it was written with', async () => {
    await organizersChat.adopt(organizer, { en: '**Note:** hall \\[B]\n**Now**' })
    expect((await store.announcements.find('1'))!.content).toMatchObject({
      title: { en: 'Note: hall [B]' },
      body: { en: '**Now**' },
    })
  })
})

describe('two pairs of eyes', () => {
  const colleague = { ...organizer, person: { platform: 'discord', id: '5' } } as const

  beforeEach(() => {
    organizersChat = opened({ above: 2, organizers: { telegram: ['99'], discord: ['5'] } })
  })

  test('look at what goes to many: one proposes it, the other sends it, and everybody learns of both', async () => {
    const page = await aDraft()
    const proposed = await press('send', '1', stampOn(page))
    expect(words(proposed)).toContain('Telegram 99 wants to send it. Another organizer has to press Send.')
    expect(words(await press('send', '1', stampOn(proposed)))).toContain('waits for another organizer')
    expect((await store.announcements.find('1'))!.state).toBe('draft')
    const [notice] = await store.notices.take('discord', now)
    const asked = (await organizersChat.pageFor({ ...notice!, platform: 'discord' }, now))!
    const sent = await pressed(colleague, 'send', '1', stampOn(asked))
    expect(words(sent)).toMatch(/scheduled[^]*Sent by Discord 5/)
    expect(await store.notices.take('telegram', now)).toMatchObject([{ person: '99', subject: '1' }])
  })

  test('keep the time that was proposed, which the second one sees', async () => {
    await aDraft()
    const at = new Date(now.getTime() + 3 * 3_600_000)
    await commands.send('1', { who: 'telegram:99', now, language: 'en' }, at)
    const asked = await pressed(colleague, 'open')
    expect(words(asked)).toContain('20 April, 14:00')
    expect(words(await pressed(colleague, 'send', '1', stampOn(asked)))).toMatch(/scheduled[^]*20 April, 14:00/)
    expect(await store.announcements.find('1')).toMatchObject({ state: 'scheduled', sendAt: at, startAt: at })
  })

  test('look again at what was changed since', async () => {
    await press('send', '1', stampOn(await aDraft()))
    await organizersChat.rewrite(organizer, '1', { en: 'Another hall\nNow C' })
    const again = await pressed(colleague, 'open')
    const sent = await pressed(colleague, 'send', '1', stampOn(again))
    expect(words(sent)).toContain('Discord 5 wants to send it')
  })

  test('are not needed for a few', async () => {
    await aDraft()
    await press('audience', '1', 'platforms-telegram')
    const page = await press('open')
    expect(words(await press('send', '1', stampOn(page)))).toContain('scheduled')
  })
})

describe('what is being sent', () => {
  test('shows how far it is, and can rest and go on', async () => {
    await sending()
    await settled('sent', 1)
    const page = await press('open')
    expect(words(page)).toMatch(/being sent[^]*1 of 3 \(33 %\)[^]*Delivered to 1 of 3, still to be sent: 2/)
    expect(words(page)).toMatch(
      /to be sent: 2[^]*Possibly twice: 1[^]*Discord: Delivered to 0 of 1[^]*Русский: Delivered to 1 of 2/,
    )
    expect(labels(page)).toEqual(['Pause', 'Stop the rest', 'Correct', 'Recall…', 'Preview', '‹ All announcements'])
    expect(words(await press('pause'))).toContain('Paused by an organizer.')
    expect(words(await press('resume'))).toContain('being sent')
    expect(words(await press('halt'))).toContain('Not sent to 2 of 3')
    expect(words(await press('cancel'))).toMatch(/cancelled[^]*not reached: 2[^]*2: cancelled, not sent/)
    expect(labels(await press('open'))).toContain('Recall…')
  })

  test('says why deliveries failed, and offers to try them again', async () => {
    await sending()
    await settled('failed')
    await settled('uncertain', 1)
    await store.destinations.unsubscribe({ platform: 'discord', chat: '500' }, 'gone', 'deleted', now)
    await store.schedule.finish(now, 'jauap')
    const page = await press('open')
    expect(words(page)).toMatch(/2: why\n1: the channel or topic is deleted/)
    expect(labels(page)).toEqual(expect.arrayContaining(['Try again', 'Send again where in doubt', 'List (CSV)']))
    expect(words(await press('repeat'))).toMatch(/being sent[^]*still to be sent: 2/)
  })

  test('is corrected in one language by a message, and recalled after a question', async () => {
    await sending()
    await settled('sent')
    expect(labels(await press('correct'))).toEqual(['✎ Қазақша', '✎ Русский', '✎ English', 'Go on'])
    expect(words(await press('correct', '1', 'ru'))).toContain('I will ask before anything is changed')
    const asked = await entered({ text: 'Другой зал\nC' })
    expect(words(asked)).toMatch(/Correct announcement 1 \(Русский\)\? Sent to: 1\nРусский\nДругой зал\nC/)
    expect((await store.announcements.find('1'))!.version).toBe(1)
    const stamp = stampOn(asked, 'correctNow').replace('tell-', '')
    expect(words(await press('correctNow', '1', 'another'))).not.toContain('Correction')
    await press('correct', '1', 'ru')
    await organizersChat.enter(organizer, { text: 'Другой зал\nC' })
    for (let nth = 0; nth < 2; nth++)
      expect(words(await press('correctNow', '1', stamp))).toMatch(/Correction: 0 done, 1 pending/)
    expect((await store.announcements.find('1'))!.version).toBe(2)
    expect((await store.announcements.find('1'))!.content.title).toMatchObject({ ru: 'Другой зал', en: 'Hall changed' })
    expect(words(await press('recall'))).toContain('Recall announcement 1? Sent to: 1')
    expect(words(await press('remove'))).toMatch(/recalled[^]*1 pending/)
  })

  test('can be taken away as a list', async () => {
    await sending()
    expect(await organizersChat.press(organizer, 'export', '1', undefined)).toMatchObject({
      kind: 'file',
      file: {
        name: 'announcement-1.csv',
        content: expect.stringMatching(/^\ufeffdelivery,platform[^]*telegram,person,1,/) as string,
      },
    })
  })
})

describe('topics', () => {
  test('are named in three languages in one message, and followed by name', async () => {
    expect(words(await press('topics', ''))).toContain('There are none yet')
    expect(words(await press('nameTopic', ''))).toContain('each in a line of its own')
    expect(words(await entered({ text: 'Press'.repeat(9) }))).toContain('These are no names')
    const page = await entered({ text: 'Transport\nТранспорт\nКөлік' })
    expect(words(page)).toMatch(
      /^Transport\nҚазақша: Көлік\nРусский: Транспорт\nEnglish: Transport\npeople: 0, chats: 0/,
    )
    expect(await organizersChat.awaits(organizer)).toBe(false)
    await press('nameTopic', '')
    expect(words(await entered({ text: 'транспорт' }))).toContain('There is a topic of this name already')
    expect(await organizersChat.enter(organizer, { text: 'когда саммит?' })).toBeUndefined()
    await entered({ text: 'Баспасөз / Пресса / Press' })
    expect(labels(await press('topics', '')).slice(0, 2)).toEqual(['Transport', 'Press'])
    for (const [chat, hint] of [
      ['1', 'ru'],
      ['2', 'en'],
    ] as const)
      await store.destinations.subscribe(
        { platform: 'telegram', kind: 'person', chat, hint, topics: ['2'] },
        'active',
        now,
      )
    await press('nameTopic', '2')
    expect(words(await entered({ text: 'Media' }))).toMatch(
      /^Media\nҚазақша: Баспасөз\nРусский: Пресса\nEnglish: Media\n[^]*know it as “Press”/,
    )
    expect(labels(await press('topic', '2'))[0]).toBe('Tell those who follow it')
    expect(labels(await press('tellTopic', '2'))[0]).toBe('✎ Rename…')
    // Whoever reads another language knows it by the name that it still has.
    expect((await store.schedule.due(now))[0]!.content.title).toEqual({ en: 'The topic “Press” is now called “Media”' })
    expect(words(await press('topic', '9'))).toContain('no more')
  })

  test('limit who gets an announcement, with the exact count, and go out with it by name', async () => {
    await store.topics.add({ kk: 'Көлік', ru: 'Транспорт', en: 'Transport' }, now)
    await store.topics.add({ en: 'Press' }, now)
    for (const [chat, topics] of [
      ['1', ['1']],
      ['2', ['2']],
    ] as const)
      await store.destinations.subscribe(
        { platform: 'telegram', kind: 'person', chat, hint: 'ru', topics },
        'active',
        now,
      )
    await aDraft()
    const chosen = await press('audience', '1', 'topics-1')
    expect(labels(chosen)).toEqual(expect.arrayContaining(['✓ Transport', 'Press']))
    expect(words(chosen)).toMatch(/Comes to 2 destinations: [^]*Русский: 1 \(Telegram 1\)\nEnglish: 1 \(Discord 1\)/)
    const page = await press('open')
    expect(words(page)).toContain('On: Transport (and to those who get everything)')
    const preview = await organizersChat.press(organizer, 'preview', '1', undefined)
    expect((preview as Extract<Pressed, { kind: 'preview' }>).copies.at(-1)!.feet![0]!.text).toMatch(
      /you follow: Transport/,
    )
    await press('send', '1', stampOn(page))
    expect((await store.announcements.find('1'))!.content.topics).toMatchObject([{ id: '1', name: { kk: 'Көлік' } }])
  })

  test('that are ended are told to their followers, and hold up what was to be about them', async () => {
    await store.topics.add({ en: 'Press' }, now)
    const follower = { platform: 'telegram', kind: 'person', chat: '1', hint: 'ru', topics: ['1'] } as const
    await store.destinations.subscribe(follower, 'active', now)
    await aDraft()
    await press('audience', '1', 'topics-1')
    expect(words(await press('endTopic', '1'))).toMatch(
      /End the topic “Press”\?\nPeople who follow it will be told: 1\./,
    )
    expect(words(await press('endTopic', '1', 'now'))).toMatch(/^“Press” is no longer a topic\./)
    const [told] = await store.schedule.due(now)
    expect(told!.content.title.ru).toBe('Темы объявлений «Press» больше нет')
    const page = await press('open')
    expect(words(page)).toContain('There is no topic “Press”.')
    expect(labels(page).some((label) => label.startsWith('Send'))).toBe(false)
    expect(labels(await press('audience', '1', 'topics-1')).some((label) => label.includes('Press'))).toBe(false)
    await press('nameTopic', '')
    expect(words(await entered({ text: 'Press' }))).toMatch(/^Press\n[^]*people: 1/)
  })
})

describe('chats that want announcements', () => {
  test('are allowed or refused, and given a language', async () => {
    const { id } = await store.destinations.subscribe(
      { platform: 'telegram', kind: 'channel', chat: '-1', title: '=News', hint: 'en' },
      'waiting',
      now,
    )
    const asked = (await organizersChat.pageFor(
      { platform: 'telegram', person: '99', about: 'destination', subject: String(id) },
      now,
    ))!
    expect(words(asked)).toContain('“=News” wants to receive')
    expect(words(await press('approve', String(id)))).toContain('Language: English')
    expect(words(await press('languages', String(id), 'kk-ru-en'))).toContain('Қазақша, Русский, English')
    expect(words(await press('refuse', String(id)))).toContain('receives no announcements')
    expect(words(await press('approve', '999'))).toContain('no longer exists')
  })
})

describe('who is no organizer', () => {
  test.for([
    { who: 'a stranger', visitor: stranger },
    { who: 'a namesake on another platform', visitor: namesake },
  ])('$who gets nothing, whatever they claim', async ({ visitor }) => {
    await aDraft()
    const before = JSON.stringify([await store.announcements.find('1'), await store.announcements.acts('1')])
    expect(await organizersChat.board(visitor)).toBeUndefined()
    expect(await organizersChat.adopt(visitor, { text: 'Mine' })).toBeUndefined()
    expect(await organizersChat.rewrite(visitor, '1', { en: 'Mine' })).toBeUndefined()
    expect(await organizersChat.texts(visitor, '1')).toBeUndefined()
    expect(await organizersChat.enter(visitor, { text: 'Mine' })).toBeUndefined()
    expect(await organizersChat.awaits(visitor)).toBe(false)
    expect(await organizersChat.nameTopic(visitor, '', { en: 'Mine' })).toBeUndefined()
    expect(await organizersChat.topicNames(visitor, '1')).toBeUndefined()
    expect(await store.topics.all()).toEqual([])
    expect(
      await organizersChat.pageFor(
        { ...visitor.person, person: visitor.person.id, about: 'announcement', subject: '1' },
        now,
      ),
    ).toBeUndefined()
    await organizersChat.watch(visitor, '1', { chat: '7', message: '1' })
    expect(await store.watches.watches(visitor.person.platform)).toEqual([])
    for (const act of organizerActs) expect(await organizersChat.press(visitor, act, '1', undefined)).toBeUndefined()
    expect(JSON.stringify([await store.announcements.find('1'), await store.announcements.acts('1')])).toBe(before)
    expect(await store.announcements.list(10)).toHaveLength(1)
  })
})

test('all announcements are found again', async () => {
  await aDraft()
  await aDraft()
  await press('cancel', '2')
  expect(labels((await organizersChat.board(organizer))!)).toEqual([
    '＋ New announcement',
    'No. 2 · cancelled · Hall changed',
    'No. 1 · draft · Hall changed',
    'Topics',
  ])
  expect(words(await press('open', '77'))).toContain('There is no announcement 77')
})

test.for<[OrganizerAct, string?]>([
  ['open'],
  ['write', 'kk'],
  ['when'],
  ['when', soon],
  ['file'],
  ['urgency'],
  ['preview'],
  ['export'],
  ['correct'],
  ['correct', 'en'],
  ['nameTopic'],
  ['topics'],
])(
  'it is known before a press whether its page will take the place of the one pressed: %s %s',
  async ([act, value]) => {
    await aDraft()
    const pressed = await organizersChat.press(organizer, act, '1', value)
    expect(turnsOver({ do: 'organize', act, subject: '1', value })).toBe(pressed!.kind === 'replacement')
  },
)
