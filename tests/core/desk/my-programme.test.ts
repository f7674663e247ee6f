import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/knowledge/pack.ts'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Action, Button, Page, Pressed } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { tellOfChanges } from '../../../src/core/stars/tell-of-changes.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { aPack, anEvent } from '../../support/entries.ts'
import { openConference } from '../../support/conference.ts'

/** Then everything that was planned is due. */
const afterwards = new Date('2026-07-01T09:00:00Z')
const log = pino({ level: 'silent' })
const conference = openConference()
/** Wednesday, 11:30–12:15 in Hall B: 06:30 UTC. */
const talk = conference.pack.entries.find(({ slots }) => slots[0]?.from === '2026-06-10T11:30')!
const dinner = createAssistant(aPack([anEvent('dinner', '2026-04-22')]))

function aVisitor(now: string, changes: Partial<Visitor> = {}): Visitor {
  return {
    person: { platform: 'telegram', id: '1' },
    here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
    languageTag: 'en',
    session: 's',
    now: new Date(now),
    ...changes,
  }
}

async function aDesk(assistant: Assistant = conference): Promise<{ desk: Desk; store: Store }> {
  const store = await openStore('sqlite::memory:')
  return { store, desk: openDesk({ assistant, ...store, defaultLanguage: 'en' }) }
}

function texts({ lines }: Page): string[] {
  return lines.map(({ text }) => text)
}

function labels({ buttons }: Page): string[] {
  return buttons.flat().map(({ label }) => label)
}

/** What a press says, and which buttons take the place of which. */
function changed(pressed: Pressed): { says: string; swaps: string[] } {
  expect(pressed.kind).toBe('changed')
  const { page, swaps } = pressed as Extract<Pressed, { kind: 'changed' }>
  return { says: texts(page).join(' '), swaps: swaps.map(({ from, to }) => `${from.do} → ${to?.label ?? 'nothing'}`) }
}

/** When reminders come to whom, as they are stored. */
async function planned(store: Store): Promise<string[][]> {
  const mailings = await store.schedule.due(afterwards)
  const rows: string[][] = []
  for (const { id, content, startAt, notAfter } of mailings) {
    await store.schedule.start(id, afterwards, { act: 'start', who: 'jauap', at: startAt! })
    const leased = await store.outbox.lease({ id: 'w', platform: 'telegram' }, 9, afterwards)
    for (const { mailing, destination } of leased)
      if (mailing === id)
        rows.push([destination.chat, content.title.en!, startAt!.toISOString(), notAfter!.toISOString()])
  }
  return rows
}

const morning = '2026-06-10T03:00:00Z'

describe('under the answer about something with a day', () => {
  test.for([
    { when: 'before', now: morning, shown: ['star', 'remind'] },
    { when: 'in its last minutes before', now: '2026-06-10T06:20:00Z', shown: ['star'] },
    { when: 'when it is over', now: '2026-06-11T06:20:00Z', shown: [] },
  ])('stand marks $when: $shown', async ({ now, shown }) => {
    const { desk } = await aDesk()
    const { page } = (await desk.show(aVisitor(now), talk.id))!
    const own = page.buttons.flat().filter((button) => button.do === 'star' || button.do === 'remind')
    expect(own.map((button) => button.do)).toEqual(shown)
  })

  test('stands a link to Google’s calendar that is no longer than the platform lets it be', async () => {
    const { desk } = await aDesk()
    const linkFor = async (changes: Partial<Visitor>) => {
      const { page } = (await desk.show(aVisitor(morning, changes), talk.id))!
      return page.buttons.flat().find((button) => button.do === 'link')!.url.length
    }
    const whole = await linkFor({ roomy: true })
    expect(await linkFor({ longestLink: whole - 1 })).toBeLessThan(whole)
  })

  test('stand none in groups, where nobody in particular would be meant', async () => {
    const { desk } = await aDesk()
    const group = { platform: 'telegram' as const, id: '-1' }
    const here = { platform: 'telegram' as const, kind: 'group' as const, chat: '-1', thread: '' }
    const member = aVisitor(morning, { group, here })
    const { page } = (await desk.show(member, talk.id))!
    expect(page.buttons.flat().map((button) => button.do)).not.toContain('star')
    const pressed = await desk.press(member, { do: 'star', entry: talk.id })
    expect(pressed).toMatchObject({
      kind: 'notice',
      page: { lines: [{ text: expect.stringContaining('private') as string }] },
    })
  })
})

