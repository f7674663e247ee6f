import { describe, expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Page } from '../../../src/core/pages/page.ts'
import { languageForStranger } from '../../../src/core/pages/stranger-language.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { aPack, anEvent } from '../../support/entries.ts'

const summit = { ...anEvent('summit', '2026-04-22'), title: { kk: 'Саммит', ru: 'Саммит', en: 'Summit' } }
const assistant = createAssistant(aPack([summit]))

let lastPerson = 0

function aVisitor(languageTag: string | undefined, changes: Partial<Visitor> = {}): Visitor {
  const chat = String(++lastPerson)
  return {
    person: { platform: 'telegram', id: chat },
    here: { platform: 'telegram', kind: 'person', chat, thread: '' },
    languageTag,
    session: chat,
    now: new Date('2026-04-10T09:00:00Z'),
    ...changes,
  }
}

async function aDesk(): Promise<Desk> {
  return openDesk({ assistant, ...(await openStore('sqlite::memory:')), defaultLanguage: 'kk' })
}

function languagesUnder({ buttons }: Page): string[] {
  return (buttons.at(-1) ?? []).flatMap((button) => (button.do === 'speak' ? [button.label] : []))
}

test.for([
  { tag: 'de', speaks: 'en' },
  { tag: 'ar-EG', speaks: 'en' },
  { tag: 'zh-hans', speaks: 'en' },
  { tag: 'uz', speaks: 'ru' },
  { tag: 'ky-KG', speaks: 'ru' },
  { tag: 'tg', speaks: 'ru' },
  { tag: 'tk', speaks: 'ru' },
  { tag: 'ru', speaks: 'ru' },
  { tag: 'kk', speaks: 'kk' },
  // Nobody knows: as it is set.
  { tag: undefined, speaks: 'kk' },
])('a phone in $tag is greeted in $speaks', async ({ tag, speaks }) => {
  expect((await (await aDesk()).open(aVisitor(tag), 'welcome')).language).toBe(speaks)
})

test('strangers are spoken to in the languages of the pack alone', () => {
  expect(languageForStranger('uz', ['kk', 'en'])).toBe('en')
  expect(languageForStranger('de', ['kk', 'ru'])).toBeUndefined()
})

test('the question leads, whatever the phone of a stranger says', async () => {
  const { page } = await (await aDesk()).ask(aVisitor('de'), 'Когда саммит?')
  expect(page.language).toBe('ru')
})

describe('the languages', () => {
  test('stand under the first answer to a stranger, once; a press tells that answer in another', async () => {
    const desk = await aDesk()
    const visitor = aVisitor('uz')
    const { page } = await desk.ask(visitor, 'summit')
    expect(languagesUnder(page).map((label) => label.replace('✓ ', ''))).toEqual(['Қазақша', 'Русский', 'English'])
    const kazakh = page.buttons.at(-1)![0]!
    expect(kazakh).toMatchObject({ do: 'speak', at: { entry: 'summit' } })
    const pressed = await desk.press(visitor, kazakh as never)
    expect(pressed).toMatchObject({
      kind: 'replacement',
      page: {
        language: 'kk',
        lines: expect.arrayContaining([{ kind: 'fact', text: '2026 жылғы 22 сәуір' }]) as object,
      },
    })
    expect(languagesUnder((await desk.ask(visitor, 'summit')).page)).toEqual([])
  })

  test('stand there after a link, too, and for nobody whose phone speaks one of them', async () => {
    const desk = await aDesk()
    expect(languagesUnder((await desk.show(aVisitor('fr'), 'summit'))!.page)).toHaveLength(3)
    expect(languagesUnder((await desk.show(aVisitor('ru'), 'summit'))!.page)).toEqual([])
  })

  test('have a tick at the one that is spoken; pressing that says so', async () => {
    const desk = await aDesk()
    const visitor = aVisitor('en')
    const page = await desk.open(visitor, 'language')
    expect(page.buttons[0]!.map(({ label }) => label)).toEqual(['Қазақша', 'Русский', '✓ English'])
    const again = await desk.press(visitor, page.buttons[0]![2]! as never)
    expect(again).toMatchObject({ kind: 'notice', page: { lines: [{ text: '✓ I answer in English.' }] } })
    const other = await desk.press(visitor, page.buttons[0]![1]! as never)
    expect(other).toMatchObject({
      kind: 'replacement',
      page: { language: 'ru', lines: [{ text: 'Я отвечаю по-русски. Выберите язык:' }] },
    })
  })
})

test.for([
  { text: 'مرحبا، متى القمة؟', tag: 'ar', says: 'I understand Kazakh, Russian and English.' },
  { text: '峰会什么时候', tag: 'ru', says: 'Я понимаю языки: казахский, русский и английский.' },
  { text: 'როდის არის სამიტი', tag: 'kk', says: 'Мен мына тілдерді түсінемін: қазақ тілі, орыс тілі, ағылшын тілі.' },
])('what is written in letters of no language here is told which are: $tag', async ({ text, tag, says }) => {
  const { page, reply } = await (await aDesk()).ask(aVisitor(tag), text)
  expect(page.lines[0]!.text).toContain(says)
  expect(reply.rule).toBe('foreign-letters')
  // A row with the languages for strangers, a button that leads to them for others.
  const wanted = tag === 'ar' ? ['speak', 'speak', 'speak'] : ['languages']
  expect(page.buttons.flat().map((button) => button.do)).toEqual(wanted)
})

test('only the languages of the pack are named', () => {
  const english = createAssistant(aPack([summit], { languages: ['en'] }))
  const { reply } = english.ask({ text: '峰会什么时候', language: 'en', now: new Date() })
  expect(reply.lines[0]!.text).toBe('I understand English. Please ask in one of these languages.')
})
