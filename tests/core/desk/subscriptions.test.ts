import { beforeEach, expect, test } from 'vitest'
import { topicNotice } from '../../../src/core/announcements/topic-notice.ts'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Button, Page, Pressed } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { aPack, anEvent } from '../../support/entries.ts'

const now = new Date('2026-04-10T09:00:00Z')
const summit = { ...anEvent('summit', '2026-04-22'), title: { kk: 'Саммит', ru: 'Саммит', en: 'Summit' } }
const person: Visitor = {
  person: { platform: 'telegram', id: '1' },
  here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
  languageTag: 'en',
  session: 's',
  now,
}

let store: Store
let desk: Desk

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  desk = openDesk({ assistant: createAssistant(aPack([summit])), ...store, defaultLanguage: 'en' })
  await store.topics.add({ kk: 'Көлік', ru: 'Транспорт', en: 'Transport' }, now)
  await store.topics.add({ kk: 'Баспасөз', ru: 'Пресса', en: 'Press' }, now)
})

async function endPress(): Promise<void> {
  const [, press] = await store.topics.all()
  const notice = topicNotice({ ...press!, ended: true }, { who: 'telegram:99', now, language: 'en' })
  await store.topics.end(press!.id, notice, now)
}

function labels({ buttons }: Page): string[] {
  return buttons.flat().map(({ label }) => label)
}

function words({ lines }: Page): string {
  return lines.map(({ text }) => text).join('\n')
}

/** Presses a button of a page, and returns the page that takes its place. */
async function turned(page: Page, label: RegExp, visitor = person): Promise<Page> {
  const button = page.buttons.flat().find((one) => label.test(one.label)) as Extract<Button, { do: 'follow' }>
  return ((await desk.press(visitor, button)) as Extract<Pressed, { kind: 'replacement' }>).page
}

test('topics are ticked in the reader’s own language, and outlive another one, leaving and coming back', async () => {
  const first = await desk.subscribe(person)
  expect(labels(first)).toEqual(['✓ Everything', 'Transport', 'Press', 'Stop announcements'])
  const chosen = await turned(first, /Transport/)
  expect(labels(chosen)).toEqual(['Everything', '✓ Transport', 'Press', 'Stop announcements'])
  expect(words(chosen)).toContain('What is for everyone, and: Transport.')
  await desk.speak(person, 'kk', 'person')
  expect(labels(await desk.subscribe(person)).slice(0, 3)).toEqual(['Бәрі', '✓ Көлік', 'Баспасөз'])
  await desk.unsubscribe(person)
  const again = await desk.subscribe(person)
  expect(labels(again).slice(0, 3)).toEqual(['Бәрі', '✓ Көлік', 'Баспасөз'])
  expect(labels(await turned(again, /Көлік/)).slice(0, 2)).toEqual(['✓ Бәрі', 'Көлік'])
})

test('the same press twice is one, and what is pressed on an old page changes nothing that is not there', async () => {
  const first = await desk.subscribe(person)
  await turned(first, /Transport/)
  expect(labels(await turned(first, /Transport/))[1]).toBe('✓ Transport')
  await endPress()
  expect(labels(await turned(first, /Press/))).toEqual(['Everything', '✓ Transport', 'Stop announcements'])
  await desk.unsubscribe(person)
  const refused = await turned(first, /Transport/)
  expect([words(refused), labels(refused)]).toEqual([
    'You are not subscribed to announcements.',
    ['🔔 Get announcements'],
  ])
})

test('names that are typed are found in any language, and those that are none are told', async () => {
  expect(words(await desk.subscribe(person, 'ПРЕССА, көлік'))).toContain('and: Transport, Press.')
  const some = await desk.subscribe(person, 'transport, cars')
  expect(words(some)).toMatch(/There is no such topic: cars\.\nWhat is for everyone, and: Transport\./)
  expect(words(await desk.subscribe(person, 'cars'))).toMatch(/no such topic: cars\.\n.*and: Transport\./)
})

test('who follows a topic that was ended is told so, and not given everything instead', async () => {
  await desk.subscribe(person, 'press')
  await endPress()
  const page = await desk.subscribe(person)
  expect(words(page)).toMatch(/No longer a topic: Press\.\nOnly what is for everyone\./)
  expect(await store.figures.count({ topics: ['1'] })).toEqual([])
  expect(await store.figures.count({})).toMatchObject([{ count: 1 }])
  expect(labels(await turned(page, /Everything/))[0]).toBe('✓ Everything')
})

test('a channel of a server is told of in the asker’s language, and gets the server’s', async () => {
  const group = { platform: 'discord', id: 'g' } as const
  await store.people.setGroupLanguage(group, 'kk')
  const here = { platform: 'discord', kind: 'channel', chat: '500', thread: '', group: 'g' } as const
  const asker = { platform: 'discord', id: '1' } as const
  const inServer: Visitor = { ...person, person: asker, group, here, alone: true, questionLeads: true }
  for (const [languageTag, said] of [
    ['ru', /Язык: Қазақша/],
    // Discord has no Kazakh: whose app speaks none of ours is spoken to in English there, as in private.
    ['de', /Language: Қазақша/],
  ] as const) {
    const page = await desk.subscribe({ ...inServer, languageTag })
    expect(words(page)).toMatch(said)
    expect(labels(page)).toContain('✓ Қазақша')
  }
  expect(await store.figures.count({})).toMatchObject([{ languages: ['kk'], count: 1 }])
})

test('a group has its topics too', async () => {
  const here = { platform: 'telegram', kind: 'group', chat: '-5', thread: '' } as const
  const group: Visitor = { ...person, here, group: { platform: 'telegram', id: '-5' } }
  const page = await turned(await desk.subscribe(group), /Press/, group)
  expect(labels(page)).toEqual([
    'Everything',
    'Transport',
    '✓ Press',
    'Қазақша',
    'Русский',
    '✓ English',
    'All languages in one post',
  ])
})