describe('one press on ⏰', () => {
  test('marks, reminds a quarter of an hour before, and becomes ✓; nothing else is subscribed to', async () => {
    const { desk, store } = await aDesk()
    const visitor = aVisitor(morning)
    for (let nth = 0; nth < 2; nth++)
      expect(changed(await desk.press(visitor, { do: 'remind', entry: talk.id }))).toEqual({
        says: 'It is in your programme: /my. I will remind you: Wed 10 Jun, 11:15.',
        swaps: ['star → ★ In my programme ✓', 'remind → ⏰ ✓'],
      })
    const { page } = (await desk.show(visitor, talk.id))!
    expect(labels(page)).toEqual(expect.arrayContaining(['★ In my programme ✓', '⏰ ✓']))
    expect(await store.figures.count({})).toEqual([])
    expect(await planned(store)).toEqual([
      ['1', `⏰ Soon, at 11:30: ${talk.title.en}`, '2026-06-10T06:15:00.000Z', '2026-06-10T06:30:00.000Z'],
    ])
  })

  test('reminds of a day without hours the day before and in the morning', async () => {
    const { desk, store } = await aDesk(dinner)
    const pressed = await desk.press(aVisitor('2026-04-10T09:00:00Z'), { do: 'remind', entry: 'dinner' })
    expect(changed(pressed).says).toContain('Tue 21 Apr, 09:00; Wed 22 Apr, 08:00')
    expect(await planned(store)).toEqual([
      ['1', '⏰ Tomorrow: dinner', '2026-04-21T04:00:00.000Z', '2026-04-21T19:00:00.000Z'],
      ['1', '⏰ Today: dinner', '2026-04-22T03:00:00.000Z', '2026-04-22T04:00:00.000Z'],
    ])
  })

  test('tells of none that others have been sent already, whatever the clock says here', async () => {
    const { desk, store } = await aDesk(dinner)
    const visitor = aVisitor('2026-04-21T03:59:59Z')
    await desk.press(visitor, { do: 'remind', entry: 'dinner' })
    const [dayBefore] = await store.schedule.due(new Date('2026-04-21T04:00:00Z'))
    await store.schedule.start(dayBefore!.id, afterwards, { act: 'start', who: 'jauap', at: visitor.now })
    const set = changed(await desk.press(visitor, { do: 'remind', entry: 'dinner' }))
    expect(set.says).toContain('remind you: Wed 22 Apr, 08:00.')
  })

  test('on what has begun, or is no more, says so', async () => {
    const { desk, store } = await aDesk()
    const over = await desk.press(aVisitor('2026-06-10T06:40:00Z'), { do: 'remind', entry: talk.id })
    expect(over).toMatchObject({
      kind: 'notice',
      page: { lines: [{ text: expect.stringContaining('nothing to remind') as string }] },
    })
    expect(await desk.press(aVisitor(morning), { do: 'remind', entry: 'no such entry' })).toMatchObject({
      kind: 'notice',
    })
    expect(await planned(store)).toEqual([])
  })

  test('again ends the reminder and leaves the mark; ★ ends both', async () => {
    const { desk, store } = await aDesk()
    const visitor = aVisitor(morning)
    await desk.press(visitor, { do: 'star', entry: talk.id })
    expect(changed(await desk.press(visitor, { do: 'unremind', entry: talk.id })).swaps).toEqual([
      'unremind → ⏰ Remind me',
    ])
    expect(await store.stars.of({ platform: 'telegram', chat: '1' })).toMatchObject([
      { entry: talk.id, reminds: false },
    ])
    await desk.press(visitor, { do: 'remind', entry: talk.id })
    expect(changed(await desk.press(visitor, { do: 'unstar', entry: talk.id }))).toEqual({
      says: 'It is no longer in your programme, and I will not remind you.',
      swaps: ['unstar → ☆ To my programme', 'unremind → ⏰ Remind me'],
    })
    expect(await planned(store)).toEqual([])
  })
})

