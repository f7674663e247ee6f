import { describe, expect, test } from 'vitest'
import { openBulletin, bulletinKnowledge } from '../../support/bulletin.ts'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText } from '../../../src/core/answering/reply.ts'
import { datedEntries, writeCalendar } from '../../../src/core/desk/calendar.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const { pack } = bulletinKnowledge
const assistant = openBulletin()
const now = new Date('2026-11-24T09:00:00+05:00')

async function aDesk(): Promise<Desk> {
  const store = await openStore('sqlite::memory:')
  return openDesk({ assistant, ...store, defaultLanguage: 'kk' })
}

function aVisitor(changes: Partial<Visitor> = {}): Visitor {
  return { person: { platform: 'telegram', id: '1' }, session: 's', now, ...changes }
}

describe('the language of an answer', () => {
  test.for([
    { tag: undefined, text: 'When is the summit?', spoken: 'en' },
    { tag: 'ru', text: 'When is the summit?', spoken: 'ru' },
    { tag: 'kk-KZ', text: 'When is the summit?', spoken: 'kk' },
    { tag: 'RU_ru', text: 'When is the summit?', spoken: 'ru' },
    { tag: 'de', text: 'Когда саммит?', spoken: 'ru' },
    { tag: 'en', chosen: 'kk' as const, text: 'Когда саммит?', spoken: 'kk' },
  ])('is $spoken for "$text" from an app in $tag, $chosen chosen', async ({ tag, text, spoken, chosen }) => {
    const desk = await aDesk()
    const visitor = aVisitor({ languageTag: tag })
    if (chosen) await desk.speak(visitor, chosen, 'person')
    expect((await desk.ask(visitor, text)).reply.language).toBe(spoken)
  })

  test('is that of the group in the group, and one’s own in private', async () => {
    const desk = await aDesk()
    const inGroup = aVisitor({ group: { platform: 'telegram', id: '-1' }, groupLeads: true })
    await desk.speak(aVisitor(), 'en', 'person')
    await desk.speak(inGroup, 'kk', 'group')
    expect([
      (await desk.ask(inGroup, 'summit')).reply.language,
      (await desk.ask(aVisitor(), 'summit')).reply.language,
    ]).toEqual(['kk', 'en'])
  })

  test('of a link is that of the person if they chose one', async () => {
    const desk = await aDesk()
    expect((await desk.show(aVisitor({ languageTag: 'ru' }), 'summit', 'en'))?.reply.language).toBe('en')
    await desk.speak(aVisitor(), 'kk', 'person')
    expect((await desk.show(aVisitor({ languageTag: 'ru' }), 'summit', 'en'))?.reply.language).toBe('kk')
  })
})

describe('the offer to switch', () => {
  test('is not made in a group, for slips, or after a choice was offered', async () => {
    const desk = await aDesk()
    const visitor = aVisitor({ languageTag: 'en' })
    const offers = async (texts: readonly string[], from: Visitor): Promise<boolean[]> => {
      const made = []
      for (const text of texts) made.push((await desk.ask(from, text)).offer !== undefined)
      return made
    }
    expect(
      await offers(
        ['Когда саммит?', 'Кто партнёры?', 'When is the summit?', 'Когда саммит?', 'Кто партнёры?'],
        visitor,
      ),
    ).toEqual([false, false, false, false, false])
    expect(await offers(['Сколько тем?'], visitor)).toEqual([true])
    expect(await offers(['Когда саммит?', 'Кто партнёры?', 'Сколько тем?'], visitor)).toEqual([false, false, false])
    expect(
      await offers(
        ['Когда саммит?', 'Кто партнёры?', 'Сколько тем?'],
        aVisitor({
          languageTag: 'en',
          group: { platform: 'telegram', id: '-1' },
          person: { platform: 'telegram', id: '2' },
        }),
      ),
    ).toEqual([false, false, false])
  })
})

