import { beforeEach, describe, expect, test } from 'vitest'
import { openAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import { holdKnowledge } from '../../../src/core/knowledge-base/knowledge.ts'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Action } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { aPack, anEntry, anEvent } from '../../support/entries.ts'

const visitor: Visitor = {
  person: { platform: 'telegram', id: '1' },
  here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
  languageTag: 'en',
  session: 's',
  now: new Date('2026-04-10T09:00:00Z'),
}

const before = openKnowledgeBase(aPack([anEvent('dinner', '2026-04-22'), anEntry({ id: 'aim' })]))
const after = openKnowledgeBase(
  aPack([anEvent('supper', '2026-05-01'), anEvent('breakfast', '2026-05-02')], {
    title: { en: 'Another meeting' },
    timeZone: 'Europe/Berlin',
  }),
)

let store: Store
let desk: Desk
let replace: () => void

beforeEach(async () => {
  let current = openAssistant(holdKnowledge(before))
  const next = openAssistant(holdKnowledge(after))
  replace = () => (current = next)
  const assistant: Assistant = {
    get pack() {
      return current.pack
    },
    ask: (ask) => current.ask(ask),
    choose: (id, circumstances) => current.choose(id, circumstances),
    suggest: (text, language, most) => current.suggest(text, language, most),
    entry: (id) => current.entry(id),
    forget: (session) => current.forget(session),
    read: (text, now) => current.read(text, now),
  }
  store = await openStore('sqlite::memory:')
  desk = openDesk({ assistant, ...store, defaultLanguage: 'en' })
})

async function pressed(action: Action): Promise<string> {
  const result = await desk.press(visitor, action)
  const { lines } = result.kind === 'file' ? result.file.page : result.page
  return `${result.kind}: ${lines.map(({ text }) => text).join(' ')}`
}

async function calendarPage() {
  const given = await desk.calendar(visitor)
  return given.kind === 'file' ? given.file.page : given.page
}

describe('once the pack was replaced', () => {
  test.for(['show', 'open', 'related', 'calendar', 'star', 'remind', 'report'] as const)(
    'a button that would %s what is no more is out of date',
    async (verb) => {
      expect(await pressed({ do: verb, entry: 'dinner' })).not.toContain('out of date')
      replace()
      expect(await pressed({ do: verb, entry: 'dinner' })).toBe('notice: This button is out of date. Please ask again.')
      expect(await pressed({ do: verb, entry: 'supper' })).not.toContain('out of date')
    },
  )

  test.for([
    { page: 'the first page', says: 'Another meeting', open: () => desk.open(visitor, 'welcome') },
    { page: 'topics', says: 'Another meeting', open: () => desk.open(visitor, 'topics') },
    { page: 'about', says: 'Another meeting', open: () => desk.open(visitor, 'about') },
    { page: 'the calendar', says: 'Europe/Berlin', open: () => calendarPage() },
    { page: 'a subscription', says: 'Another meeting', open: () => desk.subscribe(visitor) },
    {
      page: 'a chosen language',
      says: 'Another meeting',
      open: async () => {
        await desk.press(visitor, { do: 'speak', language: 'ru', to: 'person' })
        const chosen = await desk.press(visitor, { do: 'speak', language: 'kk', to: 'person', at: 'welcome' })
        return (chosen as Extract<typeof chosen, { kind: 'replacement' }>).page
      },
    },
  ])('$page speaks of the new one', async ({ says, open }) => {
    const textOf = async (): Promise<string> => (await open()).lines.map(({ text }) => text).join(' ')
    expect(await textOf()).not.toContain(says)
    replace()
    expect(await textOf()).toContain(says)
  })

  test('topics and articles are those of the new one', async () => {
    replace()
    expect((await desk.open(visitor, 'topics')).buttons.flat().map(({ label }) => label)).toEqual([
      'supper',
      'breakfast',
    ])
    expect((await desk.articles(visitor, 'supp')).map(({ id }) => id)).toContain('supper')
  })
})