test('⏰ on an old page, where nothing is marked any more, marks nothing, and the page says so', async () => {
  const { desk, store } = await aDesk()
  const visitor = aVisitor(morning)
  expect(changed(await desk.press(visitor, { do: 'unremind', entry: talk.id }))).toEqual({
    says: 'It is no longer in your programme, and I will not remind you.',
    swaps: ['unremind → ⏰ Remind me', 'unstar → ☆ To my programme'],
  })
  expect(await store.stars.of({ platform: 'telegram', chat: '1' })).toEqual([])
})

async function marked(
  entries: readonly Entry[],
  now = morning,
): Promise<{ desk: Desk; store: Store; visitor: Visitor }> {
  const { desk, store } = await aDesk()
  const visitor = aVisitor(now)
  for (const { id } of entries) await desk.press(visitor, { do: 'star', entry: id })
  return { desk, store, visitor }
}

describe('one’s own programme', () => {
  const sessions = conference.pack.entries.filter(({ slots, speakers }) => slots.length === 1 && speakers.length > 0)
  const latestFirst = sessions.toSorted((a, b) => (a.slots[0]!.from < b.slots[0]!.from ? 1 : -1)).slice(0, 12)

  test('says what to do while it is empty', async () => {
    const { desk } = await aDesk()
    expect(texts(await desk.open(aVisitor(morning), 'mine'))[1]).toMatch(/^Nothing is in it yet\. Press “☆/)
  })

  test.for(['my programme', 'моя программа', 'менің бағдарламам'])('is shown by words, too: %s', async (text) => {
    const { desk, visitor } = await marked([talk])
    const { page } = await desk.ask(visitor, text)
    expect(page.lines.map((line) => line.text).join('\n')).toMatch(/11:30–12:15/)
  })

  test('is not called empty while the store does not answer', async () => {
    const { store } = await marked([talk])
    const stars = { ...store.stars, of: () => Promise.reject(new Error('no database')) }
    const desk = openDesk({ assistant: conference, ...store, stars, defaultLanguage: 'en' })
    const { page } = await desk.ask(aVisitor(morning), 'my programme')
    expect(texts(page)[1]).toBe('I can’t look it up right now. Please try again in a minute.')
    expect(labels(page)).toEqual(['★ My programme'])
    expect(labels((await desk.ask(aVisitor(morning), `When is ${talk.title.en}?`)).page)).toContain('☆ To my programme')
  })

  test('stands by day and time, with hours, rooms and ⏰, in pages whose numbers open what they stand for', async () => {
    const { desk, visitor } = await marked(latestFirst)
    const first = await desk.open(visitor, 'mine')
    const times = texts(first).flatMap((line) => /^\d+\. (\d\d:\d\d)–/.exec(line)?.[1] ?? [])
    expect(times).toHaveLength(10)
    expect(texts(first).find((line) => line.startsWith('1. '))).toMatch(/^1\. \d\d:\d\d–\d\d:\d\d .+ – .+ ⏰$/)
    expect(texts(first)[1]).toMatch(/^\w+day, 1\d June 2026$/)
    expect(labels(first)).toEqual([
      ...'1 2 3 4 5 6 7 8 9 10'.split(' '),
      'Next (2 of 2) ›',
      'Calendar file',
      '✕ Remove…',
    ])
    const second = (await desk.press(visitor, { do: 'mine', page: 1 })) as Extract<Pressed, { kind: 'replacement' }>
    expect(labels(second.page)).toEqual(['11', '12', '‹ Previous', 'Calendar file', '✕ Remove…'])
    const twelfth = second.page.buttons[0]![1]! as Button & Action
    expect(await desk.press(visitor, twelfth)).toMatchObject({ kind: 'message' })
  })

  test('puts what is over last', async () => {
    const { desk, visitor } = await marked([talk])
    await desk.press(visitor, { do: 'star', entry: latestFirst[0]!.id })
    const later = await desk.open({ ...visitor, now: new Date('2026-06-11T03:00:00Z') }, 'mine')
    expect(texts(later).slice(-3)[0]).toBe('Over')
    expect(texts(later).slice(-2)[0]).toMatch(new RegExp(`^2\\. Wednesday.*${talk.title.en}`))
  })

  test('loses what is taken out, on the page on which that is done', async () => {
    const { desk, visitor } = await marked(latestFirst)
    const editing = (await desk.press(visitor, { do: 'mine', page: 1, editing: true })) as Extract<
      Pressed,
      { kind: 'replacement' }
    >
    expect(labels(editing.page)).toEqual(['✕ 11', '✕ 12', '‹ Previous', '‹ Done'])
    const left = (await desk.press(visitor, editing.page.buttons[0]![1]! as Button & Action)) as Extract<
      Pressed,
      { kind: 'replacement' }
    >
    expect(labels(left.page)).toEqual(['✕ 11', '‹ Previous', '‹ Done'])
  })

  test('is a calendar file of what is marked, and of nothing else', async () => {
    const { desk, visitor } = await marked([talk])
    const pressed = (await desk.press(visitor, { do: 'calendar', which: 'mine' })) as Extract<Pressed, { kind: 'file' }>
    expect(pressed.file.content.match(/UID:.*/g)).toEqual([`UID:${talk.id}@steppe-software-days-2026.jauap`])
  })

  test('goes on without announcements, and is forgotten with its owner', async () => {
    const { desk, store, visitor } = await marked([talk])
    await desk.subscribe(visitor)
    await desk.unsubscribe(visitor)
    expect(await store.destinations.find(visitor.here!)).toMatchObject({ standing: 'personal' })
    expect((await desk.unsubscribe(visitor)).lines[0]!.text).toBe('You are not subscribed to announcements.')
    await desk.forget(visitor)
    expect(texts(await desk.open(visitor, 'mine'))[1]).toMatch(/^Nothing/)
    await tellOfChanges({ ...conference.pack, entries: [] }, { stars: store.stars, now: visitor.now, log })
    expect(await planned(store)).toEqual([])
  })
})

async function daysOn(now: string): Promise<Button[]> {
  const { desk } = await aDesk()
  return (await desk.open(aVisitor(now), 'welcome')).buttons.flat().filter((button) => button.do === 'day')
}

describe('buttons for the day', () => {
  test.for([
    { when: 'the day before', now: '2026-06-09T09:00:00Z', labels: ['Tomorrow'] },
    { when: 'the first day', now: morning, labels: ['Today', 'Tomorrow'] },
    { when: 'the last day', now: '2026-06-12T09:00:00Z', labels: ['Today'] },
    { when: 'any other time', now: '2026-06-20T09:00:00Z', labels: [] },
  ])('stand on the first page on $when: $labels', async ({ now, labels: wanted }) => {
    expect((await daysOn(now)).map(({ label }) => label)).toEqual(wanted)
  })

  test.for(['kk', 'ru', 'en'] as const)('tell what is on on that day, in %s', async (languageTag) => {
    const { desk } = await aDesk()
    const pressed = await desk.press(aVisitor(morning, { languageTag }), { do: 'day', day: 'tomorrow' })
    expect(texts((pressed as Extract<Pressed, { kind: 'message' }>).page).join('\n')).toMatch(/\b11\b.*23\n07:30–08:/)
  })
})
