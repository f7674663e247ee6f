import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonData } from '../../../src/bots/button-data.ts'
import { entryKeys } from '../../../src/bots/entry-keys.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Action, Page } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { anEntry, anEvent, aPack } from '../../support/entries.ts'
import { openPacksTogether } from '../../support/events.ts'

const visitor: Visitor = {
  person: { platform: 'telegram', id: '1' },
  here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
  languageTag: 'en',
  session: 's',
  now: new Date('2026-04-10T09:00:00Z'),
}

const summit = aPack(
  [
    { ...anEvent('summit', '2026-04-22'), names: { kk: [], ru: [], en: ['summit'] } },
    anEntry({ id: 'aim', section: '1' }),
    anEntry({ id: 'hope', section: '1' }),
    anEntry({ id: 'room', section: '2' }),
  ],
  {
    id: 'summit-2026',
    title: { en: 'Summit' },
    subject: 'summit',
    sections: new Map([
      ['1', { en: 'Aims' }],
      ['2', { en: 'Rooms' }],
    ]),
  },
)
const long = 'a-session-whose-id-is-as-long-as-ids-of-imported-programmes-may-well-become'
const fair = aPack([anEvent('fair', '2026-05-02'), anEntry({ id: 'aim' }), anEntry({ id: long })], {
  id: 'fair-2026',
  title: { en: 'Fair' },
  subject: 'fair',
  timeZone: 'Europe/Berlin',
})

let store: Store
let desk: Desk
const { assistant } = openPacksTogether(summit, fair)

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  desk = openDesk({ assistant, ...store, defaultLanguage: 'en' })
})
afterEach(() => store[Symbol.asyncDispose]())

async function pressed(action: Action): Promise<Page> {
  const result = await desk.press(visitor, action)
  return result.kind === 'file' ? result.file.page : result.page
}

/** Labels of a page's buttons. */
function labels({ buttons }: Page): string[] {
  return buttons.flat().map(({ label }) => label)
}

/** Presses the button of this label. */
async function press(page: Page, label: string): Promise<Page> {
  const button = page.buttons.flat().find((one) => one.label === label)
  if (!button || button.do === 'share' || button.do === 'link')
    throw new Error(`${label} is not among ${labels(page).join(', ')}`)
  return pressed(button)
}

describe('the menu of several events', () => {
  test('leads by event and chapter to a topic, and back', async () => {
    const events = await desk.open(visitor, 'topics')
    expect(labels(events)).toEqual(['Summit', 'Fair'])
    const chapters = await press(events, 'Summit')
    expect(labels(chapters)).toEqual(['1. Aims', '2. Rooms', 'Other topics', 'All events'])
    expect(labels(await press(chapters, 'All events'))).toEqual(['Summit', 'Fair'])
    // A chapter of one topic opens it at once, and leads back to the chapters of its event.
    const only = await press(chapters, '2. Rooms')
    expect(only.lines[0]!.text).toBe('This is room.')
    expect(await press(only, labels(only).at(-1)!)).toEqual(chapters)
    const topics = await press(chapters, '1. Aims')
    const topic = await press(topics, 'aim')
    expect(topic.lines[0]!.text).toBe('This is aim.')
    const back = labels(topic).at(-1)!
    expect(await press(topic, back)).toEqual(topics)
  })

  test('leads to the topics of an event without chapters', async () => {
    const topics = await press(await desk.open(visitor, 'topics'), 'Fair')
    expect(labels(topics)).toEqual(['fair', 'aim', long, 'All events'])
  })

  test('names all events on the first page, and asks of each', async () => {
    const page = await desk.open(visitor, 'welcome')
    expect(page.lines[0]!.text).toContain('Summit, Fair')
    expect(page.buttons.slice(0, 2).flatMap((row) => row.map((one) => 'entry' in one && one.entry))).toEqual([
      'summit-2026/summit',
      'fair-2026/fair',
    ])
  })
})

describe('the calendar of several events', () => {
  test('is that of the event which is chosen, in its time, by the ids that it has alone', async () => {
    const given = await desk.calendar(visitor)
    if (given?.kind !== 'message') throw new Error('no events to choose')
    expect(labels(given.page)).toEqual(['Summit', 'Fair'])
    const choice = given.page.buttons[1]![0]! as Action
    const file = await desk.press(visitor, choice)
    if (file.kind !== 'file') throw new Error('no file')
    expect(file.file.name).toBe('fair-2026.ics')
    expect(file.file.content).toContain('UID:fair@fair-2026.jauap')
    expect(file.file.content).toContain('X-WR-TIMEZONE:Europe/Berlin')
    expect(file.file.content).not.toContain('20260422')
  })

  test('offers what is past of an event that is over', async () => {
    const now = new Date('2026-04-25T09:00:00Z')
    const over = await desk.press({ ...visitor, now }, { do: 'calendar', event: 1 })
    if (over.kind !== 'message') throw new Error('a file of what is over')
    const file = await desk.press({ ...visitor, now }, over.page.buttons[0]![0]! as Action)
    expect(file).toMatchObject({ kind: 'file', file: { name: 'summit-2026.ics' } })
  })

  test('has a button for the day on which one of them is on', async () => {
    const page = await desk.open({ ...visitor, now: new Date('2026-05-02T09:00:00Z') }, 'welcome')
    expect(labels(page)[0]).toBe('Today')
  })

  test('publishes the event that comes next', async () => {
    expect((await desk.publishedEvent(visitor))?.name).toBe('summit')
    expect((await desk.publishedEvent({ ...visitor, now: new Date('2026-04-25T09:00:00Z') }))?.name).toBe('fair')
  })
})