describe('pages', () => {
  test.for(languages)('in %s speak that language and have buttons that lead somewhere', async (language) => {
    const desk = await aDesk()
    const visitor = aVisitor({ languageTag: language })
    for (const screen of [
      'welcome',
      'language',
      'topics',
      'help',
      'about',
      'privacy',
      'textOnly',
      'unknownCommand',
      'tooFast',
      'adminsOnly',
      'stale',
    ] as const) {
      const page = await desk.open(visitor, screen)
      expect(page.language).toBe(language)
      for (const button of page.buttons.flat()) {
        if (button.do === 'share' || button.do === 'link' || button.label.startsWith('✓')) continue
        const pressed = await desk.press(
          aVisitor({ languageTag: language, person: { platform: 'telegram', id: `${screen}${button.label}` } }),
          button,
        )
        expect({ label: button.label, kind: pressed.kind }).not.toEqual({ label: button.label, kind: 'notice' })
      }
    }
  })

  test('of topics lead to every entry but gaps, and back', async () => {
    const desk = await aDesk()
    const found = new Set<string>()
    const seen = new Set<string>()
    const open = [(await desk.open(aVisitor(), 'topics')).buttons.flat()]
    for (let buttons = open.pop(); buttons; buttons = open.pop()) {
      for (const button of buttons) {
        if (button.do === 'open') found.add(button.entry)
        const key = JSON.stringify(button)
        if (button.do !== 'browse' || seen.has(key)) continue
        seen.add(key)
        const pressed = await desk.press(aVisitor(), button)
        expect(pressed.kind).toBe('replacement')
        if (pressed.kind === 'replacement') open.push(pressed.page.buttons.flat())
      }
    }
    expect([...found].toSorted()).toEqual(
      pack.entries
        .filter(({ type }) => type !== 'gap')
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  test('of a pack without chapters are its entries', async () => {
    const plain = loadPack(
      aDirectory({
        'entries.json': JSON.stringify(
          Array.from({ length: 30 }, (_, nth) => ({ id: `e${nth}`, title: `Entry ${nth}`, text: 'Text.' })),
        ),
      }),
    )
    const store = await openStore('sqlite::memory:')
    const desk = openDesk({ assistant: createAssistant(plain), ...store, defaultLanguage: 'en' })
    const page = await desk.open(aVisitor(), 'topics')
    expect(page.buttons.flat().map(({ label }) => label)).toEqual([
      ...Array.from({ length: 12 }, (_, nth) => `Entry ${nth}`),
      'Next (2 of 3) ›',
    ])
    expect((await desk.open(aVisitor(), 'welcome')).buttons.length).toBeGreaterThan(2)
  })

  test.for(languages)('about the source in %s name what it does not say', async (language) => {
    const page = await (await aDesk()).open(aVisitor({ languageTag: language }), 'about')
    expect(page.lines.filter(({ kind }) => kind === 'item')).toHaveLength(6)
  })
})

describe('feedback', () => {
  test('keeps the question only while that is what the answer answered', async () => {
    const store = await openStore('sqlite::memory:')
    const desk = openDesk({ assistant, ...store, defaultLanguage: 'en' })
    await desk.ask(aVisitor(), 'When is the summit?')
    await desk.press(aVisitor(), { do: 'report', entry: 'summit' })
    await desk.press(aVisitor(), { do: 'report', entry: 'aim' })
    await desk.press(aVisitor({ now: new Date(now.getTime() + 2 * 3_600_000) }), { do: 'report', entry: 'summit' })
    expect((await store.feedback.latest(5)).map(({ question, entry }) => [entry, question])).toEqual([
      ['summit', undefined],
      ['aim', undefined],
      ['summit', 'When is the summit?'],
    ])
  })
})

describe('articles', () => {
  test('begin with the answer itself', async () => {
    const articles = await (await aDesk()).articles(aVisitor(), 'Is UNICEF a partner?')
    expect(articles[0]!.preview).toMatch(/^Yes, UNICEF/)
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
  })

  test('to a question that the bulletin does not answer say so last, below what it has', async () => {
    const articles = await (await aDesk()).articles(aVisitor(), 'Where can I park?')
    expect(articles.map(({ refuses }) => refuses)).toEqual([...articles.slice(1).map(() => false), true])
    expect(plainText(articles.at(-1)!.page)).toContain('does not say')
  })

  test.for(['partners', 'summit', 'what are the themes', 'q'])(
    'say in each line what the title does not: %s',
    async (typed) => {
      const articles = await (await aDesk()).articles(aVisitor(), typed)
      expect(articles.filter(({ title, preview }) => preview === '' || preview === title)).toEqual([])
      expect(articles.filter(({ title, preview }) => preview.startsWith(`${title}: `) || title === 'Answer')).toEqual(
        [],
      )
    },
  )
})

describe('the calendar', () => {
  test.for(languages)('in %s holds every event whose days are known, as whole days', (language) => {
    const text = writeCalendar(datedEntries(pack), pack, language, now)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(datedEntries(pack).length)
    expect(text.match(/DTSTART;VALUE=DATE:\d{8}\r\n/g)).toHaveLength(datedEntries(pack).length)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n(?:(?!BEGIN:VEVENT)[^])*X-WR-TIMEZONE:Asia\/Almaty\r\nBEGIN:VEVENT/)
    expect(text).toContain('DTSTAMP:20261124T040000Z')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
