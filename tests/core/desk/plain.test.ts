import { expect, test } from 'vitest'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import { plainText } from '../../../src/core/pages/plain-text.ts'
import type { Button, Page } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { openBulletin } from '../../support/bulletin.ts'

const assistant = openBulletin()
const visitor: Visitor = {
  person: { platform: 'telegram', id: '1' },
  here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
  languageTag: 'en',
  session: 's',
  now: new Date('2026-04-20T09:00:00+05:00'),
}

const pictured = /[\p{Extended_Pictographic}\u2600-\u27BF]|\uFE0F/u

function all({ lines, buttons }: Page): string {
  return [...lines.map(({ text }) => text), ...buttons.flat().map(({ label }) => label)].join('\n')
}

function labelOf({ buttons }: Page, verb: Button['do']): string | undefined {
  return buttons.flat().find((one) => one.do === verb)?.label
}

async function pagesOf(desk: Desk, who: Visitor): Promise<Page[]> {
  const { page } = await desk.ask(who, 'When is the summit?')
  const { pack } = assistant
  const starred = await desk.press(who, { do: 'remind', entry: pack.subject! })
  const swapped = 'swaps' in starred ? starred.swaps.flatMap(({ to }) => to ?? []) : []
  const mine = await desk.open(who, 'mine')
  return [
    page,
    { ...(starred.kind === 'changed' ? starred.page : page), buttons: [swapped] },
    mine,
    ...(await Promise.all(
      (['welcome', 'language', 'help', 'topics'] as const).map((screen) => desk.open(who, screen)),
    )),
    await desk.subscribe(who),
  ]
}

test('who wants none gets no emoji on any page, remembered and taken back by one press', async () => {
  await using store = await openStore('sqlite::memory:')
  const desk = openDesk({ assistant, ...store, defaultLanguage: 'en' })
  expect((await pagesOf(desk, visitor)).map(all).join('\n')).toMatch(pictured)
  await desk.press(visitor, { do: 'unremind', entry: assistant.pack.subject! })
  expect(labelOf(await desk.open(visitor, 'language'), 'plain')).toBe('Without emoji')
  const set = await desk.press(visitor, { do: 'plain', on: true })
  expect(set).toMatchObject({ kind: 'replacement' })
  expect(labelOf('page' in set ? set.page : (undefined as never), 'plain')).toBe('With emoji again')
  // Another process on the same store knows it too, on every page and in every language.
  const other = openDesk({ assistant, ...store, defaultLanguage: 'en' })
  for (const languageTag of languages)
    for (const page of await pagesOf(other, { ...visitor, languageTag })) expect(all(page)).not.toMatch(pictured)
  const language = await other.open(visitor, 'language')
  expect(language.buttons[0]!.map(({ label }) => label)).toEqual(['Қазақша', 'Русский', '(on) English'])
  const somebody = { ...visitor, person: { platform: 'discord', id: '1' } } as const
  expect(all((await other.ask(somebody, 'When is the summit?')).page)).toMatch(pictured)
  await other.press(visitor, { do: 'plain', on: false })
  expect(all((await other.ask(visitor, 'When is the summit?')).page)).toMatch(pictured)
})

test('what a group reads is for everybody', async () => {
  await using store = await openStore('sqlite::memory:')
  const desk = openDesk({ assistant, ...store, defaultLanguage: 'en' })
  await desk.press(visitor, { do: 'plain', on: true })
  const group = { platform: 'telegram', id: '-1' } as const
  const inGroup = { ...visitor, group, groupLeads: true, roomy: true }
  expect(all((await desk.ask({ ...inGroup, alone: true }, 'When is the summit?')).page)).not.toMatch(pictured)
  expect(await desk.open(inGroup, 'language')).toMatchObject({ buttons: [[{}, {}, { label: '✓ English' }]] })
})

test.for([
  { text: '⏰ Tomorrow: opening', is: 'Tomorrow: opening' },
  { text: '★ In my programme ✓', is: 'In my programme (on)' },
  { text: 'Flags 🇰🇿 and 👨‍👩‍👧 and ❤️!', is: 'Flags and and !' },
  { text: 'RES® ©2026 ‹ Back, 5 × 3 → 15', is: 'RES® ©2026 ‹ Back, 5 × 3 → 15' },
  { text: 'two  spaces stay', is: 'two  spaces stay' },
])('“$text” is “$is”', ({ text, is }) => {
  expect(plainText(text, 'en')).toBe(is)
})