describe('one’s own programme of several events', () => {
  const dinners = openPacksTogether(
    aPack([anEvent('dinner', '2026-04-22')], { id: 'summit-2026', title: { en: 'Summit' } }),
    aPack([anEvent('dinner', '2026-05-02')], { id: 'fair-2026', title: { en: 'Fair' }, timeZone: 'Europe/Berlin' }),
  )

  test('tells whose each entry is, and keeps it under the ids of its own pack', async () => {
    desk = openDesk({ assistant: dinners.assistant, ...store, defaultLanguage: 'en' })
    await pressed({ do: 'star', entry: 'fair-2026/dinner' })
    // As buttons of when the summit was alone.
    await pressed({ do: 'star', entry: 'dinner' })
    expect(await store.stars.of(visitor.here!)).toMatchObject([
      { pack: 'fair-2026', entry: 'dinner' },
      { pack: 'summit-2026', entry: 'dinner' },
    ])
    const page = await desk.open(visitor, 'mine')
    const lines = page.lines.map(({ text }) => text).filter((text) => /^\d\./.test(text))
    expect(lines).toEqual(['1. dinner – Summit ⏰', '2. dinner – Fair ⏰'])
    const asked = await desk.ask(visitor, 'dinner')
    expect(asked.page.lines.map(({ text }) => text).join(' ')).toContain('Fair')
    const given = await desk.press(visitor, { do: 'calendar', which: 'mine' })
    if (given.kind !== 'file') throw new Error('no file')
    expect(given.file.content.match(/UID:.*/g)).toEqual(['UID:dinner@summit-2026.jauap', 'UID:dinner@fair-2026.jauap'])
    expect(given.file.content).not.toContain('X-WR-TIMEZONE')
    expect(given.file.page.lines[0]!.text).toContain('Asia/Almaty, Europe/Berlin')
    await pressed({ do: 'unstar', entry: 'summit-2026/dinner' })
    expect(await store.stars.of(visitor.here!)).toMatchObject([{ pack: 'fair-2026' }])
  })
})

test('a text in letters that no language has is refused once, for all events', async () => {
  const { page, reply } = await desk.ask(visitor, '会议什么时候举行？')
  expect(reply.rule).toBe('foreign-letters')
  expect(page.lines).toHaveLength(1)
})

describe('buttons under an answer', () => {
  test('choose between events that answered together', async () => {
    assistant.forget(visitor.session)
    const { page } = await desk.ask(visitor, 'when is it?')
    expect(page.lines.map(({ text }) => text)).toEqual(['Summit: 22 April 2026', 'Fair: 2 May 2026'])
    expect((await press(page, 'Fair')).lines.map(({ text }) => text)).toContain('2 May 2026')
  })

  test('report and remind by ids that name the event, at its own hour', async () => {
    const { page } = await desk.ask(visitor, 'when is the fair?')
    const reported = page.buttons.flat().find((one) => one.do === 'report')!
    await pressed(reported)
    expect(await store.feedback.latest(1)).toMatchObject([{ entry: 'fair-2026/fair', question: 'when is the fair?' }])
    await desk.subscribe(visitor)
    // 09:00 in Berlin, where the fair is.
    const set = await pressed({ do: 'remind', entry: 'fair-2026/fair' })
    expect(set.lines[0]!.text).toMatch(/09:00.*08:00/)
  })

  test('fit into 64 bytes, and are found again, as are those of before there were several', async () => {
    const keys = entryKeys(() => assistant.pack.entries)
    const { pack, unpack } = buttonData(keys)
    const entry = `fair-2026/${long}`
    const actions: Action[] = [
      { do: 'show', entry },
      { do: 'browse', chapter: '1.2', page: 3 },
      { do: 'browse', chapter: '2', page: 0 },
      { do: 'calendar', event: 2 },
      { do: 'calendar', event: 2, which: 'all' },
      { do: 'calendar', which: 'mine' },
      { do: 'star', entry },
      { do: 'drop', entry, page: 3 },
      { do: 'calendar', entry: 'summit-2026/summit' },
    ]
    for (const action of actions) {
      const data = pack(action, 'kk')
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(unpack(data)).toEqual({ action, language: 'kk' })
    }
    const alone = buttonData(entryKeys(() => fair.entries)).pack({ do: 'show', entry: long }, 'en')
    expect(unpack(alone)?.action).toEqual({ do: 'show', entry })
  })

  test('offer the answers of all events while one types', async () => {
    const begun = await desk.articles(visitor, 'ai')
    expect(begun.map(({ id }) => id)).toEqual(expect.arrayContaining(['summit-2026/aim', 'fair-2026/aim']))
    const nothing = await desk.articles(visitor, '')
    expect(nothing.map(({ id }) => id).slice(0, 2)).toEqual(['summit-2026/summit', 'fair-2026/fair'])
  })
})
